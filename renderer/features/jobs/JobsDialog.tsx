import { useTranslation } from 'react-i18next'
import type { Job } from '../../../shared/jobs/job.ts'
import { cancelJob, isActive, useJobs } from '../../store/jobs.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { List, ListRow } from '../../ui/List.tsx'

export function JobsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const jobs = useJobs((state) => state.jobs)
  const stateOf = ({ state }: Job): string => {
    if (state.status === 'running') {
      return state.progress === null
        ? state.note
        : `${Math.round(state.progress * 100)} % · ${state.note}`
    }
    return state.status === 'failed' ? state.message : t(`jobs.${state.status}`)
  }
  return (
    <Dialog title={t('jobs.title')} isOpen width={640} onClose={onClose}>
      {jobs.length === 0 && <EmptyState text={t('jobs.empty')} />}
      <List label={t('jobs.title')}>
        {jobs.slice(0, 200).map((job) => (
          <ListRow
            key={job.id}
            main={<span title={stateOf(job)}>{job.title}</span>}
            side={stateOf(job)}
            action={
              isActive(job) && (
                <Button look="quiet" onClick={() => void cancelJob(job.id)}>
                  {t('common.cancel')}
                </Button>
              )
            }
          />
        ))}
      </List>
    </Dialog>
  )
}
