/** Names, branches, comparing, restoring, pruning, copies and archives: whatever is done, nothing is lost by it. */

import { randomUUID } from 'node:crypto'
import { appendFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import BetterSqlite3 from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStore, type Store } from '../../../main/database/store.ts'
import { contentKey } from '../../../main/files/identity.ts'
import { openMediaStore } from '../../../main/files/mediaStore.ts'
import { makeOwner } from '../../../main/jobs/owner.ts'
import { createArchives } from '../../../main/services/archives.ts'
import { bringIn, sweepCopies } from '../../../main/services/copying.ts'
import { createDocuments } from '../../../main/services/documents.ts'
import { createProjects } from '../../../main/services/projects.ts'
import { createShelf } from '../../../main/services/shelf.ts'
import { createVersions } from '../../../main/services/versions.ts'
import { command } from '../../../shared/commands/registry.ts'
import type { AssetId, ProjectId } from '../../../shared/model/ids.ts'
import { settingsOf } from '../../../shared/model/select.ts'
import { rational } from '../../../shared/time/rational.ts'
import { inEnglish } from '../../../shared/words/english.ts'
import { say } from '../../../shared/words/say.ts'
import { fakeClock } from '../../fakes/fakeClock.ts'
import { temporaryFolder } from '../media/temporaryFolder.ts'
import { videoAsset } from './videoAsset.ts'

const file = temporaryFolder()
const format = { rate: rational(24), width: 1920, height: 1080 }

async function library(folder: string) {
  await mkdir(folder, { recursive: true })
  const store = openStore(`${folder}/keyreel.sqlite`)
  const clock = fakeClock()
  const documents = createDocuments(store, clock)
  const projects = createProjects(store, clock, documents)
  const shelf = createShelf({ store, documents, projects, clock })
  const versions = createVersions({ store, documents, projects, clock })
  const files = await openMediaStore(folder)
  const archives = createArchives({ store, documents, shelf, files, workFolder: `${folder}/work` })
  const rename = (id: ProjectId, name: string) =>
    projects.dispatch(
      id,
      projects.present(id).head.revisionId,
      command('project.rename', { name }, randomUUID()),
    ).head.revisionId
  return { folder, store, projects, shelf, versions, archives, rename }
}
type Library = Awaited<ReturnType<typeof library>>

let here: Library
const opened: Store[] = []
const another = async (): Promise<Library> => {
  const made = await library(file(randomUUID()))
  opened.push(made.store)
  return made
}
beforeEach(async () => {
  here = await another()
})
afterEach(() => {
  for (const store of opened.splice(0)) store.close()
})

/** Start, A, then back to the start and B: two branches. */
function branched() {
  const { projects, rename } = here
  const made = projects.create('Start', format)
  const { id } = settingsOf(made.project)
  const root = made.head.revisionId
  const a = rename(id, 'A')
  projects.undo(id, a)
  const b = rename(id, 'B')
  return { id, root, a, b }
}

const nameNow = ({ projects }: Library, id: ProjectId): string => settingsOf(projects.read(id)).name

describe('versions', () => {
  it('name revisions once, and show with the branches', () => {
    const { id, root, a, b } = branched()
    here.versions.name(id, ' First cut ', a)
    expect(() => here.versions.name(id, 'First cut')).toThrow(/already a version "First cut"/)
    here.versions.name(id, 'Now')
    const tree = here.versions.tree(id)
    expect({ ...tree, revisions: tree.revisions.map((r) => r.id) }).toMatchObject({
      revisions: [root, a, b],
      head: b,
      tip: b,
      branches: [a, b],
      versions: [
        { name: 'First cut', revisionId: a },
        { name: 'Now', revisionId: b },
      ],
    })
    here.versions.removeName(id, 'Now')
    expect(here.versions.tree(id).versions.map(({ name }) => name)).toEqual(['First cut'])
  })

  it('restore what was, as a step that undo takes back', () => {
    const { id, a, b } = branched()
    here.versions.name(id, 'Cut', a)
    const { head } = here.versions.restore(id, b, a)
    expect([nameNow(here, id), head.undoLabel && inEnglish(head.undoLabel)]).toEqual([
      'A',
      'Restore "Cut"',
    ])
    expect(() => here.versions.restore(id, head.revisionId, a)).toThrow(/already as it was/)
    expect(() => here.versions.restore(id, b, a)).toThrow(
      expect.objectContaining({ code: 'conflict' }),
    )
    here.projects.undo(id, head.revisionId)
    expect(nameNow(here, id)).toBe('B')
  })

  it('compare', () => {
    const { id, a, b } = branched()
    expect(here.versions.compare(id, a, a).sentences).toEqual([])
    expect(here.versions.compare(id, a, b).sentences.map(inEnglish)).toEqual([
      '1 project setting changed.',
    ])
  })

  it('prune only what the policy names, and never what is named or in view', () => {
    const { id, root, a, b } = branched()
    here.versions.name(id, 'Keep', a)
    expect(here.versions.prune(id, b, { drop: 'branches' })).toBe(0)
    here.versions.removeName(id, 'Keep')
    expect(here.versions.prune(id, b, { drop: 'branches', before: '2020-01-01' })).toBe(0)
    expect(here.versions.prune(id, b, { drop: 'branches' })).toBe(1)
    expect(here.projects.history(id).map((r) => r.id)).toEqual([root, b])
    expect([nameNow(here, id), here.store.integrity()]).toEqual(['B', 'ok'])
  })
})

