/**
 * How each project was last looked at: zoom, place, playhead, selection, open lanes. Remembered across restarts, and no
 * part of the document: going through its history leaves the view as it is.
 */
import type { ProjectId } from '../../shared/model/ids.ts'
import type { Project } from '../../shared/model/project.ts'
import { settingsOf } from '../../shared/model/select.ts'
import { useDocument } from './document.ts'
import { playhead, seek } from './playhead.ts'
import { type RememberedView, setPreference, usePreferences } from './preferences.ts'
import { useSession } from './session.ts'

/** Of so many projects; the one that was looked at longest ago is forgotten first. */
const MOST = 40
/** Milliseconds of rest after which it is kept. */
const REST = 400

/** Whose view the session is: only that one may be kept. */
let shown: ProjectId | null = null

/** Shows a project as it was last looked at, where that is known. */
export function restoreView(project: Project): 'shown' | 'restored' | 'unknown' {
  const { id } = settingsOf(project)
  if (shown === id) return 'shown'
  shown = id
  const view = usePreferences.getState().views[id]
  if (!view) {
    useSession.setState({ scrollTop: 0 })
    return 'unknown'
  }
  const isThere = (itemId: string): boolean => project.items.get(itemId)?.kind === 'clip'
  useSession.setState({
    framesPerPixel: view.framesPerPixel,
    scrollFrame: view.scrollFrame,
    scrollTop: view.scrollTop,
    clips: view.clips.filter(isThere),
    openLanes: view.openLanes.filter(isThere),
    shownLanes: view.shownLanes.filter(({ itemId }) => isThere(itemId)),
    curveLanes: view.curveLanes,
    inspectorTab: view.inspectorTab,
  })
  seek(view.frame)
  return 'restored'
}

function viewNow(): RememberedView {
  const session = useSession.getState()
  const { framesPerPixel, scrollFrame, scrollTop, clips } = session
  const { openLanes, shownLanes, curveLanes, inspectorTab } = session
  return {
    ...{ framesPerPixel, scrollFrame, scrollTop, frame: playhead.getState().frame },
    ...{ clips, openLanes, shownLanes, curveLanes, inspectorTab },
  }
}

function keep(): void {
  const { project } = useDocument.getState()
  if (!project || settingsOf(project).id !== shown) return
  const { [shown]: before, ...others } = usePreferences.getState().views
  const view = viewNow()
  if (JSON.stringify(before) === JSON.stringify(view)) return
  const latest = Object.entries(others).slice(1 - MOST)
  void setPreference('views', { ...Object.fromEntries(latest), [shown]: view })
}

/** Keeps the view whenever it has come to rest, and when the window goes; answers the function that stops. */
export function followView(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const later = (): void => {
    clearTimeout(timer)
    timer = setTimeout(keep, REST)
  }
  const stops = [useSession.subscribe(later), playhead.subscribe(later)]
  window.addEventListener('pagehide', keep)
  return () => {
    clearTimeout(timer)
    window.removeEventListener('pagehide', keep)
    for (const stop of stops) stop()
  }
}
