import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { moneyFromDollars } from '../../../shared/generation/pricing.ts'
import { settingsOf } from '../../../shared/model/select.ts'
import { call } from '../../bridge/keyreel.ts'
import { errorInWords } from '../../i18n/inWords.ts'
import { typedDollars } from '../../i18n/numbers.ts'
import { committedProject } from '../../store/document.ts'
import { Field, inputClass } from '../../ui/Field.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import type { ShotQuote } from './quotes.ts'

interface LimitsDialogProps {
  readonly money: ShotQuote['money']
  /** Called once new limits are kept. */
  readonly onSet: () => void
  readonly onClose: () => void
}

/** What the project may cost, and above which amount it asks. Empty fields mean no limit. */
export function LimitsDialog({ money, onSet, onClose }: LimitsDialogProps) {
  const { t } = useTranslation()
  const [capId, confirmId] = [useId(), useId()]
  const [cap, setCap] = useState(typed(money.cap))
  const [confirmAbove, setConfirmAbove] = useState(typed(money.confirmAbove))
  const [problem, setProblem] = useState<string | null>(null)
  const limits = { cap: amountOf(cap), confirmAbove: amountOf(confirmAbove) }
  const isRead = limits.cap !== undefined && limits.confirmAbove !== undefined

  const submit = async (): Promise<void> => {
    const { cap, confirmAbove } = limits
    if (cap === undefined || confirmAbove === undefined) return
    try {
      const projectId = settingsOf(committedProject()).id
      await call('money:setLimits', { projectId, limits: { cap, confirmAbove } })
      onSet()
      onClose()
    } catch (error) {
      setProblem(errorInWords(error))
    }
  }
  return (
    <FormDialog
      title={t('quote.limitsTitle')}
      submit={t('quote.setLimits')}
      canSubmit={isRead}
      problem={isRead ? problem : t('quote.notAmount')}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Field label={t('quote.cap')} htmlFor={capId} hint={t('quote.capHint')}>
        <input
          id={capId}
          className={inputClass}
          inputMode="decimal"
          value={cap}
          onChange={(event) => setCap(event.target.value)}
        />
      </Field>
      <Field label={t('quote.confirmAbove')} htmlFor={confirmId} hint={t('quote.confirmAboveHint')}>
        <input
          id={confirmId}
          className={inputClass}
          inputMode="decimal"
          value={confirmAbove}
          onChange={(event) => setConfirmAbove(event.target.value)}
        />
      </Field>
    </FormDialog>
  )
}

const typed = (amount: number | null): string => (amount === null ? '' : typedDollars(amount))

/** 1e-7 USD, null for nothing typed, undefined for what is no amount. */
function amountOf(words: string): number | null | undefined {
  const trimmed = words.trim().replace(/^\$/, '')
  if (trimmed === '') return null
  return /^\d+([.,]\d{1,7})?$/.test(trimmed)
    ? moneyFromDollars(Number(trimmed.replace(',', '.')))
    : undefined
}
