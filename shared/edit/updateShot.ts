/**
 * Changes what a shot asks for. Its takes stay what they are; one made from something else is stale from now on
 * (model/recipe.ts). Does not touch: clips (a window that reaches beyond a shorter shot holds its last picture),
 * pins (refused when they would no longer fit). Transitions that showed media a shorter shot no longer has are
 * settled.
 *
 * Around: linked, takes, pins, markers, locked, sync-locked stay; shots change; transitions settle.
 */
import { z } from 'zod'
import type { ShotId, TrackId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { placedClips, record, shotOf } from '../model/select.ts'
import { type Shot, shotSchema } from '../model/shot.ts'
import { transitionsOf } from '../model/transitionsOf.ts'
import { change } from './draft.ts'
import { checkPins } from './pins.ts'
import { settleTracks } from './settleTransitions.ts'

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
  return settleTracks(updated, tracksShowing(updated, shotId))
}

/** A chosen size is one: what a document from elsewhere left to the service does not count any more. */
function openSize(project: Project, shotId: ShotId, { aspect, resolution }: ShotPatch) {
  const { sizing } = shotOf(project, shotId)
  const isChosen = aspect !== undefined || (sizing === 'service' && resolution !== undefined)
  return sizing !== undefined && isChosen ? { sizing: null } : {}
}

/** Tracks with a window on the shot. Nothing is looked for while there are no transitions to settle. */
function tracksShowing(project: Project, shotId: ShotId): TrackId[] {
  return project.tracks
    .values()
    .filter(({ id }) => transitionsOf(project, id).length > 0)
    .filter((track) =>
      placedClips(project, track).some(
        ({ item: { source } }) => source.kind === 'shot' && source.shotId === shotId,
      ),
    )
    .map(({ id }) => id)
}
