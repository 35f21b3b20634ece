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
import { received } from '../../../shared/ipc/travel.ts'
import type { Clip, Item } from '../../../shared/model/clip.ts'
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
  return received('project:open', answer.value)
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

/** A document as plain values, to be compared whole, whatever its newest items and ties are called. */
export function anonymous(project: Project, before: Project): unknown {
  const names = new Map<string, string>()
  const timeline = timelineOf(project, settingsOf(project).timelineId)
  const order = tracksOf(project, timeline).flatMap(({ items }) => items)
  const items = order.flatMap((id) => project.items.get(id) ?? [])
  for (const { id } of items) if (!before.items.has(id)) names.set(id, `new item ${names.size + 1}`)
  const old = new Set(before.items.values().flatMap(tiesOf))
  for (const tie of items.flatMap(tiesOf)) {
    if (!old.has(tie) && !names.has(tie)) names.set(tie, `new tie ${names.size + 1}`)
  }
  return renamed(JSON.parse(JSON.stringify(project)), names)
}

const tiesOf = (item: Item): string[] =>
  item.kind === 'clip' ? [item.linkId, item.groupId].filter((tie) => tie !== undefined) : []

function renamed(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return names.get(value) ?? value
  if (Array.isArray(value)) return value.map((one) => renamed(one, names))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [names.get(key) ?? key, renamed(one, names)]),
  )
}
