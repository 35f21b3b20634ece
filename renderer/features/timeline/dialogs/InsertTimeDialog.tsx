/** Opens time at the playhead, or as much as lies between in and out. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { frameAt } from '../../../../shared/time/frames.ts'
import { ONE } from '../../../../shared/time/rational.ts'
import { formatTimecode } from '../../../../shared/time/timecode.ts'
import { useAttempt } from '../../../store/attempt.ts'
import { activeTimeline, committedProject, dispatch } from '../../../store/document.ts'
import { DurationField } from '../../../ui/DurationField.tsx'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { playheadFrame } from '../verbs/here.ts'

export function InsertTimeDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const { id, rate, startFrame, inFrame, outFrame } = activeTimeline(committedProject())
  const hasRange = inFrame !== undefined && outFrame !== undefined
  const frame = hasRange ? inFrame : playheadFrame()
  const usual = hasRange ? outFrame - inFrame : frameAt(ONE, rate)
  const [duration, setDuration] = useState<number | null>(usual)
  const { problem, attempt } = useAttempt(onClose)
  const keep = (): boolean =>
    duration !== null && dispatch('time.insert', { timelineId: id, frame, duration })
  return (
    <FormDialog
      title={t('timeline.insertTime.title', { timecode: formatTimecode(frame + startFrame, rate) })}
      submit={t('timeline.insertTime.submit')}
      canSubmit={duration !== null}
      problem={problem}
      onSubmit={() => attempt(keep)}
      onClose={onClose}
    >
      <DurationField
        label={t('timeline.length.label')}
        value={duration ?? usual}
        rate={rate}
        problem={t('timeline.length.invalid')}
        onChange={setDuration}
      />
      <p>{t('timeline.insertTime.note')}</p>
    </FormDialog>
  )
}
