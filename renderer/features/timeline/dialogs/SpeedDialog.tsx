/** How fast clips play: as a percentage or as the length it makes, and backwards. */
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { negate, ONE, type Rational, rational, toNumber } from '../../../../shared/time/rational.ts'
import { say } from '../../../../shared/words/say.ts'
import { useAttempt } from '../../../store/attempt.ts'
import { dispatchAll, newCommand } from '../../../store/dispatchAll.ts'
import { activeTimeline, committedProject } from '../../../store/document.ts'
import { Check } from '../../../ui/Check.tsx'
import { DurationField } from '../../../ui/DurationField.tsx'
import { Field, inputClass } from '../../../ui/Field.tsx'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { speedFor } from '../stretch.ts'
import { recordings, selectedClips } from '../verbs/here.ts'

const magnitude = ({ num, den }: Rational): Rational => rational(Math.abs(num), den)
const percentOf = (speed: Rational): string =>
  String(Math.round(toNumber(magnitude(speed)) * 10_000) / 100)

export function SpeedDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const id = useId()
  // What was selected when it was opened: the dialog keeps everything else away.
  const [clips] = useState(() => recordings(selectedClips()).map(({ item }) => item))
  const [first] = clips
  const start = first && first.speed.num !== 0 ? first.speed : ONE
  const [speed, setSpeed] = useState(magnitude(start))
  const [typed, setTyped] = useState<string | null>(null)
  const [isReversed, setReversed] = useState(start.num < 0)
  const [ripple, setRipple] = useState(true)
  const [isLength, setIsLength] = useState(true)
  const { problem, attempt } = useAttempt(onClose)
  const amount = typed === null ? Number(percentOf(speed)) : Number(typed.replace(',', '.'))
  const isSpeed = amount >= 0.01 && amount <= 10_000
  const { rate } = activeTimeline(committedProject())
  const length = first ? (first.duration * toNumber(magnitude(start))) / toNumber(speed) : 0

  const keep = (): boolean =>
    dispatchAll(
      say('label:batchRetime'),
      clips.map(({ id: itemId }) =>
        newCommand('clip.retime', { itemId, speed: isReversed ? negate(speed) : speed, ripple }),
      ),
    )
  return (
    <FormDialog
      title={t('timeline.speed.title')}
      submit={t('timeline.speed.submit')}
      canSubmit={isSpeed && isLength && clips.length > 0}
      problem={problem}
      onSubmit={() => attempt(keep)}
      onClose={onClose}
    >
      <Field
        label={t('timeline.speed.percent')}
        htmlFor={id}
        problem={isSpeed ? undefined : t('timeline.speed.range')}
      >
        <input
          id={id}
          className={inputClass}
          inputMode="decimal"
          value={typed ?? percentOf(speed)}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => {
            setTyped(event.target.value)
            const next = Number(event.target.value.replace(',', '.'))
            if (next >= 0.01 && next <= 10_000) setSpeed(rational(Math.round(next * 100), 10_000))
          }}
          onBlur={() => setTyped(null)}
        />
      </Field>
      {first && clips.length === 1 && (
        <DurationField
          label={t('timeline.speed.duration')}
          value={Math.max(1, Math.round(length))}
          rate={rate}
          problem={t('timeline.length.invalid')}
          onChange={(frames) => {
            setIsLength(frames !== null)
            if (frames !== null) {
              setSpeed(speedFor({ speed: magnitude(start), duration: first.duration }, frames))
            }
          }}
        />
      )}
      <Check isOn={isReversed} onChange={setReversed}>
        {t('timeline.speed.reverse')}
      </Check>
      <Check isOn={ripple} onChange={setRipple}>
        {t('timeline.speed.ripple')}
      </Check>
    </FormDialog>
  )
}
