/**
 * A patch as it is told to somebody who has the document on one of its sides: of a track's list of items only what
 * differs, so that an edit in a long cut is as small as in a short one.
 *
 *     before   a b c d e f        at 2, `before` c d, `after` x
 *     after    a b x e f
 */
import { z } from 'zod'
import { type ItemId, itemIdSchema } from '../model/ids.ts'
import { type Project, TABLES } from '../model/project.ts'
import { trackOf } from '../model/select.ts'
import { type Track, trackSchema } from '../model/track.ts'
import { type Patch, type PatchEntry, patchSchema } from './patch.ts'

/** Where two lists of items differ: their parts between what they have in common on both sides. */
interface ItemsDiff {
  readonly at: number
  readonly before: readonly ItemId[]
  readonly after: readonly ItemId[]
}

type Side = 'before' | 'after'

/** A track that is in both documents. Its own lists are empty. */
interface BriefTrack {
  readonly table: 'tracks'
  readonly id: string
  readonly before: Track
  readonly after: Track
  readonly items: ItemsDiff
}

export interface BriefPatch {
  readonly entries: Patch
  readonly tracks: readonly BriefTrack[]
}

export const briefPatchSchema: z.ZodType<BriefPatch> = z.object({
  entries: patchSchema,
  tracks: z.array(
    z.object({
      table: z.literal('tracks'),
      id: z.string().min(1),
      before: trackSchema,
      after: trackSchema,
      items: z.object({
        at: z.int().min(0),
        before: z.array(itemIdSchema),
        after: z.array(itemIdSchema),
      }),
    }),
  ),
})

export function inBrief(patch: Patch): BriefPatch {
  const entries: PatchEntry[] = []
  const tracks: BriefTrack[] = []
  for (const entry of patch) {
    if (entry.table !== 'tracks' || !entry.before || !entry.after) entries.push(entry)
    else {
      const { table, id, before, after } = entry
      tracks.push({
        ...{ table, id, before: { ...before, items: [] }, after: { ...after, items: [] } },
        items: differing(before.items, after.items),
      })
    }
  }
  return { entries, tracks }
}

function differing(before: readonly ItemId[], after: readonly ItemId[]): ItemsDiff {
  const shorter = Math.min(before.length, after.length)
  let at = 0
  while (at < shorter && before[at] === after[at]) at++
  let behind = 0
  while (behind < shorter - at && before.at(-1 - behind) === after.at(-1 - behind)) behind++
  return {
    at,
    before: before.slice(at, before.length - behind),
    after: after.slice(at, after.length - behind),
  }
}

/**
 * The patch in full, by the document from which it leads away in `direction`.
 *
 * @throws MissingRecord when that document lacks one of its tracks
 */
export function inFull(
  project: Project,
  { entries, tracks }: BriefPatch,
  direction: 'forward' | 'backward',
): Patch {
  const [near, far]: [Side, Side] =
    direction === 'forward' ? ['before', 'after'] : ['after', 'before']
  const full = tracks.map((brief): PatchEntry => {
    const items = trackOf(project, brief.after.id).items
    const { at } = brief.items
    const other = items.toSpliced(at, brief.items[near].length, ...brief.items[far])
    const lists = { [near]: items, [far]: other } as Record<Side, ItemId[]>
    return {
      ...{ table: 'tracks', id: brief.id },
      before: { ...brief.before, items: lists.before },
      after: { ...brief.after, items: lists.after },
    }
  })
  // Tables follow one another as in every patch.
  return [...entries, ...full].sort((a, b) => TABLES.indexOf(a.table) - TABLES.indexOf(b.table))
}
