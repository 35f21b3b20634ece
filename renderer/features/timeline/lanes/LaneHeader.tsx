/** Header of a lane: what it shows, and adding to it or beside it. */
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Clip, Property } from '../../../../shared/model/clip.ts'
import type { TrackKind } from '../../../../shared/model/track.ts'
import { withKey } from '../../../store/keymap.ts'
import type { FocusedLane } from '../../../store/session.ts'
import { RowHeader } from '../grid.tsx'
import styles from '../Timeline.module.css'
import { addKeyframeAt, addToLane } from './addToLane.ts'
import { keyedProperties, LANE_PROPERTIES, SOUND_LANE_PROPERTIES } from './animatedOf.ts'

interface LaneHeaderProps {
  readonly clip: Clip
  readonly trackKind: TrackKind
  readonly lane: FocusedLane['lane']
  readonly name: string
}

export function LaneHeader({ clip, trackKind, lane, name }: LaneHeaderProps) {
  const { t } = useTranslation()
  const keyed = keyedProperties(clip)
  const offered: readonly Property[] =
    trackKind === 'sound' ? SOUND_LANE_PROPERTIES : LANE_PROPERTIES
  const addLane = (property: string): void => {
    const chosen = offered.find((one) => one === property)
    if (chosen && !addToLane({ itemId: clip.id, lane: chosen })) addKeyframeAt(clip, chosen, 0)
  }
  const add = t(lane === 'pins' ? 'timeline.lanes.addPin' : 'timeline.lanes.addKeyframe', { name })
  return (
    <RowHeader className={styles.laneHeader} aria-label={name}>
      <span className={styles.name}>↳ {name}</span>
      <button
        type="button"
        tabIndex={-1}
        className={styles.laneAdd}
        aria-label={add}
        title={withKey(add, 'keyframe.add')}
        onClick={() => addToLane({ itemId: clip.id, lane })}
      >
        <Plus size={13} aria-hidden="true" />
      </button>
      {lane !== 'pins' && (
        <select
          tabIndex={-1}
          className={styles.laneSelect}
          aria-label={t('timeline.lanes.addLane', { name: clip.name })}
          value=""
          onChange={(event) => addLane(event.target.value)}
        >
          <option value="" disabled>
            {t('timeline.lanes.more')}
          </option>
          {offered
            .filter((property) => !keyed.includes(property))
            .map((property) => (
              <option key={property} value={property}>
                {t(`timeline.property.${property}`)}
              </option>
            ))}
        </select>
      )}
    </RowHeader>
  )
}
