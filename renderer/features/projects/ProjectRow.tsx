import { Film } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { useTranslation } from 'react-i18next'
import { mediaUrl } from '../../../shared/ipc/api.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { call } from '../../bridge/keyreel.ts'
import { day } from '../../i18n/numbers.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import menu from '../../ui/ContextMenu.module.css'
import { ListRow } from '../../ui/List.tsx'
import styles from './Projects.module.css'

export type ProjectSummary = Output<'project:list'>['projects'][number]
/** Runs something that changes the list; its answer is shown as a note. */
export type Attempt = (work: () => Promise<string | null>) => Promise<void>

interface ProjectRowProps {
  readonly project: ProjectSummary
  readonly isCurrent: boolean
  readonly onOpen: () => void
  readonly attempt: Attempt
}

export function ProjectRow({ project, isCurrent, onOpen, attempt }: ProjectRowProps) {
  const { t } = useTranslation()
  const projectId = project.id
  const archive = (withMedia: boolean) => async () => {
    const made = await call('project:archive', { projectId, withMedia })
    if (!made) return null
    const size = Math.ceil(made.byteSize / 1e6)
    return made.missing.length === 0
      ? t('projects.archived', { name: made.name, size })
      : t('projects.archivedWithout', { name: made.name, size, missing: made.missing.join(', ') })
  }
  const items: readonly {
    label: string
    isDisabled?: boolean
    work: () => Promise<string | null>
  }[] = [
    {
      label: t('projects.duplicate'),
      work: async () => {
        await call('project:duplicate', { projectId })
        return null
      },
    },
    { label: t('projects.archive'), work: archive(false) },
    { label: t('projects.archiveWithMedia'), work: archive(true) },
    {
      label: t('projects.remove'),
      isDisabled: isCurrent,
      work: async () => {
        await call('project:remove', { projectId })
        return null
      },
    },
  ]
  return (
    <ListRow
      isCurrent={isCurrent}
      main={
        <span className={styles.project}>
          {project.thumbnail === null ? (
            <span className={styles.noPicture} aria-hidden>
              <Film size={16} strokeWidth={1.5} />
            </span>
          ) : (
            <img className={styles.picture} src={mediaUrl('thumbnail', project.thumbnail)} alt="" />
          )}
          <span className={styles.name}>{project.name}</span>
        </span>
      }
      side={project.isSample ? <Badge>{t('projects.sample')}</Badge> : day(project.openedAt)}
      action={
        <>
          <Button
            disabled={isCurrent}
            aria-label={t('projects.openNamed', { name: project.name })}
            onClick={onOpen}
          >
            {t('projects.open')}
          </Button>
          <DropdownMenu.Root>
            <DropdownMenu.Trigger asChild>
              <Button look="quiet" aria-label={t('projects.moreFor', { name: project.name })}>
                …
              </Button>
            </DropdownMenu.Trigger>
            <DropdownMenu.Portal>
              <DropdownMenu.Content className={`${menu.content} ${menu.overDialog}`} align="end">
                {items.map(({ label, isDisabled = false, work }) => (
                  <DropdownMenu.Item
                    key={label}
                    className={menu.item}
                    disabled={isDisabled}
                    onSelect={() => void attempt(work)}
                  >
                    {label}
                  </DropdownMenu.Item>
                ))}
              </DropdownMenu.Content>
            </DropdownMenu.Portal>
          </DropdownMenu.Root>
        </>
      }
    />
  )
}
