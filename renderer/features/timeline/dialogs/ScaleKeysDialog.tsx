/** Spreads the selected keyframes or pins in time, or draws them together, about the first of them. */
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Command } from '../../../../shared/commands/registry.ts'
import { clipOf, record } from '../../../../shared/model/select.ts'
import { type Rational, rational } from '../../../../shared/time/rational.ts'
import { say } from '../../../../shared/words/say.ts'
import { useAttempt } from '../../../store/attempt.ts'
import { dispatchAll, newCommand } from '../../../store/dispatchAll.ts'
import { committedProject } from '../../../store/document.ts'
import { useSession } from '../../../store/session.ts'
import { Field, inputClass } from '../../../ui/Field.tsx'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { scaledKeys } from '../lanes/laneCommands.ts'

/** Each clip's keyframes about their own first one. */
function scalings(factor: Rational): Command[] {
  const project = committedProject()
  const { keyframes, pins } = useSession.getState()
  if (pins.length > 0) {
    const anchor = Math.min(...pins.map((id) => record(project, 'pins', id).index))
    return [newCommand('pins.scale', { pinIds: [...pins], anchor, factor })]
  }
  return [...new Set(keyframes.map(({ itemId }) => itemId))].flatMap((itemId) => {
    const clip = clipOf(project, itemId)
    const own = keyframes.filter((one) => one.itemId === itemId)
    return scaledKeys(clip, own, factor)
  })
}

export function ScaleKeysDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const id = useId()
  const [typed, setTyped] = useState('200')
  const { problem, attempt } = useAttempt(onClose)
  const percent = Number(typed.replace(',', '.'))
  const isFactor = percent >= 1 && percent <= 10_000
  const keep = (): boolean =>
    dispatchAll(say('label:batchScale'), scalings(rational(Math.round(percent * 100), 10_000)))
  return (
    <FormDialog
      title={t('timeline.scaleKeys.title')}
      submit={t('timeline.scaleKeys.submit')}
      canSubmit={isFactor}
      problem={problem}
      onSubmit={() => attempt(keep)}
      onClose={onClose}
    >
      <Field
        label={t('timeline.scaleKeys.percent')}
        htmlFor={id}
        hint={t('timeline.scaleKeys.hint')}
        problem={isFactor ? undefined : t('timeline.scaleKeys.range')}
      >
        <input
          id={id}
          className={inputClass}
          inputMode="decimal"
          value={typed}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Field>
    </FormDialog>
  )
}
