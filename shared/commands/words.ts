/** The names that labels and refusals use. */
import type { Property } from '../model/clip.ts'
import type { ItemId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'

/** `"oak_push"`, or `clip` where the clip has no name or is gone: a label must never fail. */
export function clipName(project: Project, id: ItemId | undefined): string {
  const item = id === undefined ? undefined : project.items.get(id)
  return item?.kind === 'clip' && item.name !== '' ? `"${item.name}"` : 'clip'
}

/** `"oak_push"` for one, `3 clips` for several. */
export const clipNames = (project: Project, ids: readonly ItemId[]): string =>
  ids.length === 1 ? clipName(project, ids[0]) : `${ids.length} clips`

/** `1 frame`, `12 frames`; the sign is left to the caller. */
export const count = (n: number, noun: string): string =>
  `${Math.abs(n)} ${noun}${Math.abs(n) === 1 ? '' : 's'}`

/** `later` or `earlier` with the number of frames. */
export const byFrames = (delta: number): string =>
  `by ${count(delta, 'frame')} ${delta < 0 ? 'earlier' : 'later'}`

export const propertyWords: Readonly<Record<Property, string>> = {
  positionX: 'horizontal position',
  positionY: 'vertical position',
  scale: 'scale',
  rotation: 'rotation',
  opacity: 'opacity',
  cropLeft: 'left crop',
  cropTop: 'top crop',
  cropRight: 'right crop',
  cropBottom: 'bottom crop',
  volume: 'volume',
  pan: 'pan',
}
