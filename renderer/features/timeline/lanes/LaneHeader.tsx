/** Header of a lane: what it shows, and adding to it or beside it. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Clip } from '../../../../shared/model/clip.ts'
import type { TrackKind } from '../../../../shared/model/track.ts'
import { valueName } from '../../../i18n/valueName.ts'
import { withKey } from '../../../store/keymap.ts'
import { type FocusedLane, useSession } from '../../../store/session.ts'
import { RowHeader } from '../grid.tsx'
import styles from '../Timeline.module.css'
import { addToLane } from './addToLane.ts'
import { keyedValues, lanesOfClip } from './laneValues.ts'
import { showLane, toggleCurve } from './showLane.ts'

interface LaneHeaderProps {
  readonly clip: Clip
  readonly trackKind: TrackKind
  readonly lane: FocusedLane['lane']
  readonly name: string
  readonly rowKey: string
}

export function LaneHeader({ clip, trackKind, lane, name, rowKey }: LaneHeaderProps) {
  const { t } = useTranslation()
  const shown = useSession((state) => state.shownLanes)
  const isCurve = useSession((state) => state.curveLanes.includes(rowKey))
  const open = new Set<FocusedLane['lane']>([
    ...keyedValues(clip),
    ...shown.filter(({ itemId }) => itemId === clip.id).map((one) => one.lane),
    lane,
  ])
  // A dozen names for each lane would be parts of the page that nobody reads.
  const [isNear, setIsNear] = useState(false)
  const offered = lanesOfClip(clip, trackKind).filter((path) => !open.has(path))
  const offers = isNear ? offered : []
  const add = t(lane === 'pins' ? 'timeline.lanes.addPin' : 'timeline.lanes.addKeyframe', { name })
  const curve = t(isCurve ? 'timeline.curve.close' : 'timeline.curve.open', { name })
  return (
    <RowHeader aria-colindex={1} className={styles.laneHeader} aria-label={name}>
      <span className={styles.name} title={name}>
        ↳ {name}
      </span>
      {lane !== 'pins' && (
        <button
          type="button"
          tabIndex={-1}
          className={styles.laneCurve}
          aria-pressed={isCurve}
          aria-label={curve}
          title={curve}
          onClick={() => toggleCurve(rowKey)}
        />
      )}
      <button
        type="button"
        tabIndex={-1}
        className={styles.laneAdd}
        aria-label={add}
        title={withKey(add, 'keyframe.add')}
        onClick={() => addToLane({ itemId: clip.id, lane })}
      />
      {lane !== 'pins' && (
        <select
          tabIndex={-1}
          className={styles.laneSelect}
          aria-label={t('timeline.lanes.addLane', { name: clip.name })}
          value=""
          onPointerEnter={() => setIsNear(true)}
          onFocus={() => setIsNear(true)}
          onBlur={() => setIsNear(false)}
          onChange={(event) => {
            const chosen = offered.find((path) => path === event.target.value)
            if (chosen) showLane({ itemId: clip.id, lane: chosen })
          }}
        >
          <option value="" disabled>
            {t('timeline.lanes.more')}
          </option>
          {offers.map((path) => (
            <option key={path} value={path}>
              {valueName(clip, path)}
            </option>
          ))}
        </select>
      )}
    </RowHeader>
  )
}
