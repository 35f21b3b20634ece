import { GitBranch } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { inWords } from '../../i18n/inWords.ts'
import { moment } from '../../i18n/numbers.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { ListRow } from '../../ui/List.tsx'
import type { HistoryRow } from './branches.ts'
import styles from './History.module.css'

interface RevisionRowProps {
  readonly row: HistoryRow
  readonly isCurrent: boolean
  readonly isCompared: boolean
  readonly onCompare: () => void
  readonly onGoTo: () => void
}

export function RevisionRow({ row, isCurrent, isCompared, onCompare, onGoTo }: RevisionRowProps) {
  const { t } = useTranslation()
  const { revision, branch, versions, isPast } = row
  const label = inWords(revision.label)
  return (
    <ListRow
      isCurrent={isCurrent}
      main={
        <span className={`${styles.row} ${isPast ? '' : styles.future}`} title={label}>
          {branch > 0 && (
            <span className={styles.branch} title={t('history.branch', { number: branch })}>
              <GitBranch
                size={14}
                strokeWidth={1.5}
                aria-label={t('history.branch', { number: branch })}
              />
            </span>
          )}
          {versions.map((version) => (
            <Badge key={version} tone="accent">
              {version}
            </Badge>
          ))}
          <span className={styles.label}>{label}</span>
        </span>
      }
      side={moment(revision.at)}
      action={
        isCurrent ? (
          <span>{t('history.here')}</span>
        ) : (
          <>
            <Button look="quiet" aria-pressed={isCompared} onClick={onCompare}>
              {t('history.compare')}
            </Button>
            <Button look="quiet" onClick={onGoTo}>
              {t('history.goBack')}
            </Button>
          </>
        )
      }
    />
  )
}
