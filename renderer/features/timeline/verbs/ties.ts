/** Links and groups of the selection. */
import { clipOf } from '../../../../shared/model/select.ts'
import { committedProject, dispatch } from '../../../store/document.ts'
import { useSession } from '../../../store/session.ts'
import { recordings, selectedClips } from './here.ts'

const chosen = () => selectedClips().map(({ item }) => item.id)

/** Links two or more unlinked clips; otherwise undoes the links of the selection. */
export function linkOrUnlink(): void {
  const itemIds = chosen()
  if (itemIds.length === 0) return
  const project = committedProject()
  const isLinked = itemIds.some((id) => clipOf(project, id).linkId !== undefined)
  dispatch(isLinked ? 'clips.unlink' : 'clips.link', { itemIds })
}

export const canGroup = (): boolean => recordings(selectedClips()).length > 1
export const canUngroup = (): boolean =>
  selectedClips().some(({ item }) => item.groupId !== undefined)

/** With what is linked to it: a group would otherwise pull a picture from its sound. */
export function group(): void {
  dispatch('clips.group', { itemIds: chosen() })
}

export function ungroup(): void {
  dispatch('clips.ungroup', { itemIds: chosen() })
}

/** Copies of the selection right behind it, over what is there. */
export function duplicate(): void {
  const placed = selectedClips()
  if (placed.length === 0) return
  const start = Math.min(...placed.map((one) => one.start))
  const end = Math.max(...placed.map((one) => one.end))
  const { linked } = useSession.getState()
  const itemIds = placed.map(({ item }) => item.id)
  dispatch('clips.duplicate', {
    itemIds,
    delta: end - start,
    trackDelta: 0,
    mode: 'insert',
    linked,
  })
}
