/**
 * Editing for long leaks nothing: plays, scrubs, steps, seeks, changes of clips and projects, drawn from a seed. What the page
 * holds open is counted at the boundary of the Web APIs and bounded at all times; an empty project holds nothing, and memory
 * does not grow with time. A hundred deeds in `npm test`, an hour of them in `npm run soak`.
 */
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CDPSession } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { compose } from '../../main/compose.ts'
import { idsFrom } from '../../shared/commands/Command.ts'
import { applyCommand, command } from '../../shared/commands/registry.ts'
import { newProject } from '../../shared/model/newProject.ts'
import type { Project } from '../../shared/model/project.ts'
import { Records } from '../../shared/model/records.ts'
import { settingsOf } from '../../shared/model/select.ts'
import { rational, ZERO } from '../../shared/time/rational.ts'
import { asWritten } from '../../shared/words/Said.ts'
import { makeNumberedClip } from '../fixtures/numbered.ts'
import { usageOf } from '../fixtures/processes.ts'
import { runTool } from '../fixtures/tool.ts'
import { isSoak, SOAK_PART, soakShare } from '../soak.ts'
import { busyHands, randomFrom } from './harness/busyHands.ts'
import { Editor } from './harness/editor.ts'
import { type KeyreelWindow, launchKeyreel } from './harness/keyreelWindow.ts'
import { countOpenThings, type OpenThings, openThings } from './harness/openThings.ts'
import { PAINTED_FILES, paintedDocument } from './harness/paintedDocument.ts'

const SECONDS = soakShare(3600)
const DEEDS = 120
/** Deeds before the first look: it takes so many until the caches are nearly full, which is no leak. */
const WARM = isSoak ? 100 : 40
const SEED = Number(process.env.KEYREEL_SEED ?? 20_261_123) + SOAK_PART

const MB = 1024 * 1024
/**
 * One monitor has eight files open and three decoders on each; what they have decoded and nobody has fetched yet comes on
 * top of the frame cache. Sound: a node for each piece of the next seconds, a strip for each clip.
 */
const MOST = {
  videoDecoders: 24,
  audioDecoders: 16,
  pictureBytes: 600 * MB,
  soundPieces: 200,
  soundNodes: 600,
  soundCards: 1,
  objectUrls: 4,
  graphics: 1,
} satisfies Partial<OpenThings>
/** The sum of all sound and what the level meters read it with stand as long as the card (renderer/playback/soundOutput). */
const NODES_OF_A_CARD = 2
/** Over the first look at it, bytes. */
const MOST_HEAP_GROWTH = 24 * MB
/** Of the last third of the looks over the first, in which the frame cache may still fill up: a tenth, and this. */
const MOST_GROWTH = 120 * MB

let folder: string
let window: KeyreelWindow
let editor: Editor
let session: CDPSession
const file = (name: string): string => join(folder, name)

const named = (project: Project, name: string): Project => ({
  ...project,
  settings: Records.of(project.settings.values().map((row) => ({ ...row, name }))),
})

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyreel-leaks-'))
  for (const [name, args] of Object.entries(PAINTED_FILES)) {
    await runTool('ffmpeg', ['-v', 'error', ...args, file(name)])
  }
  const size = { width: 640, height: 360, rate: rational(24), frames: 480 }
  await makeNumberedClip({ ...size, path: file('talk.mp4'), sound: 'tone' })
  await makeNumberedClip({ ...size, path: file('answer.mp4'), startAt: 1000, sound: 'beeps' })
  const services = await compose({
    library: file('library'),
    env: process.env,
    announce: () => undefined,
  })
  const add = (project: Project): unknown =>
    services.projects.add(project, { isSample: false, label: asWritten('Made') })
  const painted = await services.media.importPaths(Object.keys(PAINTED_FILES).map(file), {})
  await add(named(paintedDocument(painted.assets).project, 'Everything'))

  const { assets } = await services.media.importPaths(['talk.mp4', 'answer.mp4'].map(file), {})
  const empty = newProject('Talk', { ...size, sampleRate: 48_000 } as never, idsFrom('talk'))
  const known = applyCommand(empty, command('assets.add', { assets }, randomUUID()))
  const { timelineId } = settingsOf(empty)
  // In turns, so that both files are read at several places and every cut changes the sound.
  const media = Array.from({ length: 24 }, (_, i) => {
    const asset = assets[i % 2]
    if (!asset) throw new Error('Both clips are needed')
    const sourceStart = i < 2 ? ZERO : rational((7 * i) % 17)
    return {
      source: { kind: 'asset' as const, assetId: asset.id },
      ...{ name: asset.name, sourceStart, duration: 30, picture: true, sound: true },
    }
  })
  const place = { timelineId, mode: 'append' as const, frame: 0, media }
  await add(applyCommand(known, command('clips.place', place, randomUUID())))
  await add(newProject('Empty', { ...size, sampleRate: 48_000 } as never, idsFrom('empty')))
  await services.close()

  window = await launchKeyreel({ library: file('library') })
  await countOpenThings(window.page)
  editor = new Editor(window.page)
  await editor.ready()
  session = await window.page.context().newCDPSession(window.page)
  await window.page.getByText('No jobs running').waitFor({ timeout: 300_000 })
}, 420_000)

