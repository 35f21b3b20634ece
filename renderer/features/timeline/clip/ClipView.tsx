/** One clip on its track: name strip above the filmstrip, or the sound's envelope. */
import { memo, useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Clip } from '../../../../shared/model/clip.ts'
import { clipMedia } from '../../../../shared/model/clipMedia.ts'
import type { Project } from '../../../../shared/model/project.ts'
import type { PlacedItem } from '../../../../shared/model/select.ts'
import type { Timeline } from '../../../../shared/model/timeline.ts'
import { useMedia } from '../../../store/media.ts'
import { useSession } from '../../../store/session.ts'
import { takesInView, useTakes } from '../../../store/takes.ts'
import { Filmstrip } from '../filmstrip/Filmstrip.tsx'
import { GridCell } from '../grid.tsx'
import { edgeWidth } from '../hit.ts'
import { toggleLanes } from '../lanes/showLane.ts'
import styles from '../Timeline.module.css'
import { Waveform } from '../waveform/Waveform.tsx'
import { positionAt, type View, xOf } from '../zoom.ts'
import { ClipFades } from './ClipFades.tsx'
import { clipLabel } from './clipLabel.ts'
import { shownMedia, speedLabel, withCandidate } from './mediaOfClip.ts'
import { ShotState, useShotBadge } from './ShotState.tsx'
import { NAME_STRIP, NARROW, SLIVER } from './sizes.ts'
import { VolumeLine } from './VolumeLine.tsx'

/** What of a clip lies outside the window by more than this is not drawn. */
const OVERDRAW = 60
const ROOM_FOR_CHEVRON = 72
const ROOM_FOR_FADES = 40
/** Of so many selected clips each shows what can be done with it; of more, only the one under the hand. */
const FEW = 4

export interface ClipViewProps {
  readonly project: Project
  readonly timeline: Timeline
  readonly placed: PlacedItem<Clip>
  /** Of the grid. */
  readonly column: number
  readonly view: View
  /** Pixels of the tracks' window. */
  readonly width: number
  readonly height: number
}

