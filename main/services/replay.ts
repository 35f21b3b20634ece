/** Makes a document of a stored one and the patches after it. */

import type { Patch } from '../../shared/history/patch.ts'
import {
  DocumentFromTheFuture,
  MIGRATIONS,
  migrate,
} from '../../shared/model/migrations/migrate.ts'
import { parseProject } from '../../shared/model/migrations/parseProject.ts'
import { MisfiledRecord, type PlainProject, revived } from '../../shared/model/plainProject.ts'
import { DOCUMENT_VERSION, type Project, TABLES } from '../../shared/model/project.ts'
import type { Said } from '../../shared/words/Said.ts'
import { say } from '../../shared/words/say.ts'
import { documentForm, type Stored, versionOfForm } from '../database/documentForm.ts'
import { StorageError } from '../database/StorageError.ts'

type Json = Record<string, unknown>

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const damaged = (what: Said): StorageError =>
  new StorageError(say('storage:historyDamaged', { what }), 'damaged')

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw Object.assign(damaged(say('storage:noJson')), { cause })
  }
}

interface Entry extends Json {
  readonly table: string
  readonly id: string
}

const isEntry = (entry: unknown): entry is Entry =>
  isObject(entry) && typeof entry.table === 'string' && typeof entry.id === 'string'

function entriesOf(text: string): Entry[] {
  const patch = parsed(text)
  if (!Array.isArray(patch)) throw damaged(say('storage:patchNoList'))
  if (!patch.every(isEntry)) throw damaged(say('storage:patchNamesNothing'))
  return patch
}

/** A patch whose records this form wrote, so that they need no second check. @throws StorageError `damaged` */
export const ownPatch = (text: string): Patch => entriesOf(text) as unknown as Patch

/** Puts a patch's records into a document that nobody else has. */
function applyInPlace(document: Json, patch: readonly Entry[]): void {
  for (const { table, id, after } of patch) {
    document[table] ??= {}
    const rows = document[table]
    if (!isObject(rows)) throw damaged(say('storage:noTable', { table }))
    if (after === undefined) delete rows[id]
    else rows[id] = after
  }
}

/**
 * Records written in the present form were checked when they were written and are taken as they are. Older ones are
 * replayed in the form they were written in, led through the migrations where that form ends, and checked.
 * @throws StorageError `damaged`; DocumentFromTheFuture, NotADocument
 */
export function replay(start: Stored, steps: readonly Stored[]): Project {
  const first = parsed(start.text)
  if (!isObject(first)) throw damaged(say('storage:noDocument'))
  let document = first
  for (const { form, text } of steps) {
    const version = versionOfForm(form)
    if (version > DOCUMENT_VERSION) throw new DocumentFromTheFuture(version)
    if (Number(document.version) < version) {
      document = migrate(document, MIGRATIONS.slice(0, version - 1))
    }
    applyInPlace(document, entriesOf(text))
  }
  const isOurs = [start, ...steps].every(({ form }) => form === documentForm())
  if (!isOurs) return parseProject(document)
  const broken = TABLES.find((table) => !isObject(document[table]))
  if (broken !== undefined) throw damaged(say('storage:tableMissing', { table: broken }))
  try {
    return revived(document as unknown as PlainProject)
  } catch (error) {
    if (!(error instanceof MisfiledRecord)) throw error
    const wrong = say('storage:recordWrong', { at: error.path.join('.'), why: error.said })
    throw Object.assign(damaged(wrong), { cause: error })
  }
}
