import { PanelLeft, PanelRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { settingsOf, timelineEnd } from '../../shared/model/select.ts'
import { MenuBar } from '../features/menu/MenuBar.tsx'
import { clockTime } from '../i18n/numbers.ts'
import { activeTimeline, useDocument } from '../store/document.ts'
import { isMac } from '../store/platform.ts'
import { useSession, type Workspace } from '../store/session.ts'
import { Badge } from '../ui/Badge.tsx'
import { Button, IconButton } from '../ui/Button.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { usePanelPlace } from './panels.ts'
import { isEnabled, runAction } from './runAction.ts'
import styles from './TitleBar.module.css'

const WORKSPACES: readonly Workspace[] = ['edit', 'direct', 'deliver']

export function TitleBar() {
  const { t } = useTranslation()
  const project = useDocument((state) => state.project)
  const commit = useDocument((state) => state.commit)
  const head = useDocument((state) => state.head)
  const workspace = useSession((state) => state.workspace)
  const library = usePanelPlace('library')
  const inspector = usePanelPlace('inspector')
  const name = project ? settingsOf(project).name : ''
  const time = head ? clockTime(head.at) : ''
  const isEmpty = project === null || timelineEnd(project, activeTimeline(project)) === 0
  const state = t(`app.commit.${commit}`, { time })
  return (
    <header className={styles.bar}>
      <div className={styles.side}>
        <span className={styles.brand}>Keyreel</span>
        {!isMac && <MenuBar run={runAction} isEnabled={isEnabled} />}
        <h1 className={styles.project} title={name}>
          {name}
        </h1>
        <output aria-label={t('app.commitState')} className={styles.state} data-commit={commit}>
          <Badge tone={commit === 'failed' ? 'error' : 'normal'} title={state}>
            {state}
          </Badge>
        </output>
      </div>
      <div className={styles.workspaces}>
        <Segmented
          label={t('app.workspace')}
          value={workspace}
          options={WORKSPACES.map((value) => ({ value, label: t(`app.workspaces.${value}`) }))}
          onChange={(value) => runAction(`workspace.${value}`)}
        />
      </div>
      <div className={`${styles.side} ${styles.end}`}>
        <span className={styles.panels}>
          <IconButton
            label={t('action:panel.library')}
            icon={<PanelLeft size={16} strokeWidth={1.5} aria-hidden="true" />}
            isOn={library !== 'away'}
            onClick={() => runAction('panel.library')}
          />
          <IconButton
            label={t('action:panel.inspector')}
            icon={<PanelRight size={16} strokeWidth={1.5} aria-hidden="true" />}
            isOn={inspector !== 'away'}
            onClick={() => runAction('panel.inspector')}
          />
        </span>
        <Button className={styles.spare} onClick={() => runAction('history.open')}>
          {t('app.history')}
        </Button>
        {/* Amber is for what comes next: from an empty timeline there is nothing to export. */}
        <Button look={isEmpty ? 'normal' : 'primary'} onClick={() => runAction('export.open')}>
          {t('app.export')}
        </Button>
      </div>
    </header>
  )
}
