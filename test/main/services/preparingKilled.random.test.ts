/**
 * The program is killed during every kind of preparation, at any moment of it: no entry of the cache is half there, nothing
 * unfinished is left behind, no ffmpeg works on for nobody, and the next start makes what is missing.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { openStore, type Store } from '../../../main/database/store.ts'
import { contentKey, fullHash } from '../../../main/files/identity.ts'
import { countOf } from '../../../shared/render/peakLayout.ts'
import { rational } from '../../../shared/time/rational.ts'
import { inspectMedia } from '../../fixtures/inspect.ts'
import { makeNumberedClip, readNumbers } from '../../fixtures/numbered.ts'
import { runTool } from '../../fixtures/tool.ts'
import { seeded } from '../../shared/model/seeded.ts'
import { temporaryFolder } from '../media/temporaryFolder.ts'

const at = temporaryFolder()
const { seed, numRuns } = seeded({ sample: 6, soak: 200 })
const PREPARED = ['poster', 'filmstrip', 'peaks', 'proxy', 'hash'] as const
/** Denser parts of filmstrips are made as they come into view: there is no row that says so. */
const KINDS = [...PREPARED, 'tiles'] as const
type Kind = (typeof KINDS)[number]
const FRAMES = 48
/** Milliseconds for all rounds: each starts two processes and decodes what they made, in half a minute on a busy machine. */
const LONG = 90_000 * numRuns + 120_000
const children = new Set<ChildProcess>()
let mediaKey = ''

/** Numbers in [0, 1) that the seed decides (mulberry32). */
function random(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
const next = random(seed)

afterEach(() => {
  for (const child of children) child.kill('SIGKILL')
})

beforeAll(async () => {
  // Nothing that a window decodes, so that it gets a proxy too; large enough for its hash to take a while.
  await makeNumberedClip({
    ...{ path: at('film.mov'), width: 960, height: 540, frames: FRAMES, sound: 'beeps' },
    rate: rational(24),
    extraArgs: ['-c:v', 'mjpeg', '-q:v', '2', '-pix_fmt', 'yuvj444p'],
  })
  mediaKey = await contentKey(at('film.mov'))
}, 120_000)

interface Ended {
  readonly heard: string
  readonly signal: string | null
}

/** Runs until all is prepared, or until `delay` milliseconds after the work on `kind` began, and is killed then. */
async function prepare(kill?: { readonly kind: Kind; readonly delay: number }): Promise<Ended> {
  const script = join(import.meta.dirname, 'prepareUntilDone.ts')
  const child = spawn(process.execPath, [script, at('library'), at('film.mov')], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.add(child)
  let heard = ''
  let isDue = kill !== undefined
  child.stdout.on('data', (data: Buffer) => {
    heard += data.toString()
    if (!kill || !isDue || !heard.includes(`R ${kill.kind}\n`)) return
    isDue = false
    setTimeout(() => child.kill('SIGKILL'), kill.delay)
  })
  child.stderr.on('data', (data: Buffer) => {
    heard += data.toString()
  })
  const [, signal] = (await once(child, 'close')) as [number | null, string | null]
  children.delete(child)
  return { heard, signal }
}

const cached = async (): Promise<string[]> => {
  const cache = at('library/cache')
  const names = await readdir(cache, { recursive: true })
  const files = await Promise.all(
    names.map(async (name) =>
      (await stat(join(cache, name))).isFile() ? [join(cache, name)] : [],
    ),
  )
  return files.flat().sort()
}

const isUnfinished = (path: string): boolean => basename(path).startsWith('.keyreel-part-')

/** What is wrong with an entry of the cache, by decoding it. */
async function faultOf(path: string): Promise<string[]> {
  const kind = basename(join(path, '..'))
  if (kind === 'peaks') {
    // Two seconds, and the rest of the last packet.
    const { size } = await stat(path)
    const count = countOf(size, 2) ?? 0
    return count >= 800 && count <= 820 ? [] : [`${path} has ${count} peaks, ${size} bytes`]
  }
  if (kind === 'proxy') {
    const numbers = await readNumbers(path)
    const isWhole = numbers.length === FRAMES && numbers.every((number, index) => number === index)
    return isWhole ? [] : [`${path} shows ${numbers.length} pictures: ${numbers.join(' ')}`]
  }
  const { stderr } = await runTool('ffmpeg', ['-v', 'error', '-i', path, '-f', 'null', '-'])
  const [picture] = await inspectMedia(path)
  const width = { poster: 480, filmstrip: 40 * 80, tiles: 8 * 80 }[kind]
  return stderr === '' && picture?.frames === 1 && picture.width === width
    ? []
    : [`${path}: ${stderr} ${JSON.stringify(picture)}`]
}

const faults = async (paths: readonly string[]): Promise<string[]> =>
  (await Promise.all(paths.map(faultOf))).flat()

/** Programs that still work on something in the library. */
async function working(): Promise<string[]> {
  const processes = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  return processes.flatMap((pid) => {
    try {
      const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
      return words.includes(at('library')) ? [`${pid} ${words}`] : []
    } catch {
      // It ended while we looked.
      return []
    }
  })
}

/** What the store says of each preparation. */
const told = (): string[] =>
  withStore(({ preparations }) =>
    preparations.of(mediaKey).map(({ what, state }) => `${what} ${state}`),
  ).sort()

function withStore<T>(work: (store: Store) => T): T {
  const store = openStore(at('library/keyreel.sqlite'))
  try {
    return work(store)
  } finally {
    store.close()
  }
}

it(
  `leaves no broken entry after ${numRuns} kills, and goes on`,
  async () => {
    await prepare()
    const whole = await cached()
    expect(await faults(whole)).toEqual([])
    expect(whole).toHaveLength(5)
    const killed = new Map<Kind, number>()
    for (let round = 0; round < numRuns; round++) {
      const kind = KINDS[round % KINDS.length] as Kind
      // Safe to delete at any moment. Every seventh time all of it is made anew, so that several kinds are under way.
      const gone = round % 7 === 6 || kind === 'hash' ? 'library/cache' : `library/cache/${kind}`
      await rm(at(gone), { recursive: true })
      if (kind === 'hash') {
        withStore(({ preparations }) => preparations.put(mediaKey, 'hash', 'none'))
      }
      const ended = await prepare({ kind, delay: Math.floor(next() * 400) })
      if (ended.signal === 'SIGKILL') killed.set(kind, (killed.get(kind) ?? 0) + 1)
      const left = (await cached()).filter((path) => !isUnfinished(path))
      expect(await faults(left), ended.heard).toEqual([])
      const again = await prepare()
      expect(again.signal, again.heard).toBeNull()
      const after = await cached()
      expect(after, again.heard).toEqual(whole)
      expect(await faults(after)).toEqual([])
      expect(told()).toEqual(PREPARED.map((what) => `${what} ready`).sort())
      expect(await working()).toEqual([])
    }
    expect([...killed.keys()].sort()).toEqual([...KINDS].sort())
    process.stdout.write(
      `figure: preparations killed: ${JSON.stringify(Object.fromEntries(killed))}\n`,
    )
  },
  LONG,
)

it('knows the whole content at the end', async () => {
  const facts = withStore(({ preparations }) =>
    preparations.of(mediaKey).flatMap(({ what, facts }) => (what === 'hash' ? [facts] : [])),
  )
  expect(facts).toEqual([{ sha256: await fullHash(at('film.mov')) }])
})
