/** The keyframes of a value as diamonds, in a lane or on the clip itself. */
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { ValuePath } from '../../../../shared/model/animatedPath.ts'
import type { Clip } from '../../../../shared/model/clip.ts'
import type { Timeline } from '../../../../shared/model/timeline.ts'
import { formatTimecode } from '../../../../shared/time/timecode.ts'
import { valueName } from '../../../i18n/valueName.ts'
import { selectKeyframes, useSession } from '../../../store/session.ts'
import { formatValue, valueForm } from '../../../ui/valueForms.ts'
import { useFeedback } from '../gestures/feedback.ts'
import styles from '../Timeline.module.css'
import { type View, xOf } from '../zoom.ts'
import type { Axis } from './laneGeometry.ts'
import { laneValue } from './laneValues.ts'

interface KeyframesProps {
  readonly clip: Clip
  readonly property: ValuePath
  readonly timeline: Timeline
  /** The clip's first frame on the timeline. */
  readonly start: number
  readonly view: View
  readonly axis: Axis
  /** Pixels; what lies outside is not drawn. */
  readonly width: number
  /** They lie on a clip this high, on an axis of its own, and move freely. */
  readonly onClip?: number
  readonly onKeyDown: (event: KeyboardEvent) => void
}

export function Keyframes(props: KeyframesProps) {
  const { clip, property, timeline, start, view, axis, width, onClip } = props
  const { t } = useTranslation()
  const selected = useSession((state) => state.keyframes)
  const held = useFeedback((state) => state.held)
  const isRefused = useFeedback((state) => state.refused !== null)
  const form = valueForm(clip, property)
  const name = valueName(clip, property)
  const itemId = clip.id
  return laneValue(clip, property).keyframes.map(({ id, frame, value }) => {
    const x = xOf(start + (held[id] ?? frame), view)
    if (x < -20 || x > width + 20) return null
    const isSelected = selected.some(({ keyframeId }) => keyframeId === id)
    return (
      <button
        key={id}
        type="button"
        className={styles.keyframe}
        data-keyframe={id}
        data-item={itemId}
        data-property={property}
        data-on-clip={onClip}
        data-refused={(isRefused && id in held) || undefined}
        aria-pressed={isSelected}
        aria-label={t('timeline.keyframe', {
          name,
          timecode: formatTimecode(start + frame + timeline.startFrame, timeline.rate),
          value: formatValue(form, value),
        })}
        style={{ left: x, top: axis.yOf(value) }}
        onFocus={() => useSession.setState({ focusedLane: { itemId, lane: property } })}
        onKeyDown={props.onKeyDown}
        onClick={(event) => {
          // The pointer selects on its press; this is Enter and Space, and with Ctrl they join or leave.
          if (event.detail !== 0) return
          const own = { itemId, property, keyframeId: id }
          const others = selected.filter(({ keyframeId }) => keyframeId !== id)
          if (!event.ctrlKey && !event.metaKey) selectKeyframes([own])
          else selectKeyframes(isSelected ? others : [...selected, own])
        }}
      >
        <i />
      </button>
    )
  })
}
