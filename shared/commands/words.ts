/** The names that labels use. */
import type { AssetId, EffectId, ItemId, TimelineId, TransitionId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { shotField } from '../words/en/shotField.ts'
import { asWritten, type Said } from '../words/Said.ts'
import { say } from '../words/say.ts'

const quoted = (name: string): Said => say('words:quoted', { name })

/** `"oak_push"`, or `clip` where the clip has no name or is gone: a label must never fail. */
export function clipName(project: Project, id: ItemId | undefined): Said {
  const item = id === undefined ? undefined : project.items.get(id)
  return item?.kind === 'clip' && item.name !== '' ? quoted(item.name) : say('words:clip')
}

/** `"oak_push"` for one, `3 clips` for several. */
export const clipNames = (project: Project, ids: readonly ItemId[]): Said =>
  ids.length === 1 ? clipName(project, ids[0]) : say('words:clips', { count: ids.length })

/** The same for media that are not clips yet. */
export const mediaNames = (media: readonly { readonly name: string }[]): Said =>
  media.length === 1 ? quoted(media[0]?.name ?? '') : say('words:clips', { count: media.length })

/** `by 3 frames earlier`, `by 1 frame later`. */
export const byFrames = (delta: number): Said =>
  delta < 0
    ? say('words:byFramesEarlier', { count: -delta })
    : say('words:byFramesLater', { count: delta })

/** A speed in percent, to a tenth. */
export const percent = ({ num, den }: { readonly num: number; readonly den: number }): number =>
  Math.round((1000 * num) / den) / 10

/** A field that a later version has is told by its own name. */
export const shotFieldName = (field: string): Said =>
  field in shotField ? say(`shotField:${field as keyof typeof shotField}`) : asWritten(field)

/** `dissolve`, or `transition` where it is gone. */
export function styleName(project: Project, id: TransitionId | undefined): Said {
  const style = id === undefined ? undefined : project.transitions.get(id)?.style.kind
  return say(`transition:${style ?? 'any'}`)
}

/** Its id where it is gone. */
export const timelineName = (project: Project, id: TimelineId): string =>
  project.timelines.get(id)?.name ?? id

export const assetName = (project: Project, id: AssetId): string =>
  project.assets.get(id)?.name ?? id

/** `blur`; `effect` where it is gone. */
export function effectName(project: Project, itemId: ItemId, effectId: EffectId): Said {
  const item = project.items.get(itemId)
  const found =
    item?.kind === 'clip' ? item.effects?.find((effect) => effect.id === effectId) : undefined
  return found ? say(`effect:${found.kind}`) : say('words:effect')
}