export const ClipView = memo(function ClipView(props: ClipViewProps) {
  const { project, timeline, placed, view, width, height } = props
  const { item, track, start, end } = placed
  const { t } = useTranslation()
  const isSelected = useSession((state) => state.clips.includes(item.id))
  const isOneOfFew = useSession(({ clips }) => clips.length <= FEW) && isSelected
  const [isHovered, setIsHovered] = useState(false)
  const isOpen = useSession((state) => state.openLanes.includes(item.id))
  const isFocused = useSession((state) => state.focusedThing === item.id)
  const shot = item.source.kind === 'shot' ? project.shots.get(item.source.shotId) : undefined
  const badge = useShotBadge(project, track.kind === 'picture' ? shot : undefined)
  const candidate = useTakes((state) =>
    shot && shot.takeId === undefined && !shot.source
      ? takesInView(state.byShot[shot.id], shot).at(-1)
      : undefined,
  )
  const media = useMemo(
    () => shownMedia(shot ? withCandidate(project, shot, candidate) : project, item, timeline.rate),
    [project, shot, candidate, item, timeline.rate],
  )
  const { framesPerPixel } = view
  const secondsAt = useCallback(
    (pixels: number) => media?.secondsAt(pixels * framesPerPixel) ?? 0,
    [media, framesPerPixel],
  )
  const isOffline = useMedia(
    (state) => media !== null && state.byKey[media.asset.mediaKey]?.online === false,
  )
  const isMissing = isOffline || clipMedia(project, item).kind === 'missing'

  const left = xOf(start, view)
  const right = xOf(end, view)
  const drawnLeft = Math.max(left, -OVERDRAW)
  // Seen under its ring however short it is.
  const least = isFocused ? SLIVER : 1
  const drawnWidth = Math.max(least, Math.min(right, width + OVERDRAW) - drawnLeft)
  const kind = track.kind === 'sound' ? 'sound' : shot ? 'shot' : 'picture'
  const speed = speedLabel(item)
  const written = [
    ...(speed ? [speed] : []),
    ...(badge ? [t(`timeline.badge.${badge}`)] : []),
    ...(isMissing ? [t('timeline.clip.missing')] : []),
  ]
  const states = [
    ...(item.enabled ? [] : [t('timeline.clip.disabled')]),
    ...(isSelected ? [t('timeline.clip.selected')] : []),
  ]
  const isNarrow = drawnWidth < NARROW
  const isSliver = drawnWidth < SLIVER
  const isActive = isHovered || isFocused || isOneOfFew
  const hasChevron = (isActive || isOpen) && drawnWidth > ROOM_FOR_CHEVRON
  const isPlain = written.length === 0 && !hasChevron
  const strip = { clipLeft: left - drawnLeft, width: drawnWidth, secondsAt }
  const padding = {
    paddingLeft: Math.max(7, 7 - drawnLeft),
    paddingRight: Math.max(4, drawnLeft + drawnWidth - width + 4),
  }
  return (
    <GridCell
      aria-colindex={props.column}
      aria-selected={isSelected}
      aria-label={clipLabel(placed, timeline, t('timeline.clip.to'), written, states)}
      data-item={item.id}
      data-thing={item.id}
      data-kind={kind}
      data-missing={isMissing || undefined}
      data-trial={candidate !== undefined || undefined}
      data-disabled={!item.enabled || undefined}
      className={styles.clip}
      onPointerEnter={() => setIsHovered(true)}
      onPointerLeave={() => setIsHovered(false)}
      style={{ left: drawnLeft, width: drawnWidth, ...(isPlain && !isNarrow && padding) }}
    >
      {media && !isSliver && track.kind === 'picture' && media.asset.info.video.length > 0 && (
        <Filmstrip asset={media.asset} {...strip} height={height - NAME_STRIP} />
      )}
      {media && !isSliver && track.kind === 'sound' && (
        <Waveform asset={media.asset} {...strip} height={height} />
      )}
      {!isSliver && track.kind === 'sound' && (
        <VolumeLine
          clip={item}
          start={start}
          framesPerPixel={framesPerPixel}
          // The same while all of the clip is seen: scrolling moves the canvas and draws nothing.
          from={drawnLeft === left ? start : positionAt(drawnLeft, view)}
          width={drawnWidth}
          height={height}
        />
      )}
      {/* A name alone needs no parts of its own: hundreds of clips have nothing else. */}
      {isPlain && !isNarrow && item.name}
      {!isPlain && !isNarrow && (
        <div className={styles.nameStrip} style={padding}>
          <span className={styles.name}>{item.name}</span>{' '}
          {speed && <span className={styles.dim}>{speed}</span>}{' '}
          {badge && <ShotState badge={badge} />}{' '}
          {isMissing && <span className={styles.missing}>{t('timeline.clip.missing')}</span>}
          {hasChevron && <Chevron clip={item} isOpen={isOpen} />}
        </div>
      )}
      {!isSliver && track.kind !== 'subtitle' && (
        <ClipFades
          clip={item}
          clipLeft={left - drawnLeft}
          framesPerPixel={framesPerPixel}
          width={drawnWidth}
          height={height}
          hasHandles={isActive && right - left > ROOM_FOR_FADES && !track.locked}
        />
      )}
      {isHovered && drawnLeft === left && (
        <div className={styles.edge} style={{ left: 0, width: edgeWidth(right - left) }} />
      )}
      {isHovered && drawnLeft + drawnWidth >= right && (
        <div className={styles.edge} style={{ right: 0, width: edgeWidth(right - left) }} />
      )}
    </GridCell>
  )
})

function Chevron({ clip, isOpen }: { readonly clip: Clip; readonly isOpen: boolean }) {
  const { t } = useTranslation()
  const label = t(isOpen ? 'timeline.lanes.close' : 'timeline.lanes.open', { name: clip.name })
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.chevron}
      aria-expanded={isOpen}
      aria-label={label}
      title={label}
      data-own-press=""
      onClick={() => toggleLanes(clip.id)}
    ></button>
  )
}
