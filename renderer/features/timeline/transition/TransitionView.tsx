/** A transition over the clips it joins: its length, its name, edges to trim and a body to move. */
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Project } from '../../../../shared/model/project.ts'
import type { Timeline } from '../../../../shared/model/timeline.ts'
import type { Transition } from '../../../../shared/model/transition.ts'
import { formatTimecode } from '../../../../shared/time/timecode.ts'
import { selectTransitions, useSession } from '../../../store/session.ts'
import { GridCell } from '../grid.tsx'
import { edgeWidth } from '../hit.ts'
import { nudgeOf } from '../lanes/nudge.ts'
import styles from '../Timeline.module.css'
import { type View, xOf } from '../zoom.ts'
import { nudgeTransition } from './nudgeTransition.ts'
import { placeTransition } from './placedTransition.ts'

/** Narrower ones show no name. */
const ROOM_FOR_NAME = 48
const NARROWEST = 6

interface TransitionViewProps {
  readonly project: Project
  readonly timeline: Timeline
  readonly transition: Transition
  /** Of the grid. */
  readonly column: number
  readonly view: View
}

export function TransitionView({
  project,
  timeline,
  transition,
  column,
  view,
}: TransitionViewProps) {
  const { t } = useTranslation()
  const { id, from, to, style } = transition
  const isSelected = useSession((state) => state.transitions.includes(id))
  const place = placeTransition(project, transition)
  if (!place) return null
  const nameOf = (itemId: typeof from): string => {
    const item = itemId === null ? undefined : project.items.get(itemId)
    return item?.kind === 'clip' ? item.name : t('transition.nothing')
  }
  const width = Math.max(NARROWEST, (place.end - place.start) / view.framesPerPixel)
  const name = t(`transition.kind.${style.kind}`)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' || event.key === ' ') selectTransitions([id])
    else {
      const by = nudgeOf(event)
      if (!by) return
      nudgeTransition(transition, by)
    }
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <GridCell
      aria-colindex={column}
      aria-selected={isSelected}
      aria-label={t('transition.says', {
        name,
        from: nameOf(from),
        to: nameOf(to),
        start: formatTimecode(place.start + timeline.startFrame, timeline.rate),
        end: formatTimecode(place.end + timeline.startFrame, timeline.rate),
      })}
      className={styles.transition}
      data-transition={id}
      data-selected={isSelected || undefined}
      data-side={from === null ? 'in' : to === null ? 'out' : undefined}
      title={name}
      style={{ left: xOf(place.start, view), width }}
      onKeyDown={onKeyDown}
    >
      <div
        className={styles.transitionCut}
        style={{ left: xOf(place.cut, view) - xOf(place.start, view) }}
      />
      {width >= ROOM_FOR_NAME && <span className={styles.transitionName}>{name}</span>}
      {(['start', 'end'] as const).map((edge) => (
        <div
          key={edge}
          className={styles.edge}
          data-transition-edge={edge}
          style={{ [edge === 'start' ? 'left' : 'right']: 0, width: edgeWidth(width) }}
        />
      ))}
    </GridCell>
  )
}
