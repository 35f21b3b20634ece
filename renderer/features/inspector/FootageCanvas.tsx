/** The shot's footage as it is at the playhead, whatever take is in the cut. Its poster where it cannot be decoded here. */
import { useEffect, useRef, useState } from 'react'
import { mediaUrl } from '../../../shared/ipc/api.ts'
import type { Asset } from '../../../shared/model/asset.ts'
import type { Shot } from '../../../shared/model/shot.ts'
import { assetTimeAt } from '../../../shared/model/timeMap.ts'
import type { Rational } from '../../../shared/time/rational.ts'
import { createFootage, type Footage } from '../../playback/footage.ts'
import { activeTimeline, useDocument } from '../../store/document.ts'
import { useMedia } from '../../store/media.ts'
import styles from './PlacementStage.module.css'
import { useSelectedClip } from './selected.ts'
import { usePlayheadFrame } from './usePlayheadFrame.ts'

interface FootageCanvasProps {
  readonly shot: Shot
  readonly asset: Asset
}

export function FootageCanvas({ shot, asset }: FootageCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const footage = useRef<Footage | null>(null)
  const [isBroken, setIsBroken] = useState(false)
  const time = useSourceTime(shot)

  useEffect(() => {
    if (!canvas.current) return
    const made = createFootage({
      canvas: canvas.current,
      hasProxy: (mediaKey) => useMedia.getState().byKey[mediaKey]?.proxy === 'ready',
      failed: () => setIsBroken(true),
    })
    footage.current = made
    return () => {
      footage.current = null
      made.dispose()
    }
  }, [])
  const { num, den } = time ?? { num: 0, den: 0 }
  useEffect(() => {
    if (den !== 0) footage.current?.show(asset, { num, den })
  }, [asset, num, den])

  return (
    <canvas
      ref={canvas}
      className={styles.footage}
      style={isBroken ? { backgroundImage: `url("${mediaUrl('poster', asset.mediaKey)}")` } : {}}
    />
  )
}

/**
 * The moment of the source under the playhead; where that is not on the clip, at the end of it that is nearer. Null while it
 * plays: what raced by here would help nobody.
 */
function useSourceTime({ source }: Shot): Rational | null {
  const placed = useSelectedClip()
  const frame = usePlayheadFrame()
  const rate = useDocument((state) => (state.project ? activeTimeline(state.project).rate : null))
  if (!placed || !source || !rate || frame < 0) return null
  const { item, start, end } = placed
  const clipFrame = Math.min(Math.max(frame, start), end - 1) - start
  return assetTimeAt(item, { offset: source.start }, clipFrame, rate)
}