describe('whole projects', () => {
  it('are duplicated with their history, each going its own way then', async () => {
    const { id, a } = branched()
    here.versions.name(id, 'Cut', a)
    const copy = settingsOf((await here.shelf.duplicate(id)).project)
    expect(copy.name).toBe('B copy')
    expect(copy.id).not.toBe(id)
    expect(here.projects.history(copy.id).map((r) => r.label)).toEqual([
      ...here.projects.history(id).map((r) => r.label),
      say('label:renameProject', { name: 'B copy' }),
    ])
    expect(settingsOf(here.projects.readAt(copy.id, a))).toMatchObject({ id: copy.id, name: 'A' })
    expect(here.versions.tree(copy.id).versions).toMatchObject([{ name: 'Cut', revisionId: a }])
    here.projects.undo(copy.id, here.projects.present(copy.id).head.revisionId)
    here.projects.undo(copy.id, here.projects.present(copy.id).head.revisionId)
    expect([nameNow(here, copy.id), nameNow(here, id)]).toEqual(['Start', 'B'])
  })

  it('leave nothing behind when copying them fails, nor when it was cut off', async () => {
    const { id } = branched()
    here.rename(id, 'Whole')
    const failing = bringIn(here.store, { id }, 'failed' as ProjectId, () => {
      throw new Error('not whole')
    })
    await expect(failing).rejects.toThrow('not whole')
    expect(here.store.revisions.count('failed' as ProjectId)).toBe(0)
    const gone = `${hostname()}|4194303|x`
    const cut = here.store.copying({ id }, 'cut' as ProjectId, gone)
    const mine = here.store.copying({ id }, 'mine' as ProjectId, makeOwner())
    for (const steps of [cut, mine]) here.store.transaction(() => [steps.next(), steps.next()])
    expect(here.projects.list().map(({ name }) => name)).toEqual(['Whole'])
    sweepCopies(here.store)
    expect(here.store.copies().map((copy) => copy.id)).toEqual(['mine'])
    expect(here.store.projects.find('cut' as ProjectId)).toBeUndefined()
    expect([here.store.revisions.count('cut' as ProjectId), here.store.integrity()]).toEqual([
      0,
      'ok',
    ])
  })

  it('go into the bin and come back as they were', () => {
    const { id } = branched()
    here.shelf.remove(id)
    expect([here.projects.list(), here.projects.lastOpened()]).toEqual([[], undefined])
    expect(here.shelf.removed()).toMatchObject([{ id, name: 'B' }])
    here.shelf.putBack(id)
    expect([here.projects.list().length, here.shelf.removed()]).toEqual([1, []])
  })
})

