/** How many pictures a second an image sequence has: what nobody wrote down in its files. */
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Asset } from '../../../shared/model/asset.ts'
import { formatRate, RATE_NAMES, RATES } from '../../../shared/time/frames.ts'
import { call } from '../../bridge/keyreel.ts'
import { errorInWords } from '../../i18n/inWords.ts'
import { number } from '../../i18n/numbers.ts'
import { dispatch, useDocument } from '../../store/document.ts'
import { Field, inputClass } from '../../ui/Field.tsx'

export function SequenceRate({ asset }: { readonly asset: Asset }) {
  const { t } = useTranslation()
  const id = useId()
  const [problem, setProblem] = useState<string | null>(null)
  const rate = asset.info.video[0]?.rate
  if (!rate) return null
  const now = formatRate(rate)
  const names = RATE_NAMES.includes(now) ? RATE_NAMES : [now, ...RATE_NAMES]
  const change = async (name: string): Promise<void> => {
    const wanted = RATES[name]
    if (!wanted) return
    try {
      const made = await call('media:interpret', { mediaKey: asset.mediaKey, rate: wanted })
      const isDone = dispatch('asset.interpret', { assetId: asset.id, ...made })
      setProblem(isDone ? null : useDocument.getState().refusal)
    } catch (error) {
      setProblem(errorInWords(error))
    }
  }
  return (
    <Field label={t('library.fact.sequenceRate')} htmlFor={id}>
      <select
        id={id}
        className={inputClass}
        value={now}
        onChange={(event) => void change(event.target.value)}
      >
        {names.map((name) => (
          <option key={name} value={name}>
            {t('settings.project.fps', { rate: number(Number(name), { most: 3 }) })}
          </option>
        ))}
      </select>
      {problem !== null && <p role="alert">{problem}</p>}
    </Field>
  )
}
