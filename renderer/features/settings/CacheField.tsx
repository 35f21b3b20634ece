/** How much may be kept of what was prepared of media, how much it is now, and the way to be rid of it. */
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LEAST_CACHE } from '../../../shared/ipc/calls/cache.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { call } from '../../bridge/keyreel.ts'
import { errorInWords } from '../../i18n/inWords.ts'
import { byteSize } from '../../i18n/numbers.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import styles from './CacheField.module.css'

const GIGABYTE = 1e9

export function CacheField() {
  const { t } = useTranslation()
  const [usage, setUsage] = useState<Output<'cache:usage'> | null>(null)
  const [isAsking, setIsAsking] = useState(false)
  const [message, setMessage] = useState<string | null>(null)
  useEffect(() => {
    let isMounted = true
    void call('cache:usage', {}).then((found) => isMounted && setUsage(found))
    return () => {
      isMounted = false
    }
  }, [])
  const attempt = async (work: () => Promise<string | null>): Promise<void> => {
    try {
      setMessage(await work())
    } catch (error) {
      setMessage(errorInWords(error))
    }
    setUsage(await call('cache:usage', {}))
  }
  const setLimit = (limit: number | null): void =>
    void attempt(async () => {
      await call('cache:setLimit', { limit })
      return null
    })
  const deleteNow = (): void => {
    setIsAsking(false)
    void attempt(async () => {
      const { freed, left } = await call('cache:purge', {})
      const deleted = t('settings.cache.deleted', { size: byteSize(freed) })
      return left > 0 ? `${deleted} ${t('settings.cache.kept', { size: byteSize(left) })}` : deleted
    })
  }
  if (usage === null) return null
  const { used, limit, isDefault, diskSize } = usage
  return (
    <Field
      label={t('settings.cache.label')}
      hint={t('settings.cache.used', { used: byteSize(used), limit: byteSize(limit) })}
      problem={used > limit ? t('settings.cache.over') : undefined}
      isWarning
    >
      <div className={styles.row}>
        <NumberField
          label={t('settings.cache.limit')}
          value={limit / GIGABYTE}
          unit="GB"
          step={1}
          decimals={1}
          min={LEAST_CACHE / GIGABYTE}
          max={diskSize / GIGABYTE}
          onCommit={(value) => setLimit(Math.max(LEAST_CACHE, Math.round(value * GIGABYTE)))}
        />
        <Button look="quiet" disabled={isDefault} onClick={() => setLimit(null)}>
          {t('settings.cache.default')}
        </Button>
        <Button disabled={used === 0 || isAsking} onClick={() => setIsAsking(true)}>
          {t('settings.cache.delete')}
        </Button>
      </div>
      {isAsking && (
        <div role="alertdialog" aria-label={t('settings.cache.delete')} className={styles.question}>
          <p>{t('settings.cache.cost', { size: byteSize(used) })}</p>
          <div className={styles.row}>
            <Button look="primary" onClick={deleteNow}>
              {t('settings.cache.deleteIt')}
            </Button>
            <Button onClick={() => setIsAsking(false)}>{t('common.cancel')}</Button>
          </div>
        </div>
      )}
      {message !== null && <p role="status">{message}</p>}
    </Field>
  )
}
