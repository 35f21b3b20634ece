import { resolve } from 'node:path'
import type { TimelineFormat } from '../../shared/model/newTimeline.ts'
import { settingsOf } from '../../shared/model/select.ts'
import { inEnglish } from '../../shared/words/english.ts'
import { openMediaStore } from '../files/mediaStore.ts'
import { createArchives } from '../services/archives.ts'
import { type Command, type CommandContext, type OptionValues, text } from './Command.ts'
import { usageError } from './exitCodes.ts'
import { parseRate } from './parseRate.ts'
import { type ProjectStore, withProjects } from './projectStore.ts'

type Action = (
  open: ProjectStore,
  words: readonly string[],
  options: OptionValues,
  context: CommandContext,
) => void | Promise<void>

const ACTIONS: Readonly<Record<string, Action>> = {
  new: makeNew,
  list,
  show,
  archive,
  restore,
  duplicate,
  rename,
  remove,
  prune,
}

export const project: Command = {
  name: 'project',
  summary: 'make, list, show, archive, restore, duplicate, rename or remove projects',
  usage:
    'new NAME | list | show P | archive P -o FILE | restore FILE | duplicate P [NAME] | rename P NAME | remove P | prune P --drop branches',
  options: {
    out: { type: 'string', short: 'o', help: 'FILE  the archive to write (.keyreel)' },
    'with-media': { type: 'boolean', help: 'put the bytes of all media into the archive' },
    rate: { type: 'string', help: 'RATE  frames per second of a new project, e.g. 24, 30000/1001' },
    size: { type: 'string', help: 'WxH  picture of a new project, e.g. 1920x1080' },
    undo: { type: 'boolean', help: 'with remove: put the project back' },
    drop: { type: 'string', help: 'branches  what prune takes away for good' },
    before: { type: 'string', help: 'DATE  with prune: only what is older, e.g. 2026-01-31' },
    check: { type: 'boolean', help: 'with prune: only say how much it would take away' },
  },
  async run([name, ...words], options, context) {
    const action = ACTIONS[name ?? '']
    if (!action) {
      throw usageError(`Say what to do: project ${Object.keys(ACTIONS).join(', ')}.`)
    }
    await withProjects(context, (open) => action(open, words, options, context))
  },
}

const one = (words: readonly string[], what: string): string => {
  const [word, ...more] = words
  if (word !== undefined && more.length === 0) return word
  throw usageError(`This needs exactly one ${what}. See keyreel project --help.`)
}

function formatOf(options: OptionValues): TimelineFormat {
  const size = text(options, 'size') ?? '1920x1080'
  const [, width, height] = /^(\d{1,5})x(\d{1,5})$/.exec(size) ?? []
  if (!Number(width) || !Number(height)) {
    throw usageError(`"${size}" is no size. Give --size 1920x1080.`)
  }
  return {
    rate: parseRate(text(options, 'rate') ?? '24'),
    width: Number(width),
    height: Number(height),
  }
}

function makeNew(
  { projects }: ProjectStore,
  words: readonly string[],
  options: OptionValues,
  { output }: CommandContext,
): void {
  const made = projects.create(one(words, 'name'), formatOf(options))
  const { id, name } = settingsOf(made.project)
  output.json({ id, name, head: made.head })
  output.print(`${id}  ${name}`)
}

function list(
  { projects, store }: ProjectStore,
  _words: readonly string[],
  _options: OptionValues,
  { output }: CommandContext,
): void {
  const rows = projects.list().map((row) => ({ ...row, revisions: store.revisions.count(row.id) }))
  output.json({ projects: rows })
  output.print(
    rows.length === 0
      ? 'There are no projects in this store yet.'
      : rows.map((r) => `${r.id}  ${r.openedAt}  ${r.revisions} revisions  ${r.name}`).join('\n'),
  )
}

function show(
  { find, projects, store, versions }: ProjectStore,
  words: readonly string[],
  _options: OptionValues,
  { output }: CommandContext,
): void {
  const row = find(one(words, 'project'))
  const document = projects.read(row.id)
  const { totals } = store.ledger
  const about = {
    id: row.id,
    name: row.name,
    createdAt: row.createdAt,
    openedAt: row.openedAt,
    removedAt: row.removedAt,
    head: projects.present(row.id).head,
    revisions: store.revisions.count(row.id),
    versions: versions.tree(row.id).versions,
    counts: {
      timelines: document.timelines.size,
      clips: document.items.values().filter(({ kind }) => kind === 'clip').length,
      assets: document.assets.size,
      shots: document.shots.size,
    },
    money: totals(row.id),
  }
  output.json({ ...about, project: document })
  const { counts } = about
  output.print(
    [
      `${about.name} (${about.id})`,
      `${counts.clips} clips, ${counts.assets} assets, ${counts.shots} shots in ${counts.timelines} timelines`,
      `${about.revisions} revisions, head ${about.head.revisionId}`,
      ...about.versions.map(({ name, revisionId }) => `version "${name}" is ${revisionId}`),
    ].join('\n'),
  )
}

