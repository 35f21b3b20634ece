import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Input, Output } from '../../../shared/ipc/contract.ts'
import { settingsOf } from '../../../shared/model/select.ts'
import { call } from '../../bridge/keyreel.ts'
import { errorInWords } from '../../i18n/inWords.ts'
import { inDollars } from '../../i18n/numbers.ts'
import { committedProject, settled, useDocument } from '../../store/document.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './Takes.module.css'

type Choice = Input<'shot:quoteSpans'>['choice']

interface SpanButtonProps {
  readonly choice: Choice
  /** What it does; the price is added. */
  readonly label: string
}

/** Makes spans of a long source, and says on its face what that costs. */
export function SpanButton({ choice, label }: SpanButtonProps) {
  const { t } = useTranslation()
  const revision = useDocument((state) => state.head?.revisionId)
  const [quoted, setQuoted] = useState<Output<'shot:quoteSpans'> | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [isConfirming, setIsConfirming] = useState(false)
  const [isSending, setIsSending] = useState(false)
  const asked = JSON.stringify(choice)
  // The revision is not read inside, but what the shot asks for may have changed with it.
  useEffect(() => {
    let isCurrent = true
    const ask = async (): Promise<void> => {
      await settled()
      const projectId = settingsOf(committedProject()).id
      try {
        const quote = await call('shot:quoteSpans', { projectId, choice: JSON.parse(asked) })
        if (!isCurrent) return
        setQuoted(quote)
        setFailure(null)
      } catch (error) {
        if (isCurrent) setFailure(errorInWords(error))
      }
    }
    void ask()
    return () => {
      isCurrent = false
    }
  }, [asked, revision])

  const amount = quoted?.quote.amount ?? 0
  const price = amount === 0 ? t('quote.free') : inDollars(amount)
  const press = async (): Promise<void> => {
    if (quoted?.asksFirst === true && !isConfirming) {
      setIsConfirming(true)
      return
    }
    setIsSending(true)
    try {
      const projectId = settingsOf(committedProject()).id
      await call('shot:generateSpans', {
        projectId,
        choice,
        quoted: amount,
        isConfirmed: isConfirming,
      })
      setFailure(null)
    } catch (error) {
      setFailure(errorInWords(error))
    }
    setIsSending(false)
    setIsConfirming(false)
  }
  const why = quoted?.isOverCap === true ? t('takes.overCap', { price }) : (failure ?? undefined)
  return (
    <>
      <Button
        disabled={quoted === null || why !== undefined || isSending}
        title={why}
        onClick={() => void press()}
      >
        {isConfirming
          ? t('quote.confirm', { amount: price })
          : t('takes.forPrice', { label, price })}
      </Button>
      {why !== undefined && (
        <p role="status" className={styles.facts}>
          {why}
        </p>
      )}
    </>
  )
}
