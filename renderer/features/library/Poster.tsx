/** An asset's picture; the pointer moved across it leafs through its filmstrip. */
import { AudioLines, Film } from 'lucide-react'
import { type PointerEvent, useState } from 'react'
import { mediaUrl } from '../../../shared/ipc/api.ts'
import type { Asset } from '../../../shared/model/asset.ts'
import { divide, subtract, toNumber, ZERO } from '../../../shared/time/rational.ts'
import { useSprite } from '../../playback/sprites.ts'
import { tileAt } from '../../playback/stripTiles.ts'
import { useMedia } from '../../store/media.ts'
import styles from './Library.module.css'

export function Poster({ asset }: { readonly asset: Asset }) {
  const { info, mediaKey } = asset
  const status = useMedia((state) => state.byKey[mediaKey])
  /** Where the pointer is, 0..1 of the width; null: not here. */
  const [at, setAt] = useState<number | null>(null)
  const tiles = info.kind === 'video' ? status?.filmstripTiles : undefined
  const strip = useSprite('filmstrip', at !== null && tiles ? mediaKey : null)
  const isReady = (status?.online ?? true) && status?.poster === 'ready'
  const follow = ({ currentTarget, clientX }: PointerEvent<HTMLElement>): void => {
    const { left, width } = currentTarget.getBoundingClientRect()
    setAt(Math.min(1, Math.max(0, (clientX - left) / width)))
  }
  const duration = toNumber(info.duration)
  const tile = tiles && at !== null ? tileAt(at * duration, duration, tiles.count) : 0
  return (
    <div
      className={info.kind === 'audio' ? `${styles.poster} ${styles.sound}` : styles.poster}
      data-tile={strip ? tile : undefined}
      onPointerMove={follow}
      onPointerLeave={() => setAt(null)}
    >
      {info.kind === 'audio' && <AudioLines size={24} strokeWidth={1.5} />}
      {info.kind !== 'audio' && !isReady && <Film size={20} strokeWidth={1.5} />}
      {isReady && <img src={mediaUrl('poster', mediaKey)} alt="" draggable={false} />}
      {strip && tiles && (
        <div
          className={styles.tile}
          style={{
            backgroundImage: `url("${strip.src}")`,
            backgroundSize: `${tiles.count * 100}% 100%`,
            backgroundPositionX: `${tiles.count > 1 ? (tile / (tiles.count - 1)) * 100 : 0}%`,
          }}
        />
      )}
      {strip && at !== null && <div className={styles.needle} style={{ left: `${at * 100}%` }} />}
      <Marked asset={asset} />
    </div>
  )
}

/** The part between in and out, as a line under the picture. */
function Marked({ asset: { info, marks } }: { readonly asset: Asset }) {
  if (!marks || info.duration.num === 0) return null
  const start = marks.in ?? ZERO
  const share = (time: typeof start): string => `${toNumber(divide(time, info.duration)) * 100}%`
  const width = share(subtract(marks.out ?? info.duration, start))
  return <div className={styles.marks} style={{ left: share(start), width }} />
}