async function archivesOf({ library, store, documents, shelf }: ProjectStore) {
  const files = await openMediaStore(library.folder)
  return createArchives({ ...{ store, documents, shelf, files }, workFolder: library.work })
}

async function archive(
  open: ProjectStore,
  words: readonly string[],
  options: OptionValues,
  { io, output }: CommandContext,
): Promise<void> {
  const out = text(options, 'out')
  if (out === undefined) throw usageError('Say where to: project archive PROJECT -o FILE.keyreel')
  const row = open.find(one(words, 'project'))
  const archives = await archivesOf(open)
  const done = await archives.archive(row.id, resolve(out), {
    withMedia: options['with-media'] === true,
    signal: io.signal,
    progress: (fraction, note) => output.progress(fraction, inEnglish(note)),
  })
  output.settle()
  for (const name of done.missing) output.note(`"${name}" is missing, so it is not in the archive.`)
  output.json(done)
  output.print(`${done.path}  ${done.byteSize} bytes`)
}

async function restore(
  open: ProjectStore,
  words: readonly string[],
  _options: OptionValues,
  { io, output }: CommandContext,
): Promise<void> {
  const path = resolve(one(words, 'archive'))
  const archives = await archivesOf(open)
  const done = await archives.restore(path, {
    signal: io.signal,
    progress: (fraction, note) => output.progress(fraction, inEnglish(note)),
  })
  output.settle()
  for (const name of done.missing) {
    output.note(`"${name}" is neither in the archive nor where it was; import it again.`)
  }
  output.json(done)
  output.print(
    done.isCopy
      ? `${done.projectId}  ${done.name} (beside the one that is here already)`
      : `${done.projectId}  ${done.name}`,
  )
}

async function duplicate(
  { find, shelf }: ProjectStore,
  [word, ...more]: readonly string[],
  _options: OptionValues,
  { output }: CommandContext,
): Promise<void> {
  const row = find(one(word === undefined ? [] : [word], 'project'))
  const { id, name } = settingsOf((await shelf.duplicate(row.id, more[0])).project)
  output.json({ id, name })
  output.print(`${id}  ${name}`)
}

function rename(
  { find, shelf }: ProjectStore,
  [word, ...more]: readonly string[],
  _options: OptionValues,
  { output }: CommandContext,
): void {
  const row = find(one(word === undefined ? [] : [word], 'project'))
  const { id, name } = settingsOf(shelf.rename(row.id, one(more, 'new name')).project)
  output.json({ id, name })
  output.print(`${id}  ${name}`)
}

function remove(
  { find, shelf }: ProjectStore,
  words: readonly string[],
  options: OptionValues,
  { output }: CommandContext,
): void {
  const { id, name } = find(one(words, 'project'))
  const isBack = options.undo === true
  if (isBack) shelf.putBack(id)
  else shelf.remove(id)
  output.json({ id, name, removed: !isBack })
  output.print(
    isBack
      ? `"${name}" is back.`
      : `"${name}" lies in the bin; nothing is lost. keyreel project remove ${id} --undo puts it back.`,
  )
}

function prune(
  { find, projects, versions }: ProjectStore,
  words: readonly string[],
  options: OptionValues,
  { output }: CommandContext,
): void {
  const row = find(one(words, 'project'))
  const before = text(options, 'before')
  if (text(options, 'drop') !== 'branches') {
    throw usageError('Nothing is pruned unless you say what: project prune P --drop branches.')
  }
  if (before !== undefined && Number.isNaN(Date.parse(before))) {
    throw usageError(`"${before}" is no date. Give e.g. --before 2026-01-31.`)
  }
  const policy = {
    drop: 'branches',
    before: before === undefined ? undefined : new Date(before).toISOString(),
  } as const
  const isCheck = options.check === true
  const count = isCheck
    ? versions.prunable(row.id, policy).length
    : versions.prune(row.id, projects.present(row.id).head.revisionId, policy)
  output.json({ revisions: count, pruned: !isCheck })
  output.print(`${count} revisions ${isCheck ? 'would be' : 'were'} taken away for good.`)
}
