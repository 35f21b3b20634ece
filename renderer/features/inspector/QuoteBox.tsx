import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Shot } from '../../../shared/model/shot.ts'
import { errorInWords, inWords } from '../../i18n/inWords.ts'
import { day, inDollars } from '../../i18n/numbers.ts'
import { setPreference } from '../../store/preferences.ts'
import { openDialog } from '../../store/session.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { generate, reuse } from './generate.ts'
import styles from './Inspector.module.css'
import { LimitsDialog } from './LimitsDialog.tsx'
import { type EngineName, isShownAtField, type ShotQuote } from './quotes.ts'
import { RequestView } from './RequestView.tsx'

interface QuoteBoxProps {
  readonly shot: Shot
  readonly engine: EngineName
  readonly answer: ShotQuote | null
  readonly failure: string | null
  readonly onAskAgain: () => void
}

/** Which engine, what it costs, and the one button that spends it. */
export function QuoteBox({ shot, engine, answer, failure, onAskAgain }: QuoteBoxProps) {
  const { t } = useTranslation()
  const [problem, setProblem] = useState<string | null>(null)
  const [isShown, setIsShown] = useState(false)
  const [isSending, setIsSending] = useState(false)
  const [areLimitsShown, setAreLimitsShown] = useState(false)
  /** The amount that was pressed once: above the project's limit for asking it takes a second time. */
  const [toConfirm, setToConfirm] = useState<number | null>(null)
  const errors = (answer?.violations ?? []).filter(
    ({ severity, field }) => severity === 'error' && !isShownAtField(field),
  )
  const unavailable = answer?.unavailable ? inWords(answer.unavailable) : undefined
  const quote = answer?.quote ?? null
  const amount = engine === 'local' ? 0 : (quote?.amount ?? 0)
  const money = engine === 'local' ? null : (answer?.money ?? null)
  const isOverCap = money?.isOverCap === true
  const canGenerate =
    answer !== null &&
    answer.request !== null &&
    answer.unavailable === null &&
    quote !== null &&
    !isOverCap
  const isConfirming = money?.asksFirst === true && toConfirm === amount
  // What was seen in the quote is not asked about again.
  const isAnother = answer !== null && (answer.isUnderWay || answer.same.length > 0)
  // What is in the cut already need not be offered.
  const same = (money ? answer?.same : undefined)?.find(({ takeId }) => takeId !== shot.takeId)

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setIsSending(true)
    try {
      await work()
      setProblem(null)
    } catch (error) {
      setProblem(errorInWords(error))
    }
    setIsSending(false)
    setToConfirm(null)
    onAskAgain()
  }
  const press = (): void => {
    if (money?.asksFirst === true && !isConfirming) setToConfirm(amount)
    else
      void attempt(() =>
        generate(shot.id, engine, amount, { isConfirmed: isConfirming, isAnother }),
      )
  }
  const [cap, left] = [inDollars(money?.cap ?? 0), inDollars(money?.left ?? 0)]
  const limit = inDollars(money?.confirmAbove ?? 0)
  return (
    <div className={styles.quote}>
      <div className={styles.quoteHead}>
        <Segmented
          label={t('quote.engine')}
          value={engine}
          options={[
            { value: 'local', label: t('quote.local') },
            { value: 'runware', label: t('quote.runware') },
          ]}
          onChange={(value) => void setPreference('engine', value)}
        />
        {money && (
          <>
            <Button look="quiet" onClick={() => setAreLimitsShown(true)}>
              {t('quote.limits')}
            </Button>
            <Button look="quiet" onClick={() => openDialog('ledger')}>
              {t('quote.books')}
            </Button>
          </>
        )}
      </div>
      <div className={styles.price}>
        <div>
          <div className={styles.amount}>
            {engine === 'local' ? t('quote.free') : quote ? inDollars(quote.amount) : '–'}
          </div>
          <div className={styles.basis} title={quote ? inWords(quote.basis) : undefined}>
            {engine === 'local'
              ? t('quote.localBasis')
              : quote
                ? t(quote.isEstimate ? 'quote.estimate' : 'quote.table', {
                    date: day(quote.asOf),
                  })
                : t('quote.none')}
          </div>
          {money && (
            <div className={styles.basis}>
              {money.cap === null ? t('quote.noCap') : t('quote.capLeft', { left, cap })}
            </div>
          )}
        </div>
        <Button onClick={() => setIsShown(true)} disabled={answer?.request == null}>
          {t('quote.showRequest')}
        </Button>
        <Button look="primary" disabled={!canGenerate || isSending} onClick={press}>
          {isConfirming ? t('quote.confirm', { amount: inDollars(amount) }) : t('quote.generate')}
        </Button>
      </div>
      {same && (
        <div className={styles.price}>
          <div className={styles.basis}>{t('quote.same', { name: same.name })}</div>
          <Button disabled={isSending} onClick={() => void attempt(() => reuse(shot.id, same))}>
            {t('quote.useSame')}
          </Button>
        </div>
      )}
      {money && answer?.isUnderWay === true && (
        <p role="status" className={styles.basis}>
          {t('quote.isUnderWay')}
        </p>
      )}
      {isConfirming && (
        <p role="status" className={styles.basis}>
          {t('quote.asksFirst', { limit, amount: inDollars(amount) })}
        </p>
      )}
      {(errors.length > 0 || unavailable || isOverCap || problem || failure) && (
        <ul role="alert" className={styles.problems}>
          {[
            ...errors.map(({ said }) => inWords(said)),
            unavailable,
            isOverCap ? t('quote.overCap', { left, cap }) : null,
            problem,
            failure,
          ]
            .filter((sentence) => typeof sentence === 'string')
            .map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
        </ul>
      )}
      {areLimitsShown && money && (
        <LimitsDialog money={money} onSet={onAskAgain} onClose={() => setAreLimitsShown(false)} />
      )}
      {isShown && (
        <Dialog title={t('quote.request')} isOpen width={640} onClose={() => setIsShown(false)}>
          <RequestView request={answer?.request ?? null} name={shot.name} />
        </Dialog>
      )}
    </div>
  )
}
