import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../bridge/keyreel.ts'
import { errorInWords } from '../../i18n/inWords.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './Inspector.module.css'

interface RequestViewProps {
  /** As it would be sent; null while rules are broken. */
  readonly request: unknown
  /** What its file is called at first. */
  readonly name: string
}

/** The document that would be sent, to be copied or saved. */
export function RequestView({ request, name }: RequestViewProps) {
  const { t } = useTranslation()
  const [said, setSaid] = useState<string | null>(null)
  const text = JSON.stringify(request ?? null, null, 2)
  const save = async (): Promise<void> => {
    try {
      const written = await call('shot:saveRequest', { name, text })
      if (written) setSaid(t('request.saved', { name: written.name }))
    } catch (error) {
      setSaid(errorInWords(error))
    }
  }
  return (
    <>
      <pre className={styles.json}>{text}</pre>
      <div className={styles.buttons}>
        <Button
          disabled={request === null}
          onClick={() =>
            void call('app:copyText', { text }).then(() => setSaid(t('request.copied')))
          }
        >
          {t('common.copy')}
        </Button>
        <Button disabled={request === null} onClick={() => void save()}>
          {t('request.save')}
        </Button>
        {said !== null && <span role="status">{said}</span>}
      </div>
    </>
  )
}
