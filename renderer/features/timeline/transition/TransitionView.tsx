/** A transition over the clips it joins: its length, its name, edges to trim and a body to move. */
import { useTranslation } from 'react-i18next'
import type { Project } from '../../../../shared/model/project.ts'
import type { Timeline } from '../../../../shared/model/timeline.ts'
import type { Transition } from '../../../../shared/model/transition.ts'
import { formatTimecode } from '../../../../shared/time/timecode.ts'
import { useSession } from '../../../store/session.ts'
import { GridCell } from '../grid.tsx'
import styles from '../Timeline.module.css'
import { type View, xOf } from '../zoom.ts'
import { placeTransition } from './placedTransition.ts'

/** Narrower ones show no name. */
const ROOM_FOR_NAME = 48
const NARROWEST = 6
/** Tells the stylesheet where to draw the cut, which has no element of its own. */
const cutAt = (pixels: number): object => ({ '--cut': `${pixels}px` })

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
  const left = xOf(place.start, view)
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
      data-thing={id}
      data-selected={isSelected || undefined}
      data-side={from === null ? 'in' : to === null ? 'out' : undefined}
      title={name}
      style={{ left, width, ...cutAt(xOf(place.cut, view) - left) }}
    >
      {width >= ROOM_FOR_NAME && <span className={styles.transitionName}>{name}</span>}
    </GridCell>
  )
}
