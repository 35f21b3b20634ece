/**
 * Gives a shot the settings and the pins that one of its takes was made from, to go on from there.
 *
 *     before   pins ▲────▲────▲   prompt B          after   pins ▲─────────▲   prompt A      of a take made of A
 *
 * Its name, its takes and the one in the cut stay. Does not touch: clips (a window that reaches beyond a shorter shot holds
 * its last picture). Refused when a picture or the source is no longer in the project.
 *
 * Around: linked, takes, markers, locked, sync-locked stay; shots, pins change; transitions settle.
 */
import { z } from 'zod'
import type { AssetId, MakeId, PinId, ShotId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { pinsOf, shotOf } from '../model/select.ts'
import {
  aspectSchema,
  editControlsSchema,
  type Pin,
  resolutionSchema,
  shotModeSchema,
} from '../model/shot.ts'
import { parseRational, toNumber } from '../time/rational.ts'
import { change } from './draft.ts'
import { checkPins } from './pins.ts'
import { refuse } from './refuse.ts'
import { type ShotPatch, updateShot } from './updateShot.ts'

const time = z.string().transform((text) => parseRational(text))

/** What `recipeOf` writes, as far as a shot's form has it. */
const recipeSchema = z.object({
  mode: shotModeSchema,
  prompt: z.string(),
  length: time,
  resolution: resolutionSchema,
  aspect: aspectSchema.optional(),
  loop: z.boolean().optional(),
  hdr: z.boolean().optional(),
  exrExport: z.boolean().optional(),
  pins: z
    .array(
      z
        .tuple([z.int(), z.string(), time, z.enum(['first', 'last']).optional()])
        .transform(([index, mediaKey, at, anchor]) => ({ index, mediaKey, time: at, anchor })),
    )
    .optional(),
  source: z.tuple([z.string(), time, time]).nullish(),
  edit: editControlsSchema.nullish(),
  placement: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullish(),
})
type Recipe = z.infer<typeof recipeSchema>

export interface RestoredShot {
  readonly shotId: ShotId
  /** Of a take of the shot. */
  readonly recipe: string
}

/** @throws EditRefused */
export function restoreShot(
  project: Project,
  { shotId, recipe }: RestoredShot,
  makeId: MakeId,
): Project {
  const { name } = shotOf(project, shotId)
  const was = recipeSchema.safeParse(JSON.parse(recipe))
  if (!was.success) return refuse('edit:recipeUnreadable', { shot: name })
  const cleared = change(project, (draft) => {
    for (const { id } of pinsOf(project, shotId)) draft.remove('pins', id)
  })
  const updated = updateShot(cleared, { shotId, patch: patchOf(project, was.data, name) })
  const restored = change(updated, (draft) => {
    for (const { index, mediaKey, time, anchor } of was.data.pins ?? []) {
      const picture = { assetId: assetWith(project, mediaKey, name), time }
      const pin: Pin = { id: makeId<PinId>(), shotId, index, picture, ...(anchor && { anchor }) }
      draft.add('pins', pin)
    }
  })
  checkPins(restored, shotId)
  return restored
}

function assetWith(project: Project, mediaKey: string, shot: string): AssetId {
  const asset = project.assets.values().find((each) => each.mediaKey === mediaKey)
  return asset?.id ?? refuse('edit:recipeMediaGone', { shot })
}

function patchOf(project: Project, was: Recipe, shot: string): ShotPatch {
  const { mode, prompt, resolution, aspect, loop, hdr, exrExport, edit, placement, source } = was
  const isGenerated = mode === 'text' || mode === 'pins'
  const [x = 0, y = 0, width = 1, height = 1] = placement ?? []
  return {
    ...{ mode, prompt, resolution },
    ...(aspect && { aspect }),
    ...(isGenerated && { length: toNumber(was.length) === 10 ? 10 : 5, loop: loop ?? false }),
    ...(mode !== 'reframe' && { hdr: hdr ?? false, exrExport: exrExport ?? false }),
    ...(source && {
      source: {
        assetId: assetWith(project, source[0], shot),
        start: source[1],
        duration: source[2],
      },
    }),
    ...(mode === 'transform' && { edit: edit ?? null }),
    ...(mode === 'reframe' && { placement: placement ? { x, y, width, height } : null }),
  }
}
