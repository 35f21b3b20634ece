/** The books as CSV (RFC 4180), for spreadsheets and bookkeepers. Amounts are US dollars, exact. */

import { formatUsd } from '../../shared/generation/pricing.ts'
import type { TaskAccount } from '../../shared/ipc/money.ts'
import { inEnglish } from '../../shared/words/english.ts'
import type { Words } from '../../shared/words/speaker.ts'

const COLUMNS: readonly (readonly [string, (task: TaskAccount, words: Words) => string])[] = [
  ['submitted', ({ at }) => at],
  ['closed', ({ closedAt }) => closedAt ?? ''],
  ['project', ({ projectName }) => text(projectName)],
  ['job', ({ title }, words) => text(title ? words(title) : '')],
  ['engine', ({ engine }) => engine ?? ''],
  ['task', ({ taskUUID }) => taskUUID],
  ['state', ({ state }) => state],
  ['quoted', ({ quoted }) => dollars(quoted)],
  ['reserved', ({ reserved }) => dollars(reserved)],
  ['billed', ({ billed }) => dollars(billed)],
  ['difference', ({ difference }) => dollars(difference)],
  ['note', ({ note }, words) => text(words(note))],
]

const dollars = (amount: number): string => formatUsd(amount).replace('$', '')

/** A spreadsheet would take a name that begins with one of these for a formula. */
const text = (words: string): string => (/^[=+\-@\t\r]/.test(words) ? `'${words}` : words)

const cell = (words: string): string =>
  /[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words

/** Columns and states are named for programs; jobs and notes speak the language of `words`. */
export function ledgerCsv(tasks: readonly TaskAccount[], words: Words = inEnglish): string {
  const rows = [
    COLUMNS.map(([name]) => name),
    ...tasks.map((task) => COLUMNS.map(([, of]) => of(task, words))),
  ]
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}
