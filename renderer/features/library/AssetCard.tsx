import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Asset } from '../../../shared/model/asset.ts'
import type { Bin } from '../../../shared/model/bin.ts'
import type { AssetId, BinId } from '../../../shared/model/ids.ts'
import { displaySize } from '../../../shared/model/mediaInfo.ts'
import { frameAt } from '../../../shared/time/frames.ts'
import { formatTimecode } from '../../../shared/time/timecode.ts'
import { fps, number } from '../../i18n/numbers.ts'
import { dispatch } from '../../store/document.ts'
import { ASSET_TYPE } from '../../store/dragTypes.ts'
import { useMedia } from '../../store/media.ts'
import type { PlaceMode } from '../../store/placeMedia.ts'
import { usePreferences } from '../../store/preferences.ts'
import { useSession } from '../../store/session.ts'
import { watchSeen } from '../../store/wanted.ts'
import { Badge } from '../../ui/Badge.tsx'
import { ContextMenu } from '../../ui/ContextMenu.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { RenameField } from '../../ui/RenameField.tsx'
import styles from './Library.module.css'
import { makeProxies } from './makeProxies.ts'
import { Poster } from './Poster.tsx'
import { placeAsset } from './placeAsset.ts'
import { relinkMissing } from './relink.ts'
import { usePreparing } from './usePreparing.ts'

/** `00:00:30:00 · 1920×1080 · 24 fps`, or what there is of it. */
export function factsOf(asset: Asset): string {
  const [video] = asset.info.video
  const [audio] = asset.info.audio
  if (asset.info.kind === 'still' && video) {
    const { width, height } = displaySize(video)
    return `${width}×${height}`
  }
  if (!video) {
    const seconds = asset.info.duration.num / asset.info.duration.den
    return `${number(seconds, { least: 1, most: 1 })} s · ${number((audio?.sampleRate ?? 0) / 1000, { most: 3 })} kHz`
  }
  const { width, height } = displaySize(video)
  const length = formatTimecode(frameAt(asset.info.duration, video.rate), video.rate)
  return `${length} · ${width}×${height} · ${fps(video.rate)}`
}

interface AssetCardProps {
  readonly asset: Asset
  /** Every bin that it can be moved to. */
  readonly bins: readonly Bin[]
  /** Clips that show or sound it. */
  readonly uses: number
  /** Another asset has the same content. */
  readonly isDuplicate: boolean
}

export function AssetCard({ asset, bins, uses, isDuplicate }: AssetCardProps) {
  const { t } = useTranslation()
  const isSelected = useSession((state) => state.assets.includes(asset.id))
  const status = useMedia((state) => state.byKey[asset.mediaKey])
  const isList = usePreferences((state) => state.libraryView === 'list')
  const [isRenaming, setIsRenaming] = useState(false)
  const isOnline = (status?.online ?? true) && asset.missing === undefined
  const preparing = usePreparing(asset.mediaKey)
  const select = (many: boolean): void =>
    useSession.setState(({ assets }) => ({
      assets: many
        ? isSelected
          ? assets.filter((id) => id !== asset.id)
          : [...assets, asset.id]
        : [asset.id],
    }))
  const open = (): void => useSession.setState({ source: asset.id, assets: [asset.id] })
  const place = (mode: PlaceMode) => ({
    label: t(`library.place.${mode}`),
    run: () => placeAsset(asset, mode),
  })
  const facts = factsOf(asset)
  const [length, ...more] = facts.split(' · ')
  // As they are read on the card, and behind them what is only drawn there.
  const states = [
    ...(isOnline ? [] : [t('library.missing')]),
    ...(isDuplicate ? [t('library.duplicate')] : []),
    ...(uses > 0 ? [t('library.uses', { count: uses })] : []),
    ...(preparing === null ? [] : [t('library.preparing')]),
  ]
  // In the order in which it is read: called by what is seen of it, a card is found.
  const said = isList
    ? [length, more.join(' · '), ...states]
    : [[length, ...states].join(' '), ...more.map((fact) => `· ${fact}`)]
  const file = (binId: BinId | null): void => {
    dispatch('assets.file', { assetIds: chosen(), binId })
  }

  if (isRenaming) {
    return (
      <RenameField
        label={t('library.rename')}
        name={asset.name}
        onRename={(name) => dispatch('asset.rename', { assetId: asset.id, name })}
        onDone={() => setIsRenaming(false)}
      />
    )
  }
  /** The whole selection where the card is part of it. */
  const chosen = (): AssetId[] => {
    const { assets } = useSession.getState()
    return assets.includes(asset.id) ? (assets as AssetId[]) : [asset.id]
  }
  return (
    <ContextMenu
      items={[
        { label: t('library.openInMonitor'), run: open },
        place('insert'),
        place('overwrite'),
        place('append'),
        {
          label: t('library.clearMarks'),
          isDisabled: !asset.marks,
          run: () => dispatch('asset.mark', { assetId: asset.id, in: null, out: null }),
        },
        {
          label: t('library.makeProxy'),
          isDisabled: asset.info.kind !== 'video' || status?.proxy === 'ready' || !isOnline,
          run: () => void makeProxies(chosen()),
        },
        {
          label: t('library.rename'),
          run: () => setIsRenaming(true),
          section: true,
        },
        ...(isOnline
          ? []
          : [{ label: t('library.relink'), run: () => void relinkMissing([asset.mediaKey]) }]),
        {
          label: t('library.moveTo'),
          isDisabled: bins.length === 0,
          items: [
            { label: t('library.top'), run: () => file(null) },
            ...bins.map((bin) => ({ label: bin.name, run: () => file(bin.id) })),
          ],
        },
        {
          label: t('library.remove'),
          run: () => dispatch('assets.remove', { assetIds: chosen() }),
          section: true,
        },
      ]}
    >
      <button
        ref={(card) => (card ? watchSeen(card, asset.mediaKey) : undefined)}
        type="button"
        role="option"
        aria-selected={isSelected}
        aria-label={`${asset.name}, ${said.join(' ')}`}
        title={`${asset.name}\n${facts}${asset.credit === undefined ? '' : `\n${asset.credit}`}`}
        className={styles.asset}
        draggable
        onDragStart={(event) => {
          event.dataTransfer.setData(ASSET_TYPE, asset.id)
          event.dataTransfer.effectAllowed = 'copy'
        }}
        onClick={(event) => select(event.ctrlKey || event.metaKey)}
        onDoubleClick={open}
        onKeyDown={(event) => {
          if (event.key === 'Enter') open()
          else if (event.key === 'F2') setIsRenaming(true)
          else return
          event.preventDefault()
        }}
      >
        <Poster asset={asset} />
        <div className={styles.name}>{asset.name}</div> <div className={styles.facts}>{length}</div>{' '}
        <div className={styles.more}>{more.join(' · ')}</div>{' '}
        <div className={styles.badges}>
          {!isOnline && <Badge tone="error">{t('library.missing')}</Badge>}
          {isDuplicate && <Badge tone="warning">{t('library.duplicate')}</Badge>}
        </div>
        {uses > 0 && (
          <div className={styles.uses} title={t('library.uses', { count: uses })}>
            {uses}
          </div>
        )}
        {preparing !== null && (
          <div className={styles.progress}>
            <ProgressBar label={t('library.preparing')} fraction={preparing.fraction} />
          </div>
        )}
      </button>
    </ContextMenu>
  )
}
