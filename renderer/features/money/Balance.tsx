import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { moneyFromDollars } from '../../../shared/generation/pricing.ts'
import { call } from '../../bridge/keyreel.ts'
import { errorInWords } from '../../i18n/inWords.ts'
import { inDollars } from '../../i18n/numbers.ts'
import styles from './Ledger.module.css'

/** What the account at the service still holds; nothing is asked without a key. */
export function Balance() {
  const { t } = useTranslation()
  const [told, setTold] = useState<string | null>(null)
  useEffect(() => {
    let isCurrent = true
    const ask = async (): Promise<string> => {
      const { hasKey } = await call('runware:status', {})
      if (!hasKey) return t('ledger.noKey')
      if (isCurrent) setTold(t('ledger.asking'))
      const { balance } = await call('runware:check', {})
      return balance === null
        ? t('ledger.noKey')
        : t('ledger.balance', { amount: inDollars(moneyFromDollars(balance)) })
    }
    void ask()
      .catch(errorInWords)
      .then((text) => {
        if (isCurrent) setTold(text)
      })
    return () => {
      isCurrent = false
    }
  }, [t])
  return (
    <span role="status" className={styles.balance}>
      {told}
    </span>
  )
}
