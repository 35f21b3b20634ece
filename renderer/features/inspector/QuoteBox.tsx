import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatUsd } from '../../../shared/generation/pricing.ts'
import type { Shot } from '../../../shared/model/shot.ts'
import { call } from '../../bridge/keyreel.ts'
import { errorInWords } from '../../i18n/inWords.ts'
import { setPreference } from '../../store/preferences.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { generate } from './generate.ts'
import styles from './Inspector.module.css'
import { type EngineName, isShownAtField, type ShotQuote } from './quotes.ts'

interface QuoteBoxProps {
  readonly shot: Shot
  readonly engine: EngineName
  readonly answer: ShotQuote | null
  readonly failure: string | null
}

/** Which engine, what it costs, and the one button that spends it. */
export function QuoteBox({ shot, engine, answer, failure }: QuoteBoxProps) {
  const { t } = useTranslation()
  const [problem, setProblem] = useState<string | null>(null)
  const [isShown, setIsShown] = useState(false)
  const [isSending, setIsSending] = useState(false)
  const errors = (answer?.violations ?? []).filter(
    ({ severity, field }) => severity === 'error' && !isShownAtField(field),
  )
  const quote = answer?.quote ?? null
  const amount = engine === 'local' ? 0 : (quote?.amount ?? 0)
  const canGenerate =
    answer !== null && answer.request !== null && answer.unavailable === null && quote !== null

  const submit = async (): Promise<void> => {
    setIsSending(true)
    try {
      await generate(shot.id, engine, amount)
      setProblem(null)
    } catch (error) {
      setProblem(errorInWords(error))
    }
    setIsSending(false)
  }
  const json = JSON.stringify(answer?.request ?? null, null, 2)
  return (
    <div className={styles.quote}>
      <Segmented
        label={t('quote.engine')}
        value={engine}
        options={[
          { value: 'local', label: t('quote.local') },
          { value: 'runware', label: t('quote.runware') },
        ]}
        onChange={(value) => void setPreference('engine', value)}
      />
      <div className={styles.price}>
        <div>
          <div className={styles.amount}>
            {engine === 'local' ? t('quote.free') : quote ? formatUsd(quote.amount) : '–'}
          </div>
          <div className={styles.basis} title={quote?.basis}>
            {engine === 'local'
              ? t('quote.localBasis')
              : quote
                ? t(quote.isEstimate ? 'quote.estimate' : 'quote.table', {
                    date: quote.asOf.slice(0, 10),
                  })
                : t('quote.none')}
          </div>
        </div>
        <Button onClick={() => setIsShown(true)} disabled={answer?.request == null}>
          {t('quote.showRequest')}
        </Button>
        <Button look="primary" disabled={!canGenerate || isSending} onClick={() => void submit()}>
          {t('quote.generate')}
        </Button>
      </div>
      {(errors.length > 0 || answer?.unavailable || problem || failure) && (
        <ul role="alert" className={styles.problems}>
          {[...errors.map(({ message }) => message), answer?.unavailable, problem, failure]
            .filter((sentence) => typeof sentence === 'string')
            .map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
        </ul>
      )}
      {isShown && (
        <Dialog
          title={t('quote.request')}
          isOpen
          width={640}
          onClose={() => setIsShown(false)}
          footer={
            <Button onClick={() => void call('app:copyText', { text: json })}>
              {t('common.copy')}
            </Button>
          }
        >
          <pre className={styles.json}>{json}</pre>
        </Dialog>
      )}
    </div>
  )
}
