/** What each action of the catalogue does in this window. The type fails where one is missing. */

import type { ActionId } from '../../shared/actions/catalogue.ts'
import type { EffectKind } from '../../shared/model/effect.ts'
import { EASE, EASE_IN, EASE_OUT, HOLD, LINEAR } from '../../shared/model/keyframe.ts'
import type { Shot } from '../../shared/model/shot.ts'
import type { TrackKind } from '../../shared/model/track.ts'
import type { TransitionKind } from '../../shared/model/transition.ts'
import type { TimeDisplay } from '../../shared/time/position.ts'
import { call } from '../bridge/keyreel.ts'
import { generateSelected } from '../features/inspector/generate.ts'
import * as leadingShots from '../features/inspector/leadingShots.ts'
import { newShot, selectedFootage, shotFromSelection } from '../features/inspector/newShot.ts'
import { selectedShot } from '../features/inspector/selected.ts'
import { chooseFiles } from '../features/library/importFiles.ts'
import { chosenAssets, makeProxies } from '../features/library/makeProxies.ts'
import { relinkMissing } from '../features/library/relink.ts'
import { acceptNewest, canAcceptNewest } from '../features/takes/acceptNewest.ts'
import { canCompare, nextComparison, toggleComparing } from '../features/takes/comparing.ts'
import * as timeline from '../features/timeline/actions.ts'
import * as copyPaste from '../features/timeline/verbs/copyPaste.ts'
import * as cuts from '../features/timeline/verbs/cuts.ts'
import * as easing from '../features/timeline/verbs/easing.ts'
import * as effects from '../features/timeline/verbs/effects.ts'
import * as fades from '../features/timeline/verbs/fades.ts'
import * as generators from '../features/timeline/verbs/generators.ts'
import { clipUnder, playheadFrame } from '../features/timeline/verbs/here.ts'
import * as keyframes from '../features/timeline/verbs/keyframes.ts'
import * as nudges from '../features/timeline/verbs/nudges.ts'
import * as range from '../features/timeline/verbs/range.ts'
import * as source from '../features/timeline/verbs/source.ts'
import * as ties from '../features/timeline/verbs/ties.ts'
import * as timelines from '../features/timeline/verbs/timelines.ts'
import * as transitions from '../features/timeline/verbs/transitions.ts'
import { toggleFullScreen } from '../features/viewer/fullScreen.ts'
import { ZOOM_STEP, zoomBy, zoomTo } from '../features/viewer/view.ts'
import * as transport from '../playback/transport.ts'
import { dispatchAll } from '../store/dispatchAll.ts'
import { activeTimeline, redo, undo, useDocument } from '../store/document.ts'
import { type Quality, setPreference, usePreferences } from '../store/preferences.ts'
import {
  openDialog,
  selectNothing,
  type Tool,
  useSession,
  type Workspace,
} from '../store/session.ts'
import { showPanel, togglePanel } from './panels.ts'

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
const hasGap = (): boolean => useSession.getState().gap !== null
const isOverClip = (): boolean => clipUnder(playheadFrame()) !== undefined
const hasSource = (): boolean =>
  useSession.getState().source !== null || useSession.getState().assets.length > 0
const tool = (value: Tool): Action => ({ run: () => useSession.setState({ tool: value }) })
const quality = (value: Quality): Action => ({ run: () => setPreference('quality', value) })
const timeDisplay = (value: TimeDisplay): Action => ({
  run: () => setPreference('timeDisplay', value),
})
const workspace = (value: Workspace): Action => ({
  run: () => {
    useSession.setState({ workspace: value })
    void setPreference('workspace', value)
    if (value !== 'edit') showPanel('inspector')
  },
})

/** With the shot of the selected clip, where it has takes to hold against each other. */
const comparing = (run: (shot: Shot) => void): Action => ({
  run: () => {
    const shot = selectedShot()
    if (shot) run(shot)
  },
  enabled: () => {
    const shot = selectedShot()
    return shot !== null && canCompare(shot)
  },
})

