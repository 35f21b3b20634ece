import { Braces } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Shot } from '../../../shared/model/shot.ts'
import { errorInWords, inWords } from '../../i18n/inWords.ts'
import { day, hour, inDollars } from '../../i18n/numbers.ts'
import { setPreference } from '../../store/preferences.ts'
import { openDialog } from '../../store/session.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { askService, generate, reuse } from './generate.ts'
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
  const service = engine === 'runware' ? answer?.service.price : undefined
  const differs = service && service.table.amount !== amount ? service.table : undefined
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
    <div className={styles.quote} data-part="quote">
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
          <div className={styles.amountLine}>
            <span className={styles.amount}>
              {engine === 'local' ? t('quote.free') : quote ? inDollars(quote.amount) : '–'}
            </span>
            {money && (
              <span className={styles.basis}>
                {money.cap === null ? t('quote.noCap') : t('quote.capLeft', { left, cap })}
              </span>
            )}
          </div>
          <div className={styles.basis} title={quote ? inWords(quote.basis) : undefined}>
            <span>{engine === 'local' ? t('quote.localBasis') : <Basis answer={answer} />}</span>
            {engine === 'runware' && answer?.service.canBeAsked === true && (
              <button
                type="button"
                className={styles.ask}
                title={t('quote.askWhy')}
                disabled={isSending}
                onClick={() => void attempt(() => askService(shot.id))}
              >
                {t('quote.ask')}
              </button>
            )}
          </div>
        </div>
        <IconButton
          label={t('quote.showRequest')}
          icon={<Braces size={16} strokeWidth={1.5} aria-hidden="true" />}
          disabled={answer?.request == null}
          onClick={() => setIsShown(true)}
        />
        <Button look="primary" disabled={!canGenerate || isSending} onClick={press}>
          {isConfirming ? t('quote.confirm', { amount: inDollars(amount) }) : t('quote.generate')}
        </Button>
      </div>
      {quote && differs !== undefined && (
        <p role="status" className={styles.differs}>
          {t('quote.differs', {
            amount: inDollars(quote.amount),
            ...{ table: inDollars(differs.amount), date: day(differs.asOf) },
          })}
        </p>
      )}
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

/** Where the amount comes from: our table of some day, or the service's own word. */
function Basis({ answer }: { readonly answer: ShotQuote | null }) {
  const { t } = useTranslation()
  const quote = answer?.quote
  if (!quote) return t('quote.none')
  const { price } = answer.service
  const parts = Array.isArray(answer.request) ? answer.request.length : 1
  return [
    ...(parts > 1 ? [t('quote.spans', { count: parts })] : []),
    price
      ? t('quote.dryRun', { time: hour(price.at) })
      : t(quote.isEstimate ? 'quote.estimate' : 'quote.table', { date: day(quote.asOf) }),
  ].join(' · ')
}
