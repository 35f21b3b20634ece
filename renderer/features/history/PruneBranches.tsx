import { useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/ipc/contract.ts'
import type { ProjectId, RevisionId } from '../../../shared/model/ids.ts'
import { call } from '../../bridge/keyreel.ts'
import { Button } from '../../ui/Button.tsx'
import { Field, inputClass } from '../../ui/Field.tsx'
import styles from './History.module.css'

interface PruneBranchesProps {
  readonly projectId: ProjectId
  readonly revisionId: RevisionId
  /** Runs something that changes the history and shows what goes wrong. */
  readonly attempt: (work: () => Promise<unknown>) => Promise<void>
}

const DAY = 86_400_000
/** Days. */
const AGES = { any: 0, week: 7, month: 30, quarter: 90 } as const
type Age = keyof typeof AGES

const before = (age: Age): { before?: string } =>
  age === 'any' ? {} : { before: new Date(Date.now() - AGES[age] * DAY).toISOString() }

/** Takes abandoned branches away for good. Nothing else in Keyreel loses any of the history. */
export function PruneBranches({ projectId, revisionId, attempt }: PruneBranchesProps) {
  const { t } = useTranslation()
  const id = useId()
  const [age, setAge] = useState<Age>('any')
  const [isSure, setIsSure] = useState(false)
  const [gone, setGone] = useState<Output<'project:prunable'> | null>(null)
  useEffect(() => {
    let isCurrent = true
    setGone(null)
    setIsSure(false)
    void attempt(async () => {
      const found = await call('project:prunable', { projectId, ...before(age) })
      if (isCurrent) setGone(found)
    })
    return () => {
      isCurrent = false
    }
  }, [projectId, age])

  const prune = (): void => {
    void attempt(async () => {
      await call('project:prune', { projectId, revisionId, ...before(age) })
      setGone({ revisions: 0, branches: 0 })
      setIsSure(false)
    })
  }
  const isNothing = gone === null || gone.revisions === 0
  return (
    <details className={styles.prune}>
      <summary>{t('history.prune')}</summary>
      <div className={styles.pruneBody}>
        <p>{t('history.pruneWhat')}</p>
        <Field label={t('history.pruneAge')} htmlFor={id}>
          <select
            id={id}
            className={inputClass}
            value={age}
            onChange={(event) => setAge(event.target.value as Age)}
          >
            {(Object.keys(AGES) as Age[]).map((each) => (
              <option key={each} value={each}>
                {t(`history.age.${each}`)}
              </option>
            ))}
          </select>
        </Field>
        {gone !== null && gone.revisions === 0 && <p role="status">{t('history.pruneNothing')}</p>}
        {gone !== null && gone.revisions > 0 && (
          <label className={styles.sure}>
            <input
              type="checkbox"
              checked={isSure}
              onChange={(event) => setIsSure(event.target.checked)}
            />
            <span>
              {t('history.pruneWarning', {
                revisions: t('history.revisions', { count: gone.revisions }),
                branches: t('history.branches', { count: gone.branches }),
              })}
            </span>
          </label>
        )}
        <Button disabled={isNothing || !isSure} onClick={prune}>
          {t('history.pruneNow')}
        </Button>
      </div>
    </details>
  )
}
