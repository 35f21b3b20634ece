/** Holds the frame under the playhead for a while. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { frameAt } from '../../../../shared/time/frames.ts'
import { rational } from '../../../../shared/time/rational.ts'
import { useAttempt } from '../../../store/attempt.ts'
import { activeTimeline, committedProject, dispatch } from '../../../store/document.ts'
import { Check } from '../../../ui/Check.tsx'
import { DurationField } from '../../../ui/DurationField.tsx'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { clipUnder, playheadFrame } from '../verbs/here.ts'

const USUAL_SECONDS = rational(2)

export function FreezeDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const { rate } = activeTimeline(committedProject())
  const [duration, setDuration] = useState<number | null>(() => frameAt(USUAL_SECONDS, rate))
  const [shown] = useState(() => frameAt(USUAL_SECONDS, rate))
  const [ripple, setRipple] = useState(true)
  const { problem, attempt } = useAttempt(onClose)
  const frame = playheadFrame()
  const placed = clipUnder(frame)
  const keep = (): boolean =>
    placed !== undefined &&
    duration !== null &&
    dispatch('frame.freeze', { itemId: placed.item.id, frame, duration, ripple })
  return (
    <FormDialog
      title={t('timeline.freeze.title', { name: placed?.item.name ?? '' })}
      submit={t('timeline.freeze.submit')}
      canSubmit={placed !== undefined && duration !== null}
      problem={problem}
      onSubmit={() => attempt(keep)}
      onClose={onClose}
    >
      <DurationField
        label={t('timeline.length.label')}
        value={duration ?? shown}
        rate={rate}
        problem={t('timeline.length.invalid')}
        onChange={setDuration}
      />
      <Check isOn={ripple} onChange={setRipple}>
        {t('timeline.freeze.ripple')}
      </Check>
    </FormDialog>
  )
}
