import { z } from 'zod'
import type { MakeId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { shotSchema } from '../model/shot.ts'
import { refuse } from './refuse.ts'

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

export const updateShot = (_project: Project, _args: unknown, _makeId: MakeId): Project =>
  refuse('This edit is not built yet.')
