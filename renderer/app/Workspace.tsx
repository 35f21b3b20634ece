import { type ReactNode, useEffect, useRef, useState } from 'react'
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
import { setPreference, usePreferences } from '../store/preferences.ts'
import { useSession } from '../store/session.ts'
import styles from './App.module.css'
import { ErrorBoundary } from './ErrorBoundary.tsx'

/** Below this width the library gives its room to the viewer (look.md). */
const LIBRARY_NEEDS = 1180

function useWindowWidth(): number {
  const [width, setWidth] = useState(window.innerWidth)
  useEffect(() => {
    const listen = (): void => setWidth(window.innerWidth)
    window.addEventListener('resize', listen)
    return () => window.removeEventListener('resize', listen)
  }, [])
  return width
}

function Region({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <section aria-label={name} className={styles.panel}>
      <ErrorBoundary name={name}>{children}</ErrorBoundary>
    </section>
  )
}

export function Workspace() {
  const { t } = useTranslation()
  const workspace = useSession((state) => state.workspace)
  const saved = usePreferences((state) => state.layout)
  const hasLibrary = useWindowWidth() >= LIBRARY_NEEDS && workspace === 'edit'

  const remember = (group: string) => (layout: Layout, meta: { isUserInteraction: boolean }) => {
    if (meta.isUserInteraction) void setPreference('layout', { ...saved, [group]: layout })
  }
  const columns = `columns-${workspace}-${hasLibrary}`
  // The group stays mounted when its columns change: the viewer keeps its open media and its pictures.
  const group = useRef<GroupImperativeHandle>(null)
  useEffect(() => {
    const layout = usePreferences.getState().layout[columns]
    if (layout) group.current?.setLayout(layout)
  }, [columns])
  const sideSize = workspace === 'direct' ? 380 : 336

  return (
    <main style={{ minHeight: 0 }}>
      <Group
        orientation="vertical"
        defaultLayout={saved.rows}
        onLayoutChanged={remember('rows')}
        resizeTargetMinimumSize={{ coarse: 20, fine: 8 }}
      >
        <Panel id="upper" minSize={220}>
          <Group
            groupRef={group}
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
                  <Region name={t('app.library')}>
                    <Library />
                  </Region>
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
            <Separator className={styles.separator} />
            <Panel
              id="side"
              defaultSize={sideSize}
              minSize={280}
              groupResizeBehavior="preserve-pixel-size"
            >
              {workspace === 'deliver' ? (
                <Region name={t('app.deliver')}>
                  <Deliver />
                </Region>
              ) : (
                <Region name={t('app.inspector')}>
                  <Inspector takes={(shot) => <Takes shot={shot} />} />
                </Region>
              )}
            </Panel>
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
            <Timeline />
          </Region>
        </Panel>
      </Group>
    </main>
  )
}