afterAll(async () => {
  await window?.close()
  await rm(folder, { recursive: true, force: true })
})

/** What is still used of the heap after everything else was collected, bytes. */
async function heap(): Promise<number> {
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return usedSize
}

const memory = async (): Promise<number> => (await usageOf(window.app.process().pid ?? 0)).memory

interface Look {
  readonly memory: number
  readonly heap: number
}

const average = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

it(
  'holds no more open than it says, and grows no further',
  async () => {
    const { page } = window
    const random = randomFrom(SEED)
    process.stdout.write(`seed ${SEED}\n`)
    const hands = busyHands(page, editor, random, ['Everything', 'Talk'])
    const most: Record<string, number> = {}
    const done: Record<string, number> = {}
    const looks: Look[] = []
    const nothing = { videoDecoders: 0, audioDecoders: 0, soundPieces: 0, soundNodes: 0 }

    /** In an empty project, where nothing but the caches is left. */
    const look = async (): Promise<void> => {
      await hands.open('Empty')
      await editor
        .shows(async () => {
          const { soundCards, soundNodes: nodes, ...open } = await openThings(page)
          const { videoDecoders, audioDecoders, soundPieces } = open
          const soundNodes = nodes - NODES_OF_A_CARD * soundCards
          return { videoDecoders, audioDecoders, soundPieces, soundNodes }
        })
        .toEqual(nothing)
      looks.push({ heap: await heap(), memory: await memory() })
      await hands.open(random() < 0.5 ? 'Everything' : 'Talk')
    }

    const until = performance.now() + SECONDS * 1000
    const every = isSoak ? 100 : 20
    const isOver = (count: number): boolean =>
      isSoak ? performance.now() > until && looks.length >= 6 : count >= DEEDS
    for (let count = 0; !isOver(count); count++) {
      if (count >= WARM && count % every === 0) await look()
      const deed = await hands.next()
      done[deed] = (done[deed] ?? 0) + 1
      for (const [name, value] of Object.entries(await openThings(page))) {
        most[name] = Math.max(most[name] ?? 0, value)
      }
    }
    await look()

    const third = Math.ceil(looks.length / 3)
    const [first, last] = [looks.slice(0, third), looks.slice(-third)]
    const heaps = [first, last].map((part) => average(part.map((one) => one.heap)))
    const sizes = [first, last].map((part) => average(part.map((one) => one.memory)))
    const [heapBefore = 0, heapAfter = 0] = heaps
    const [before = 0, after = 0] = sizes
    const megabytes = (bytes: number): string => `${(bytes / MB).toFixed(1)} MB`
    process.stdout.write(
      `${[
        `figure: leaks: ${Object.values(done).reduce((sum, n) => sum + n, 0)} deeds (${Object.entries(
          done,
        )
          .map(([name, n]) => `${name} ${n}`)
          .join(', ')})`,
        `figure: leaks: open at most ${Object.entries(most)
          .map(([name, n]) => `${name} ${name.endsWith('Bytes') ? megabytes(n) : n}`)
          .join(', ')}`,
        `figure: leaks: heap after collection ${megabytes(heapBefore)} in the first third of ${looks.length} looks, ${megabytes(heapAfter)} in the last`,
        `figure: leaks: memory of all processes ${megabytes(before)} in the first third, ${megabytes(after)} in the last (${looks.map((one) => Math.round(one.memory / MB)).join(', ')})`,
      ].join('\n')}\n`,
    )
    const tooMany = Object.entries(MOST).filter(([name, limit]) => (most[name] ?? 0) > limit)
    expect(tooMany.map(([name, limit]) => `${name}: ${most[name]} > ${limit}`)).toEqual([])
    expect(heapAfter - heapBefore).toBeLessThan(MOST_HEAP_GROWTH)
    expect(after - before).toBeLessThan(before / 10 + MOST_GROWTH)
    expect(window.faults).toEqual([])
  },
  (SECONDS + 600) * 1000,
)
