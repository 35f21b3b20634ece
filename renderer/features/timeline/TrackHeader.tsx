/** Name and switches of a track; its lower edge is dragged to its height. */
import { type KeyboardEvent, memo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TRACK_HEIGHT, type Track } from '../../../shared/model/track.ts'
import { cancelPreview, dispatch, preview } from '../../store/document.ts'
import { ContextMenu } from '../../ui/ContextMenu.tsx'
import { beginGesture } from '../../ui/pointer.ts'
import { RenameField } from '../../ui/RenameField.tsx'
import { RowHeader } from './grid.tsx'
import styles from './Timeline.module.css'

type Switch = 'muted' | 'solo' | 'locked' | 'hidden'

/** Pictures are hidden, sound is muted; both can be heard or seen alone and locked. */
const SWITCHES: Record<Track['kind'], readonly Switch[]> = {
  picture: ['hidden', 'locked'],
  sound: ['muted', 'solo', 'locked'],
  subtitle: ['hidden', 'locked'],
}

/** Pixels of an arrow key on the edge. */
const STEP = 8

interface TrackHeaderProps {
  readonly track: Track
  /** Pixels. */
  readonly height: number
}

export const TrackHeader = memo(function TrackHeader({ track, height }: TrackHeaderProps) {
  const { t } = useTranslation()
  const [isRenaming, setIsRenaming] = useState(false)
  const set = (patch: Parameters<typeof dispatch<'track.set'>>[1]['patch']): void => {
    dispatch('track.set', { trackId: track.id, patch })
  }
  const rename = (): void => setIsRenaming(true)
  return (
    <ContextMenu
      items={[
        { label: t('timeline.track.rename'), run: rename },
        ...SWITCHES[track.kind].map((name, order) => ({
          label: t(`timeline.track.${track[name] ? 'off' : 'on'}.${name}`),
          run: () => set({ [name]: !track[name] }),
          section: order === 0,
        })),
        {
          label: t(`timeline.track.${track.syncLocked ? 'off' : 'on'}.syncLocked`),
          run: () => set({ syncLocked: !track.syncLocked }),
        },
        {
          label: t('timeline.track.remove'),
          run: () => dispatch('track.remove', { trackId: track.id }),
          section: true,
        },
      ]}
      onOpen={(event) => event.stopPropagation()}
    >
      <RowHeader aria-colindex={1} className={styles.header} aria-label={track.name}>
        {isRenaming ? (
          <RenameField
            label={t('timeline.track.rename')}
            name={track.name}
            onRename={(name) => set({ name })}
            onDone={() => setIsRenaming(false)}
          />
        ) : (
          // biome-ignore lint/a11y/noStaticElementInteractions: the header's menu renames by keys
          <b className={styles.trackName} title={track.name} onDoubleClick={rename}>
            {track.name}
          </b>
        )}
        {!isRenaming &&
          SWITCHES[track.kind].map((name) => (
            <button
              key={name}
              type="button"
              className={styles.switch}
              tabIndex={-1}
              aria-pressed={track[name]}
              aria-label={t(`timeline.track.${name}`, { name: track.name })}
              title={t(`timeline.track.${name}`, { name: track.name })}
              onClick={() => set({ [name]: !track[name] })}
            >
              {t(`timeline.track.letter.${name}`)}
            </button>
          ))}
        <HeightEdge track={track} height={height} />
      </RowHeader>
    </ContextMenu>
  )
})

const within = (height: number): number =>
  Math.round(Math.min(TRACK_HEIGHT.max, Math.max(TRACK_HEIGHT.min, height)))

/** Drawn while it is dragged, kept when it is let go; Esc gives the old height back, a double click the usual one. */
function HeightEdge({ track, height }: TrackHeaderProps) {
  const { t } = useTranslation()
  const to = (next: number | null) => ({
    trackId: track.id,
    patch: { height: next === null ? null : within(next) },
  })
  const byKey = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowDown' ? STEP : event.key === 'ArrowUp' ? -STEP : 0
    if (by === 0) return
    event.preventDefault()
    event.stopPropagation()
    dispatch('track.set', to(height + by))
  }
  return (
    <div
      role="slider"
      tabIndex={-1}
      aria-orientation="vertical"
      aria-label={t('timeline.track.height', { name: track.name })}
      aria-valuemin={TRACK_HEIGHT.min}
      aria-valuemax={TRACK_HEIGHT.max}
      aria-valuenow={height}
      className={styles.heightEdge}
      onKeyDown={byKey}
      onDoubleClick={() => dispatch('track.set', to(null))}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        // The row may be drawn anew while it is dragged; the rows' own element stays.
        const host = event.currentTarget.closest<HTMLElement>('[role="treegrid"]')
        const pressedY = event.clientY
        if (!host) return
        beginGesture(host, event.nativeEvent, {
          update: ({ y }) => preview('track.set', to(height + y - pressedY)),
          drop: ({ y }) => {
            cancelPreview()
            dispatch('track.set', to(height + y - pressedY))
          },
          cancel: cancelPreview,
        })
      }}
    />
  )
}
