import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProjectId, RevisionId } from '../../../shared/model/ids.ts'
import { call } from '../../bridge/keyreel.ts'
import { errorInWords, inWords } from '../../i18n/inWords.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './History.module.css'

interface ComparisonProps {
  readonly projectId: ProjectId
  readonly from: RevisionId
  readonly to: RevisionId
  /** Which two. */
  readonly title: string
  readonly onClose: () => void
}

/** What one revision has otherwise than another one, in words. */
export function Comparison({ projectId, from, to, title, onClose }: ComparisonProps) {
  const { t } = useTranslation()
  const [sentences, setSentences] = useState<readonly string[] | null>(null)
  useEffect(() => {
    let isCurrent = true
    const show = (found: readonly string[]): void => {
      if (isCurrent) setSentences(found)
    }
    call('project:compare', { projectId, from, to }).then(
      (answer) => show(answer.sentences.map(inWords)),
      (error: unknown) => show([errorInWords(error)]),
    )
    return () => {
      isCurrent = false
    }
  }, [projectId, from, to])
  return (
    <section className={styles.comparison} aria-label={t('history.comparison')}>
      <h3 className={styles.between}>{title}</h3>
      {sentences?.length === 0 && <p>{t('history.same')}</p>}
      {sentences?.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <Button look="quiet" onClick={onClose}>
        {t('history.endComparison')}
      </Button>
    </section>
  )
}
