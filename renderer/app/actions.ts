/** What each action of the catalogue does in this window. The type fails where one is missing. */

import type { ActionId } from '../../shared/actions/catalogue.ts'
import { call } from '../bridge/keyreel.ts'
import { generateSelected } from '../features/inspector/generate.ts'
import { newShot, selectedFootage, shotFromSelection } from '../features/inspector/newShot.ts'
import { selectedShot } from '../features/inspector/selected.ts'
import { chooseFiles } from '../features/library/importFiles.ts'
import * as timeline from '../features/timeline/actions.ts'
import { errorInWords } from '../i18n/inWords.ts'
import * as transport from '../playback/transport.ts'
import { activeTimeline, dispatch, redo, undo, useDocument } from '../store/document.ts'
import { setPreference } from '../store/preferences.ts'
import {
  openDialog,
  selectNothing,
  type Tool,
  useSession,
  type Workspace,
} from '../store/session.ts'

interface Action {
  readonly run: () => unknown
  /** Absent: always. */
  readonly enabled?: () => boolean
}

const hasClips = (): boolean => useSession.getState().clips.length > 0
const hasFootage = (): boolean => {
  const { project } = useDocument.getState()
  return project !== null && selectedFootage(project).length > 0
}
const hasSource = (): boolean =>
  useSession.getState().source !== null || useSession.getState().assets.length > 0
const tool = (value: Tool): Action => ({ run: () => useSession.setState({ tool: value }) })
const workspace = (value: Workspace): Action => ({
  run: () => {
    useSession.setState({ workspace: value })
    void setPreference('workspace', value)
  },
})

function addTrack(kind: 'picture' | 'sound'): void {
  const { project } = useDocument.getState()
  if (!project) return
  const timelineId = activeTimeline(project).id
  const count = project.tracks
    .values()
    .filter((track) => track.kind === kind && track.timelineId === timelineId).length
  dispatch('track.add', { timelineId, kind, name: `${kind === 'picture' ? 'V' : 'A'}${count + 1}` })
}

const actions: Readonly<Record<ActionId, Action>> = {
  'project.new': { run: () => openDialog('projects') },
  'project.open': { run: () => openDialog('projects') },
  'media.import': { run: chooseFiles },
  'export.open': { run: () => openDialog('export') },
  'settings.open': { run: () => openDialog('settings') },

  'edit.undo': { run: undo, enabled: () => useDocument.getState().head?.undoLabel != null },
  'edit.redo': { run: redo, enabled: () => useDocument.getState().head?.redoLabel != null },
  'history.open': { run: () => openDialog('history') },
  'selection.all': { run: timeline.selectAll },
  'selection.none': { run: selectNothing },

  'clip.insert': { run: () => timeline.placeFromSource('insert'), enabled: hasSource },
  'clip.overwrite': { run: () => timeline.placeFromSource('overwrite'), enabled: hasSource },
  'clip.append': { run: () => timeline.placeFromSource('append'), enabled: hasSource },
  'clip.split': { run: timeline.splitAtPlayhead },
  'clip.lift': { run: timeline.lift },
  'clip.extract': { run: timeline.extract },
  'clip.trimStart': { run: timeline.trimStartToPlayhead },
  'clip.trimEnd': { run: timeline.trimEndToPlayhead },
  'clip.enable': { run: timeline.toggleEnabled, enabled: hasClips },
  'clip.link': { run: timeline.linkOrUnlink, enabled: hasClips },
  'keyframe.add': { run: timeline.addKeyframeAtPlayhead },
  'shot.newFromText': { run: () => newShot('text') },
  'shot.newFromPins': { run: () => newShot('pins') },
  'shot.transform': { run: () => shotFromSelection('transform'), enabled: hasFootage },
  'shot.reframe': { run: () => shotFromSelection('reframe'), enabled: hasFootage },
  'shot.generate': { run: generateSelected, enabled: () => selectedShot() !== null },

  'play.toggle': { run: transport.toggle },
  'play.forward': { run: transport.forward },
  'play.stop': { run: transport.stop },
  'play.backward': { run: transport.backward },
  'playhead.previousFrame': { run: () => transport.step(-1) },
  'playhead.nextFrame': { run: () => transport.step(1) },
  'playhead.back5': { run: () => transport.step(-5) },
  'playhead.forward5': { run: () => transport.step(5) },
  'playhead.previousEdit': { run: timeline.previousEdit },
  'playhead.nextEdit': { run: timeline.nextEdit },
  'playhead.start': { run: transport.toStart },
  'playhead.end': { run: transport.toEnd },
  'range.in': { run: timeline.markIn },
  'range.out': { run: timeline.markOut },
  'range.clear': { run: timeline.clearRange },
  'marker.add': { run: timeline.addMarker },
  'snap.toggle': { run: () => useSession.setState(({ snapping }) => ({ snapping: !snapping })) },
  'track.addPicture': { run: () => addTrack('picture') },
  'track.addSound': { run: () => addTrack('sound') },

  'tool.select': tool('select'),
  'tool.razor': tool('razor'),
  'tool.ripple': tool('ripple'),
  'tool.slip': tool('slip'),
  'view.fit': { run: timeline.fit },
  'view.zoomIn': { run: timeline.zoomIn },
  'view.zoomOut': { run: timeline.zoomOut },
  'workspace.edit': workspace('edit'),
  'workspace.direct': workspace('direct'),
  'workspace.deliver': workspace('deliver'),
  'jobs.open': { run: () => openDialog('jobs') },

  'help.shortcuts': { run: () => openDialog('shortcuts') },
  'help.doctor': { run: () => openDialog('doctor') },
  'help.logs': { run: () => call('app:openLogs', {}) },
}

export const isEnabled = (id: ActionId): boolean => actions[id].enabled?.() ?? true

/** Runs an action where it is allowed; a fault inside it is logged, never lost. */
export function runAction(id: ActionId): void {
  if (!isEnabled(id)) return
  void (async () => {
    try {
      await actions[id].run()
    } catch (error) {
      const [message, detail] =
        error instanceof Error ? [error.message, error.stack] : [String(error), undefined]
      useDocument.setState({ refusal: errorInWords(error) })
      await call('app:log', {
        level: 'error',
        message: `${id}: ${message}`,
        ...(detail && { detail }),
      })
    }
  })()
}
