/** Assets dragged here from the library: overwrite where they are let go, with Ctrl insert. */
import { activeTimeline, committedProject } from '../../store/document.ts'
import { ASSET_TYPE } from '../../store/dragTypes.ts'
import { mediaToPlace, placeMedia } from '../../store/placeMedia.ts'
import { playhead } from '../../store/playhead.ts'
import { useSession } from '../../store/session.ts'
import { onEffectDrop, onEffectOver } from './dropEffects.ts'
import { clearFeedback, showFeedback } from './gestures/feedback.ts'
import { createSnapper, snapCandidates } from './gestures/snapping.ts'
import { positionUnder, rowUnder, type Surface } from './surface.ts'

interface DropTexts {
  readonly overwrite: string
  readonly insert: string
}

type DropPoint = Pick<DragEvent, 'clientX' | 'clientY' | 'ctrlKey' | 'metaKey' | 'shiftKey'>

/** The frame and track under the pointer; the frame sticks to edits and the playhead like any other drag. */
function place(surface: Surface, event: DropPoint) {
  const project = committedProject()
  const { snapping, framesPerPixel, openLanes } = useSession.getState()
  const near = Math.max(0, Math.round(positionUnder(surface, event.clientX)))
  const candidates = snapCandidates({
    project,
    timeline: activeTimeline(project),
    playhead: playhead.getState().frame,
    moving: new Set(),
    held: new Set(),
    lanes: openLanes,
  })
  const isOn = snapping !== event.shiftKey
  const { delta, guide } = createSnapper(candidates).snapDelta([near], 0, framesPerPixel, isOn)
  const row = rowUnder(surface, event.clientY)
  return {
    frame: Math.max(0, near + delta),
    guide,
    row: row?.kind === 'track' && !row.track.locked ? row : null,
    mode: event.ctrlKey || event.metaKey ? ('insert' as const) : ('overwrite' as const),
  }
}

const carriesAsset = (event: DragEvent): boolean =>
  event.dataTransfer?.types.includes(ASSET_TYPE) ?? false

export function onDragOver(surface: Surface, event: DragEvent, texts: DropTexts): void {
  if (onEffectOver(surface, event)) return
  if (!carriesAsset(event) || !event.dataTransfer) return
  event.preventDefault()
  event.dataTransfer.dropEffect = 'copy'
  const { frame, row, mode } = place(surface, event)
  showFeedback({
    pointer: { x: event.clientX, y: event.clientY },
    text: texts[mode],
    guide: frame,
    target: row?.key ?? null,
  })
}

export function onDrop(surface: Surface, event: DragEvent): void {
  clearFeedback()
  if (onEffectDrop(surface, event)) return
  const id = event.dataTransfer?.getData(ASSET_TYPE)
  const project = committedProject()
  const asset = project.assets.get(id ?? '')
  if (!asset) return
  event.preventDefault()
  const { frame, row, mode } = place(surface, event)
  const media = mediaToPlace(asset, activeTimeline(project).rate)
  placeMedia([media], { mode, frame, trackId: row?.track.id })
}
