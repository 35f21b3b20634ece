/** Where the library and the inspector stand: beside the viewer, over it as a drawer, or put away. */
import { useSyncExternalStore } from 'react'
import { setPreference, usePreferences } from '../store/preferences.ts'
import { type Drawer, useSession, type Workspace } from '../store/session.ts'

/** Below these widths a panel gives its room to the viewer, the library first (look.md). */
const NEEDS: Readonly<Record<Drawer, number>> = { library: 1180, inspector: 1100 }

const listen = (changed: () => void): (() => void) => {
  window.addEventListener('resize', changed)
  const stop = usePreferences.subscribe(changed)
  return () => {
    window.removeEventListener('resize', changed)
    stop()
  }
}

/** Whether the panel's place is beside the viewer. Directing needs no library at hand; Deliver has its own side. */
const fits = (panel: Drawer, workspace: Workspace): boolean =>
  window.innerWidth >= NEEDS[panel] && (panel === 'inspector' || workspace === 'edit')

type PanelPlace = 'docked' | 'drawer' | 'away'

function placeOf(panel: Drawer): PanelPlace {
  const { workspace, drawer } = useSession.getState()
  if (!fits(panel, workspace)) return drawer === panel ? 'drawer' : 'away'
  return usePreferences.getState().closedPanels.includes(panel) ? 'away' : 'docked'
}

export function usePanelPlace(panel: Drawer): PanelPlace {
  useSession((state) => state.workspace)
  useSession((state) => state.drawer)
  return useSyncExternalStore(listen, () => placeOf(panel))
}

export function togglePanel(panel: Drawer): void {
  const { workspace, drawer } = useSession.getState()
  if (!fits(panel, workspace)) {
    useSession.setState({ drawer: drawer === panel ? null : panel })
    return
  }
  const { closedPanels } = usePreferences.getState()
  const isClosed = closedPanels.includes(panel)
  void setPreference(
    'closedPanels',
    isClosed ? closedPanels.filter((one) => one !== panel) : [...closedPanels, panel],
  )
}

/** Shows a panel that work now goes on in. */
export function showPanel(panel: Drawer): void {
  if (placeOf(panel) === 'away') togglePanel(panel)
}
