/** Three-point editing: the marked part of the source monitor's asset, else of the library's selection, goes to the playhead. */
import { activeTimeline, useDocument } from '../store/document.ts'
import { mediaToPlace, type PlaceMode, placeMedia } from '../store/placeMedia.ts'
import { playhead } from '../store/playhead.ts'
import { useSession } from '../store/session.ts'

/** True when something was placed. The playhead then stands behind it, ready for the next. */
export function placeSource(mode: PlaceMode): boolean {
  const { project } = useDocument.getState()
  if (!project) return false
  const timeline = activeTimeline(project)
  const { source, assets } = useSession.getState()
  const chosen = source === null ? assets : [source]
  const media = chosen.flatMap((id) => {
    const asset = project.assets.get(id)
    return asset ? [mediaToPlace(asset, timeline.rate)] : []
  })
  if (media.length === 0) return false
  const behind = placeMedia(media, { mode, frame: playhead.getState().frame })
  if (behind !== null && mode !== 'append') playhead.setState({ frame: behind })
  return behind !== null
}
