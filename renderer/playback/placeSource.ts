/** Three-point editing: the source monitor's marked part, else the library's selection, goes to the playhead. */
import { activeTimeline, useDocument } from '../store/document.ts'
import { mediaToPlace, type PlaceMode, placeMedia, spanOfMarks } from '../store/placeMedia.ts'
import { playhead } from '../store/playhead.ts'
import { useSession } from '../store/session.ts'
import { sourceRate } from './sourceRate.ts'

/** True when something was placed. The playhead then stands behind it, ready for the next. */
export function placeSource(mode: PlaceMode): boolean {
  const { project } = useDocument.getState()
  if (!project) return false
  const timeline = activeTimeline(project)
  const { source, sourceMarks, assets } = useSession.getState()
  const chosen = source === null ? assets : [source]
  const media = chosen.flatMap((id) => {
    const asset = project.assets.get(id)
    if (!asset) return []
    const span = source === null ? {} : spanOfMarks(sourceMarks, sourceRate(asset, timeline))
    return [mediaToPlace(asset, timeline.rate, span)]
  })
  if (media.length === 0) return false
  const behind = placeMedia(media, { mode, frame: playhead.getState().frame })
  if (behind !== null && mode !== 'append') playhead.setState({ frame: behind })
  return behind !== null
}
