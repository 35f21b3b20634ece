/** The document as the program keeps it: read through the window's own API, after everything on its way has arrived. */
import type { Page } from 'playwright-core'
import {
  applyCommand,
  type CommandType,
  command,
  type PayloadOf,
} from '../../../shared/commands/registry.ts'
import type { KeyreelApi } from '../../../shared/ipc/api.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import type { Clip } from '../../../shared/model/clip.ts'
import type { ItemId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import {
  type PlacedItem,
  placedClips,
  settingsOf,
  timelineOf,
  tracksOf,
} from '../../../shared/model/select.ts'

declare global {
  interface Window {
    readonly keyreel: KeyreelApi
  }
}

/** The open project and where its history stands. */
export async function kept(page: Page): Promise<Output<'project:open'>> {
  await page.getByText(/^All changes kept/).waitFor()
  const answer = await page.evaluate(() => window.keyreel.call('project:open', {}))
  if (!answer.ok) throw new Error(answer.failure.message)
  return answer.value
}

let count = 0

/** What a command makes of a document. */
export const after = <T extends CommandType>(
  project: Project,
  type: T,
  payload: PayloadOf<T>,
): Project => applyCommand(project, command(type, payload, `expected-${++count}`))

/** A clip by its track and the number of clips before it. */
export function clipAt(project: Project, track: string, order: number): PlacedItem<Clip> {
  const timeline = timelineOf(project, settingsOf(project).timelineId)
  const found = tracksOf(project, timeline).find(({ name }) => name === track)
  const placed = found && placedClips(project, found)[order]
  if (!placed) throw new Error(`${track} has no clip ${order}`)
  return placed
}

/** Two documents compared whole, whatever their newest records are called. */
export function anonymous(project: Project, before: Project): unknown {
  const names = new Map<string, string>()
  const known = new Set(
    Object.values(before).flatMap((table) =>
      typeof table === 'object' && table !== null ? Object.keys(table) : [],
    ),
  )
  const timeline = timelineOf(project, settingsOf(project).timelineId)
  const order: readonly ItemId[] = tracksOf(project, timeline).flatMap(({ items }) => items)
  for (const id of order) if (!known.has(id)) names.set(id, `new item ${names.size + 1}`)
  const ties = new Set(
    order.flatMap((id) => {
      const item = project.items[id]
      return item?.kind === 'clip'
        ? [item.linkId, item.groupId].filter((tie) => tie !== undefined)
        : []
    }),
  )
  const old = new Set(
    Object.values(before.items).flatMap((item) =>
      item.kind === 'clip' ? [item.linkId, item.groupId] : [],
    ),
  )
  for (const tie of ties) if (!old.has(tie)) names.set(tie, `new tie ${names.size + 1}`)
  return renamed(project, names)
}

function renamed(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return names.get(value) ?? value
  if (Array.isArray(value)) return value.map((one) => renamed(one, names))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [names.get(key) ?? key, renamed(one, names)]),
  )
}