describe('an archive', () => {
  async function archivedWithFootage() {
    const { id, a } = branched()
    const footage = file(`${randomUUID()}.mov`)
    await writeFile(footage, Buffer.alloc(5 * 2 ** 20, randomUUID()))
    const mediaKey = await contentKey(footage)
    const asset = videoAsset('asset' as AssetId, mediaKey)
    here.store.media.put({
      ...{ mediaKey, path: footage, byteSize: 5 * 2 ** 20, modifiedAt: 0, info: asset.info },
      approvedAt: '2026-01-01',
    })
    const { revisionId } = here.projects.present(id).head
    here.projects.dispatch(id, revisionId, command('assets.add', { assets: [asset] }, randomUUID()))
    here.versions.name(id, 'Cut', a)
    return { id, footage, mediaKey, path: file(`${randomUUID()}.keyreel`) }
  }

  it('brings document, history, names and media to another store', async () => {
    const { id, footage, mediaKey, path } = await archivedWithFootage()
    const seen: number[] = []
    const progress = (fraction: number) => void seen.push(fraction)
    const { missing } = await here.archives.archive(id, path, { withMedia: true, progress })
    expect([missing, seen.at(-1)]).toEqual([[], 1])
    const there = await another()
    const restored = await there.archives.restore(path)
    expect(restored).toEqual({ projectId: id, name: 'B', isCopy: false, missing: [] })
    expect(there.projects.present(id)).toEqual(here.projects.present(id))
    expect(there.versions.tree(id)).toEqual(here.versions.tree(id))
    const kept = there.store.media.find(mediaKey)?.path ?? ''
    expect(kept.startsWith(there.folder)).toBe(true)
    expect((await readFile(kept)).equals(await readFile(footage))).toBe(true)
    there.rename(id, 'Goes on')
    const { revisionId } = there.projects.present(id).head
    expect(there.projects.undo(id, revisionId).head.redoLabel).toEqual(
      expect.objectContaining({ params: { name: 'Goes on' } }),
    )
  })

  it('without media knows the files that still lie where they were, and tells the others', async () => {
    const { id, footage, mediaKey, path } = await archivedWithFootage()
    await here.archives.archive(id, path, { withMedia: false })
    const there = await another()
    expect((await there.archives.restore(path)).missing).toEqual([])
    expect(there.store.media.find(mediaKey)?.path).toBe(footage)
    await appendFile(footage, 'changed')
    const third = await another()
    expect((await third.archives.restore(path)).missing).toEqual([footage.split('/').at(-1)])
    expect(third.store.media.find(mediaKey)).toBe(undefined)
  })

  it('stands beside the project that is here already', async () => {
    const { id, path } = await archivedWithFootage()
    await here.archives.archive(id, path, { withMedia: false })
    here.rename(id, 'Later')
    const { projectId, isCopy } = await here.archives.restore(path)
    expect([isCopy, nameNow(here, id), nameNow(here, projectId)]).toEqual([true, 'Later', 'B'])
    expect(settingsOf(here.projects.read(projectId)).id).toBe(projectId)
  })

  it('that is damaged, foreign or cut short is refused, and nothing is taken from it', async () => {
    const { id, path } = await archivedWithFootage()
    await here.archives.archive(id, path, { withMedia: true })
    const bytes = await readFile(path)
    const damaged = Buffer.from(bytes)
    damaged.fill(7, bytes.length - 3 * 2 ** 20, bytes.length - 2 ** 20)
    const bad = { cut: bytes.subarray(0, bytes.length / 2), damaged, text: Buffer.from('words') }
    const there = await another()
    for (const [name, content] of Object.entries(bad)) {
      const broken = file(`${randomUUID()}-${name}.keyreel`)
      await writeFile(broken, content)
      await expect(there.archives.restore(broken), name).rejects.toThrow(
        /damaged|no Keyreel|not a Keyreel/,
      )
    }
    const future = file(`${randomUUID()}.keyreel`)
    await writeFile(future, bytes)
    const db = new BetterSqlite3(future)
    db.pragma('user_version = 99')
    db.close()
    await expect(there.archives.restore(future)).rejects.toThrow(/newer Keyreel/)
    expect(there.projects.list()).toEqual([])
  })

  it('that is cancelled leaves no file and the older one as it was', async () => {
    const { id, path } = await archivedWithFootage()
    await writeFile(path, 'older')
    const cancel = new AbortController()
    const progress = () => cancel.abort()
    const options = { withMedia: true, progress, signal: cancel.signal }
    await expect(here.archives.archive(id, path, options)).rejects.toThrow()
    const folder = path.slice(0, path.lastIndexOf('/'))
    const left = (await readdir(folder)).filter((name) => name.includes('part'))
    expect([await readFile(path, 'utf8'), left]).toEqual(['older', []])
  })
})
