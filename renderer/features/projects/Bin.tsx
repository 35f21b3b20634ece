import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/ipc/contract.ts'
import { call } from '../../bridge/keyreel.ts'
import { day } from '../../i18n/numbers.ts'
import { Button } from '../../ui/Button.tsx'
import { List, ListRow } from '../../ui/List.tsx'
import type { Attempt } from './ProjectRow.tsx'

interface BinProps {
  readonly projects: Output<'project:removed'>['projects']
  readonly attempt: Attempt
}

/** Projects taken off the list. Nothing of them is gone. */
export function Bin({ projects, attempt }: BinProps) {
  const { t } = useTranslation()
  if (projects.length === 0) return null
  return (
    <details>
      <summary>{t('projects.bin', { count: projects.length })}</summary>
      <List label={t('projects.binTitle')}>
        {projects.map((project) => (
          <ListRow
            key={project.id}
            main={project.name}
            side={day(project.removedAt)}
            action={
              <Button
                onClick={() =>
                  void attempt(async () => {
                    await call('project:putBack', { projectId: project.id })
                    return null
                  })
                }
              >
                {t('projects.putBack')}
              </Button>
            }
          />
        ))}
      </List>
    </details>
  )
}