/** What goes on in the inspector, which is brought out for it. */
const directing = (run: () => void, enabled: () => boolean = () => true): Action => ({
  run: () => {
    run()
    showPanel('inspector')
  },
  enabled,
})

function addTrack(kind: TrackKind): void {
  const { project } = useDocument.getState()
  if (!project) return
  dispatchAll(undefined, [generators.newTrack(project, activeTimeline(project), kind)])
}

const effect = (kind: EffectKind): Action =>
  directing(() => effects.addEffect(kind), effects.canAddEffect)

const transition = (kind: TransitionKind): Action =>
  directing(
    () => transitions.makeTransition(kind),
    () => transitions.hasTransitions() || transitions.canAddTransition(),
  )

export const actions: Readonly<Record<ActionId, Action>> = {
  'project.new': { run: () => openDialog('projects') },
  'project.open': { run: () => openDialog('projects') },
  'project.settings': { run: () => openDialog('projectSettings') },
  'media.import': { run: chooseFiles },
  'media.relink': { run: relinkMissing },
  'media.makeProxies': {
    run: () => makeProxies(chosenAssets()),
    enabled: () => chosenAssets().length > 0,
  },
  'export.open': { run: () => openDialog('export') },
  'settings.open': { run: () => openDialog('settings') },

  'edit.undo': { run: undo, enabled: () => useDocument.getState().head?.undoLabel != null },
  'edit.redo': { run: redo, enabled: () => useDocument.getState().head?.redoLabel != null },
  'history.open': { run: () => openDialog('history') },
  'selection.all': { run: timeline.selectAll },
  'selection.none': { run: selectNothing },

  'edit.cut': { run: () => copyPaste.cut(timeline.lift), enabled: copyPaste.hasSelection },
  'edit.copy': { run: copyPaste.copy, enabled: copyPaste.hasSelection },
  'edit.paste': { run: () => copyPaste.paste('overwrite'), enabled: copyPaste.canPaste },
  'edit.pasteInsert': { run: () => copyPaste.paste('insert'), enabled: copyPaste.hasCopiedClips },
  'edit.pasteAttributes': {
    run: () => openDialog('pasteAttributes'),
    enabled: () => copyPaste.hasCopiedClips() && hasClips(),
  },
  'edit.duplicate': { run: ties.duplicate, enabled: hasClips },
  'clip.insert': { run: () => timeline.placeFromSource('insert'), enabled: hasSource },
  'clip.overwrite': { run: () => timeline.placeFromSource('overwrite'), enabled: hasSource },
  'clip.append': { run: () => timeline.placeFromSource('append'), enabled: hasSource },
  'clip.replace': { run: source.replaceFromSource, enabled: source.canReplace },
  'clip.matchFrame': { run: source.matchFrame, enabled: isOverClip },
  'clip.join': { run: cuts.join, enabled: cuts.canJoin },
  'clip.extend': { run: cuts.extendEdit },
  'clip.rollBack': { run: () => cuts.rollBy(-1) },
  'clip.rollForward': { run: () => cuts.rollBy(1) },
  'clip.nudgeBack': { run: () => nudges.nudge(-1), enabled: hasClips },
  'clip.nudgeForward': { run: () => nudges.nudge(1), enabled: hasClips },
  'clip.slipBack': { run: () => nudges.slip(-1), enabled: hasClips },
  'clip.slipForward': { run: () => nudges.slip(1), enabled: hasClips },
  'clip.slideBack': { run: () => nudges.slide(-1), enabled: hasClips },
  'clip.slideForward': { run: () => nudges.slide(1), enabled: hasClips },
  'clip.speed': { run: () => openDialog('speed'), enabled: hasClips },
  'clip.freeze': { run: () => openDialog('freeze'), enabled: isOverClip },
  'clip.split': { run: timeline.splitAtPlayhead },
  'clip.lift': {
    run: timeline.lift,
    enabled: () => copyPaste.hasSelection() || transitions.hasTransitions() || hasGap(),
  },
  'clip.extract': { run: timeline.extract, enabled: () => hasClips() || hasGap() },
  'clip.trimStart': { run: timeline.trimStartToPlayhead },
  'clip.trimEnd': { run: timeline.trimEndToPlayhead },
  'clip.enable': { run: timeline.toggleEnabled, enabled: hasClips },
  'clip.link': { run: ties.linkOrUnlink, enabled: hasClips },
  'clip.group': { run: ties.group, enabled: ties.canGroup },
  'clip.ungroup': { run: ties.ungroup, enabled: ties.canUngroup },
  'clip.fadeIn': { run: fades.fadeIn, enabled: fades.isUnderClip },
  'clip.fadeOut': { run: fades.fadeOut, enabled: fades.isUnderClip },
  'clip.nest': { run: timelines.nest, enabled: hasClips },

  'title.new': directing(generators.newTitle),
  'solid.new': directing(generators.newSolid),
  'adjustment.new': directing(generators.newAdjustment),
  'caption.new': directing(generators.newCaption),
  'transition.add': { run: transitions.addTransition, enabled: transitions.canAddTransition },
  'transition.addSound': { run: transitions.addCrossfade, enabled: transitions.canAddTransition },
  'transition.dissolve': transition('dissolve'),
  'transition.dip': transition('dip'),
  'transition.wipe': transition('wipe'),
  'transition.crossfade': transition('crossfade'),
  'transition.centre': { run: transitions.centreTransitions, enabled: transitions.hasTransitions },
  'transition.select': {
    run: transitions.selectTransition,
    enabled: transitions.canSelectTransition,
  },
  'effect.grade': effect('grade'),
  'effect.blur': effect('blur'),
  'effect.sharpen': effect('sharpen'),
  'effect.vignette': effect('vignette'),
  'effect.key': effect('key'),

  'keyframe.add': { run: timeline.addKeyframeAtPlayhead },
  'keyframe.linear': { run: () => easing.ease(LINEAR), enabled: easing.hasKeyframes },
  'keyframe.smooth': { run: () => easing.ease(EASE), enabled: easing.hasKeyframes },
  'keyframe.hold': { run: () => easing.ease(HOLD), enabled: easing.hasKeyframes },
  'keyframe.easeIn': { run: () => easing.ease(EASE_IN), enabled: easing.hasKeyframes },
  'keyframe.easeOut': { run: () => easing.ease(EASE_OUT), enabled: easing.hasKeyframes },
  'keyframe.lanes': { run: keyframes.toggleChosenLanes, enabled: keyframes.hasLanes },
  'keyframe.curve': { run: keyframes.editCurve, enabled: keyframes.canEditCurve },
  'keyframe.previous': { run: keyframes.previousKeyframe, enabled: keyframes.hasKeyedValues },
  'keyframe.next': { run: keyframes.nextKeyframe, enabled: keyframes.hasKeyedValues },
  'keyframe.scale': {
    run: () => openDialog('scaleKeys'),
    enabled: () => {
      const { keyframes: keys, pins } = useSession.getState()
      return keys.length + pins.length > 1
    },
  },
  'shot.newFromText': directing(() => newShot('text')),
  'shot.newFromPins': directing(() => newShot('pins')),
  'shot.transform': directing(() => shotFromSelection('transform'), hasFootage),
  'shot.reframe': directing(() => shotFromSelection('reframe'), hasFootage),
  'shot.workflow': { run: () => openDialog('workflow'), enabled: hasFootage },
  'shot.lookOver': { run: () => openDialog('lookOver'), enabled: hasFootage },
  'shot.fillGap': directing(leadingShots.fillGap, leadingShots.canFillGap),
  'shot.bridgeCut': directing(
    () => leadingShots.bridgeCut(cuts.chosenCuts()),
    () => leadingShots.canBridgeCut(cuts.chosenCuts()),
  ),
  'shot.extend': directing(leadingShots.extendClip, leadingShots.canExtend),
  'shot.fromRequest': { run: () => openDialog('openRequest') },
  'shot.generate': { run: generateSelected, enabled: () => selectedShot() !== null },
  'take.compare': comparing(toggleComparing),
  'take.nextComparison': comparing(nextComparison),
  'take.acceptNewest': { run: acceptNewest, enabled: canAcceptNewest },

  'play.toggle': { run: transport.toggle },
  'play.forward': { run: transport.forward },
  'play.stop': { run: transport.stop },
  'play.backward': { run: transport.backward },
  'play.loop': { run: () => useSession.setState(({ loops }) => ({ loops: !loops })) },
  'play.scrubSound': {
    run: () => setPreference('scrubSound', !usePreferences.getState().scrubSound),
  },
  'playhead.previousFrame': { run: () => transport.step(-1) },
  'playhead.nextFrame': { run: () => transport.step(1) },
  'playhead.back5': { run: () => transport.step(-5) },
  'playhead.forward5': { run: () => transport.step(5) },
  'playhead.back10': { run: () => transport.step(-10) },
  'playhead.forward10': { run: () => transport.step(10) },
  'playhead.previousEdit': { run: timeline.previousEdit },
  'playhead.nextEdit': { run: timeline.nextEdit },
  'playhead.start': { run: transport.toStart },
  'playhead.end': { run: transport.toEnd },
  'range.in': { run: range.markIn },
  'range.out': { run: range.markOut },
  'range.clip': { run: range.markClip },
  'range.goToIn': { run: range.goToIn },
  'range.goToOut': { run: range.goToOut },
  'range.clearIn': { run: range.clearIn },
  'range.clearOut': { run: range.clearOut },
  'range.clear': { run: range.clearRange },
  'marker.add': { run: timeline.addMarker },
  'time.insert': { run: () => openDialog('insertTime') },
  'snap.toggle': { run: () => useSession.setState(({ snapping }) => ({ snapping: !snapping })) },
  'track.addPicture': { run: () => addTrack('picture') },
  'track.addSound': { run: () => addTrack('sound') },
  'track.addSubtitle': { run: () => addTrack('subtitle') },
  'timeline.new': { run: timelines.newTimeline },
  'timeline.openNested': { run: timelines.openNested, enabled: timelines.canOpenNested },
  'timeline.back': { run: timelines.back, enabled: () => timelines.outerTimelines().length > 0 },

  'tool.select': tool('select'),
  'tool.razor': tool('razor'),
  'tool.ripple': tool('ripple'),
  'tool.roll': tool('roll'),
  'tool.slip': tool('slip'),
  'tool.slide': tool('slide'),
  'tool.rate': tool('rate'),
  'view.fit': { run: timeline.fit },
  'view.zoomIn': { run: timeline.zoomIn },
  'view.zoomOut': { run: timeline.zoomOut },
  'viewer.fullScreen': { run: toggleFullScreen },
  'viewer.fit': { run: () => zoomTo(null) },
  'viewer.actualSize': { run: () => zoomTo(1) },
  'viewer.zoomIn': { run: () => zoomBy(ZOOM_STEP) },
  'viewer.zoomOut': { run: () => zoomBy(1 / ZOOM_STEP) },
  'viewer.safeAreas': {
    run: () => setPreference('safeAreas', !usePreferences.getState().safeAreas),
  },
  'time.timecode': timeDisplay('timecode'),
  'time.frames': timeDisplay('frames'),
  'time.seconds': timeDisplay('seconds'),
  'viewer.automatic': quality('automatic'),
  'viewer.full': quality('full'),
  'viewer.half': quality('half'),
  'viewer.proxy': quality('proxy'),
  'workspace.edit': workspace('edit'),
  'workspace.direct': workspace('direct'),
  'workspace.deliver': workspace('deliver'),
  'panel.library': { run: () => togglePanel('library') },
  'panel.inspector': { run: () => togglePanel('inspector') },
  'library.grid': { run: () => setPreference('libraryView', 'grid') },
  'library.list': { run: () => setPreference('libraryView', 'list') },
  'jobs.open': { run: () => openDialog('jobs') },
  'ledger.open': { run: () => openDialog('ledger') },

  'help.palette': { run: () => openDialog('palette') },
  'help.shortcuts': { run: () => openDialog('shortcuts') },
  'help.doctor': { run: () => openDialog('doctor') },
  'help.logs': { run: () => call('app:openLogs', {}) },
}
