/** Prompts with their settings, kept to be given to other shots. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Look } from '../../../shared/model/look.ts'
import type { Project } from '../../../shared/model/project.ts'
import type { Shot } from '../../../shared/model/shot.ts'
import { dispatch, useDocument } from '../../store/document.ts'
import { applyLook, keepLook, looksOf } from '../../store/looks.ts'
import { useSession } from '../../store/session.ts'
import { Button } from '../../ui/Button.tsx'
import { ContextMenu } from '../../ui/ContextMenu.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { RenameField } from '../../ui/RenameField.tsx'
import styles from './Library.module.css'

/** The shot behind the first selected clip that has one. */
function shotOfSelection(project: Project | null, ids: readonly string[]): Shot | null {
  for (const id of ids) {
    const item = project?.items.get(id)
    if (item?.kind !== 'clip' || item.source.kind !== 'shot') continue
    return project?.shots.get(item.source.shotId) ?? null
  }
  return null
}

export function Looks() {
  const { t } = useTranslation()
  const project = useDocument((state) => state.project)
  const clips = useSession((state) => state.clips)
  const shot = shotOfSelection(project, clips)
  const looks = looksOf(project)
  const keep = (
    <Button
      disabled={!shot}
      title={shot ? undefined : t('library.look.needsShot')}
      onClick={() => shot && keepLook(shot)}
    >
      {t('library.look.keep')}
    </Button>
  )
  if (looks.length === 0) return <EmptyState text={t('library.look.empty')} action={keep} />
  return (
    <div className={styles.rows}>
      {keep}
      <ul aria-label={t('library.looks')} className={styles.bins}>
        {looks.map((look) => (
          <LookRow key={look.id} look={look} shot={shot} />
        ))}
      </ul>
    </div>
  )
}

function LookRow({ look, shot }: { readonly look: Look; readonly shot: Shot | null }) {
  const { t } = useTranslation()
  const [isRenaming, setIsRenaming] = useState(false)
  if (isRenaming) {
    return (
      <li>
        <RenameField
          label={t('library.look.rename')}
          name={look.name}
          onRename={(name) => dispatch('look.put', { look: { ...look, name } })}
          onDone={() => setIsRenaming(false)}
        />
      </li>
    )
  }
  return (
    <ContextMenu
      items={[
        { label: t('library.look.rename'), run: () => setIsRenaming(true) },
        {
          label: t('library.look.remove'),
          run: () => dispatch('look.remove', { lookId: look.id }),
        },
      ]}
    >
      <li className={styles.look}>
        <div className={styles.lookText}>
          <b>{look.name}</b>
          <p title={look.prompt}>{look.prompt}</p>
        </div>
        <Button
          aria-label={t('library.look.applyNamed', { name: look.name })}
          disabled={!shot}
          title={shot ? undefined : t('library.look.needsShot')}
          onClick={() => shot && applyLook(look, shot)}
        >
          {t('library.look.apply')}
        </Button>
      </li>
    </ContextMenu>
  )
}
