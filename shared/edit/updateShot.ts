/**
 * Changes what a shot asks for. Its takes stay what they are; one made from something else is stale from now on
 * (model/recipe.ts). Does not touch: clips (a window that reaches beyond a shorter shot holds its last picture),
 * pins (refused when they would no longer fit).
 */
import { z } from 'zod'
import type { ShotId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { record, shotOf } from '../model/select.ts'
import { type Shot, shotSchema } from '../model/shot.ts'
import { change } from './draft.ts'
import { checkPins } from './pins.ts'

const { name, mode, prompt, length, resolution, aspect } = shotSchema.shape
const { source, edit, placement } = shotSchema.shape

/** What may change in a shot; null takes an optional field away. */
export const shotPatchSchema = z.strictObject({
  name: name.optional(),
  mode: mode.optional(),
  prompt: prompt.optional(),
  length: length.optional(),
  resolution: resolution.optional(),
  aspect: aspect.optional(),
  loop: z.boolean().optional(),
  hdr: z.boolean().optional(),
  exrExport: z.boolean().optional(),
  source: source.nullable(),
  edit: edit.nullable(),
  placement: placement.nullable(),
})
export type ShotPatch = z.infer<typeof shotPatchSchema>

export function updateShot(
  project: Project,
  { shotId, patch }: { readonly shotId: ShotId; readonly patch: ShotPatch },
): Project {
  if (patch.source) record(project, 'assets', patch.source.assetId)
  const fields = Object.fromEntries(
    Object.entries({ ...openSize(project, shotId, patch), ...patch })
      .filter(([, value]) => value !== undefined)
      .map(([field, value]) => [field, value ?? undefined]),
  ) as Partial<Shot>
  const updated = change(project, (draft) => draft.set('shots', shotId, fields))
  checkPins(updated, shotId)
  return updated
}

/** A chosen size is one: what a document from elsewhere left to the service does not count any more. */
function openSize(project: Project, shotId: ShotId, { aspect, resolution }: ShotPatch) {
  const { sizing } = shotOf(project, shotId)
  const isChosen = aspect !== undefined || (sizing === 'service' && resolution !== undefined)
  return sizing !== undefined && isChosen ? { sizing: null } : {}
}
