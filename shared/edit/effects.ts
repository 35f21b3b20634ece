/**
 * The effects of a clip, applied to its picture from the first to the last.
 *
 *     blur, grade      →      grade, blur          the blur moved behind the grade
 *
 * Does not touch: other clips, linked ones too; keyframes. Parameters are set and keyed as every animated value is
 * (setProperty, addKeyframe), under the name `effects.<effect id>.<parameter>`.
 *
 * Around: linked, shots, takes, pins, transitions, markers, sync-locked stay; locked refuse.
 */
import type { Clip } from '../model/clip.ts'
import { DEFAULT_EFFECTS, type Effect, type EffectKind, effectSchema } from '../model/effect.ts'
import type { AssetId, EffectId, ItemId, MakeId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { place, record } from '../model/select.ts'
import { effectOf } from './animated.ts'
import { changeClip } from './changeClip.ts'
import { withFields } from './draft.ts'
import { refuse } from './refuse.ts'
import { quoted } from './timelineEdit.ts'

/** An empty list is taken away: absent and empty are the same. */
const withEffects = (clip: Clip, effects: readonly Effect[]): Clip =>
  withFields<Clip>(clip, { effects: effects.length > 0 ? [...effects] : undefined })

export interface NewEffect {
  readonly itemId: ItemId
  readonly kind: EffectKind
  /** Place among the effects; absent: the last. */
  readonly index?: number | undefined
}

export function addEffect(
  project: Project,
  { itemId, kind, index }: NewEffect,
  makeId: MakeId,
): Project {
  if (place(project, itemId).track.kind !== 'picture') refuse('edit:effectOnSound')
  const effect = effectSchema.parse({ id: makeId<EffectId>(), ...DEFAULT_EFFECTS[kind]() })
  return changeClip(project, itemId, (clip) => {
    const effects = clip.effects ?? []
    return withEffects(clip, effects.toSpliced(index ?? effects.length, 0, effect))
  })
}

export interface EffectPatch {
  readonly enabled?: boolean | undefined
  /** Of a key. */
  readonly color?: string | undefined
  /** Of a grade; null takes them away. */
  readonly curves?: Extract<Effect, { kind: 'grade' }>['curves'] | null | undefined
  readonly lutId?: AssetId | null | undefined
}

export function setEffect(
  project: Project,
  args: { readonly itemId: ItemId; readonly effectId: EffectId; readonly patch: EffectPatch },
): Project {
  const { itemId, effectId, patch } = args
  if (patch.lutId) record(project, 'assets', patch.lutId)
  return changeClip(project, itemId, (clip) => {
    const effect = effectOf(clip, effectId)
    const fields = Object.entries(patch).filter(([, value]) => value !== undefined)
    const odd = fields.find(([name]) => !FIELDS[effect.kind].includes(name))
    if (odd) refuse('edit:effectField', { field: odd[0], clip: quoted(clip) })
    const given = Object.fromEntries(fields.map(([name, value]) => [name, value ?? undefined]))
    const changed = withFields<Effect>(effect, given as Partial<Effect>)
    return withEffects(
      clip,
      (clip.effects ?? []).map((other) => (other === effect ? changed : other)),
    )
  })
}

const FIELDS: Readonly<Record<EffectKind, readonly string[]>> = {
  grade: ['enabled', 'curves', 'lutId'],
  blur: ['enabled'],
  sharpen: ['enabled'],
  vignette: ['enabled'],
  key: ['enabled', 'color'],
}

/** `index`: its place among the others from now on; beyond them, the last. */
export const moveEffect = (
  project: Project,
  args: { readonly itemId: ItemId; readonly effectId: EffectId; readonly index: number },
): Project =>
  changeClip(project, args.itemId, (clip) => {
    const effect = effectOf(clip, args.effectId)
    const others = (clip.effects ?? []).filter((other) => other !== effect)
    return withEffects(clip, others.toSpliced(args.index, 0, effect))
  })

export const removeEffect = (
  project: Project,
  { itemId, effectId }: { readonly itemId: ItemId; readonly effectId: EffectId },
): Project =>
  changeClip(project, itemId, (clip) => {
    const effect = effectOf(clip, effectId)
    return withEffects(
      clip,
      (clip.effects ?? []).filter((other) => other !== effect),
    )
  })
