import { type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import {
  Group,
  type GroupImperativeHandle,
  type Layout,
  Panel,
  Separator,
} from 'react-resizable-panels'
import { Deliver } from '../features/export/Deliver.tsx'
import { Inspector } from '../features/inspector/Inspector.tsx'
import { Library } from '../features/library/Library.tsx'
import { Takes } from '../features/takes/Takes.tsx'
import { Timeline } from '../features/timeline/Timeline.tsx'
import { Viewer } from '../features/viewer/Viewer.tsx'
import { isTyping } from '../store/keymap.ts'
import { setPreference, usePreferences } from '../store/preferences.ts'
import { type Drawer, useSession } from '../store/session.ts'
import styles from './App.module.css'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { usePanelPlace } from './panels.ts'
import { isEnabled, runAction } from './runAction.ts'

function Region({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <section aria-label={name} className={styles.panel}>
      <ErrorBoundary name={name}>{children}</ErrorBoundary>
    </section>
  )
}

/** Over the viewer and the timeline, which stay in use beside it; Esc puts it away. */
function DrawerPanel({ name, children }: { readonly name: Drawer; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc reaches it from the controls inside
    <div
      className={styles.drawer}
      data-drawer={name}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || isTyping(event.target)) return
        useSession.setState({ drawer: null })
      }}
    >
      {children}
    </div>
  )
}

/** Gives a group the layout that a person left it in whenever it has other columns. */
function useGroupLayout(key: string): RefObject<GroupImperativeHandle | null> {
  const group = useRef<GroupImperativeHandle>(null)
  useEffect(() => {
    const layout = usePreferences.getState().layout[key]
    if (layout) group.current?.setLayout(layout)
  }, [key])
  return group
}

export function Workspace() {
  const { t } = useTranslation()
  const workspace = useSession((state) => state.workspace)
  const saved = usePreferences((state) => state.layout)
  const library = usePanelPlace('library')
  const inspector = usePanelPlace('inspector')
  const hasLibrary = library === 'docked'
  const hasSide = inspector === 'docked'

  const remember = (group: string) => (layout: Layout, meta: { isUserInteraction: boolean }) => {
    if (!meta.isUserInteraction) return
    // Another group may have been moved since this was drawn.
    void setPreference('layout', { ...usePreferences.getState().layout, [group]: layout })
  }
  // Directing fills in one long form: there it stands beside the timeline too, as high as the window.
  const isHigh = hasSide && workspace === 'direct'
  const isBesideViewer = hasSide && !isHigh
  const columns = `columns-${workspace}-${hasLibrary}${isBesideViewer ? '' : '-false'}`
  const desk = `desk-${isHigh}`
  // The groups stay mounted when their columns change: the viewer keeps its open media and its pictures.
  const columnsGroup = useGroupLayout(columns)
  const deskGroup = useGroupLayout(desk)

  const side =
    workspace === 'deliver' ? (
      <Region name={t('app.deliver')}>
        <Deliver />
      </Region>
    ) : (
      <Region name={t('app.inspector')}>
        <Inspector takes={(shot) => <Takes shot={shot} />} run={runAction} />
      </Region>
    )
  const libraryRegion = (
    <Region name={t('app.library')}>
      <Library run={runAction} isEnabled={isEnabled} />
    </Region>
  )

  const sidePanel = (
    <>
      <Separator className={styles.separator} />
      <Panel
        id="side"
        defaultSize={isHigh ? 380 : 336}
        minSize={280}
        groupResizeBehavior="preserve-pixel-size"
      >
        {side}
      </Panel>
    </>
  )
  const rows = (
    <Group
      orientation="vertical"
      defaultLayout={saved.rows}
      onLayoutChanged={remember('rows')}
      resizeTargetMinimumSize={{ coarse: 20, fine: 8 }}
    >
      <Panel id="upper" minSize={220}>
        <Group
          groupRef={columnsGroup}
          orientation="horizontal"
          defaultLayout={saved[columns]}
          onLayoutChanged={remember(columns)}
        >
          {hasLibrary && (
            <>
              <Panel
                id="library"
                defaultSize={264}
                minSize={200}
                groupResizeBehavior="preserve-pixel-size"
              >
                {libraryRegion}
              </Panel>
              <Separator className={styles.separator} />
            </>
          )}
          <Panel id="viewer" minSize={320}>
            <section aria-label={t('app.viewer')} className={styles.viewer}>
              <ErrorBoundary name={t('app.viewer')}>
                <Viewer />
              </ErrorBoundary>
            </section>
          </Panel>
          {isBesideViewer && sidePanel}
        </Group>
      </Panel>
      <Separator className={styles.separator} />
      <Panel
        id="timeline"
        defaultSize={332}
        minSize={160}
        groupResizeBehavior="preserve-pixel-size"
      >
        <Region name={t('app.timeline')}>
          <Timeline run={runAction} isEnabled={isEnabled} />
        </Region>
      </Panel>
    </Group>
  )

  return (
    <main className={styles.main}>
      <Group
        groupRef={deskGroup}
        orientation="horizontal"
        defaultLayout={saved[desk]}
        onLayoutChanged={remember(desk)}
      >
        <Panel id="desk" minSize={480}>
          {rows}
        </Panel>
        {isHigh && sidePanel}
      </Group>
      {library === 'drawer' && <DrawerPanel name="library">{libraryRegion}</DrawerPanel>}
      {inspector === 'drawer' && <DrawerPanel name="inspector">{side}</DrawerPanel>}
    </main>
  )
}
