/**
 * Every awkward file imports as stated or is refused with the sentence stated, and the picture shown at a time is the
 * one ffmpeg itself has there: it carries its number. A sample of the corpus here, all of it in the soak.
 */

import { mkdir } from 'node:fs/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { createFfmpegEngine } from '../../../main/media/ffmpeg/createFfmpegEngine.ts'
import type { MediaError } from '../../../main/media/MediaEngine.ts'
import { rational } from '../../../shared/time/rational.ts'
import { inEnglish } from '../../../shared/words/english.ts'
import { type CorpusFile, described, type Reading } from '../../fixtures/corpus/CorpusFile.ts'
import { CORPUS } from '../../fixtures/corpus/corpus.ts'
import { pictureTimes } from '../../fixtures/inspect.ts'
import { readNumbers } from '../../fixtures/numbered.ts'
import { seeded } from '../../shared/model/seeded.ts'
import { isSoak } from '../../soak.ts'
import { temporaryFolder } from './temporaryFolder.ts'

const engine = createFfmpegEngine()
const at = temporaryFolder()
const { seed, numRuns } = seeded({ sample: 16, soak: CORPUS.length })

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

function sample<T>(all: readonly T[], count: number, next: () => number): T[] {
  const left = [...all]
  return Array.from({ length: Math.min(count, all.length) }, () =>
    left.splice(Math.floor(next() * left.length), 1),
  ).flat()
}

/** Moments within the time of a picture: near its start, in its middle, near its end. */
const WITHIN = [0.1, 0.5, 0.9]

interface Moment {
  /** Seconds from the first picture, in microseconds. */
  readonly microseconds: number
  readonly number: number
}

/** What ffmpeg shows when, by decoding the whole file. */
async function moments(path: string, reading: Reading, next: () => number): Promise<Moment[]> {
  const { evenly } = reading
  const numbers = await readNumbers(path, reading)
  const times = evenly ? numbers.map((_, index) => index / evenly) : await pictureTimes(path)
  const zero = times[0] ?? 0
  const lasting = (index: number): number => (times[index + 1] ?? zero) - (times[index] ?? zero)
  const inner = Array.from({ length: Math.max(0, numbers.length - 1) }, (_, index) => index)
  const chosen = [0, ...sample(inner.slice(1, -1), isSoak ? 5 : 2, next), inner.length - 1]
  const found = [...new Set(chosen)].flatMap((index) => {
    const share = WITHIN[Math.floor(next() * WITHIN.length)] ?? 0.5
    const time = (times[index] ?? zero) - zero + share * lasting(index)
    return index < 0 || index >= inner.length
      ? []
      : [{ microseconds: Math.round(time * 1e6), number: numbers[index] ?? -1 }]
  })
  // Packets do not tell how long the last picture stays: just behind its own time, more than the roughest tick.
  const last = numbers.length - 1
  const end = Math.ceil(((times[last] ?? zero) - zero) * 1e6) + 1000
  return [...found, { microseconds: end, number: numbers[last] ?? -1 }]
}

async function check(file: CorpusFile, index: number, next: () => number): Promise<void> {
  // Each in a folder of its own: some share a name with what another one is made from.
  const path = at(`${index}-folder/${file.name}`)
  await mkdir(at(`${index}-folder`))
  await file.make(path)
  const { expected } = file
  if ('refused' in expected) {
    const error = await engine.probe(path).catch((caught: unknown) => caught as MediaError)
    expect('message' in error ? error.message : 'opened').toBe(expected.refused)
    return
  }
  const info = await engine.probe(path)
  expect([described(info), ...info.warnings.map(inEnglish)]).toEqual([
    expected.opens,
    ...(expected.warnings ?? []),
  ])
  if (!expected.reads) return
  const shown: [number, number][] = []
  const wanted =
    info.kind === 'still'
      ? [{ microseconds: 0, number: 7 }]
      : await moments(path, expected.reads, next)
  for (const { microseconds } of wanted) {
    const still = at(`${index}-${microseconds}.png`)
    await engine.still(path, rational(microseconds, 1_000_000), 384, still)
    const [number = -2] = await readNumbers(still, expected.reads)
    shown.push([microseconds, number])
  }
  expect(shown).toEqual(wanted.map(({ microseconds, number }) => [microseconds, number]))
  expect(shown.every(([, number]) => number >= 0)).toBe(true)
}

describe('the corpus', () => {
  const next = random(seed)
  const chosen = isSoak ? CORPUS : sample(CORPUS, numRuns, next)
  let passed = 0
  it('has at least sixty files, each with its own name', () => {
    expect(new Set(CORPUS.map(({ name }) => name)).size).toBe(CORPUS.length)
    expect(CORPUS.length).toBeGreaterThanOrEqual(60)
  })
  it.each(chosen.map((file, index) => [JSON.stringify(file.name), file, index] as const))(
    '%s',
    async (_name, file, index) => {
      await check(file, index, next)
      passed++
    },
  )
  afterAll(() => {
    process.stdout.write(`corpus: ${passed} of ${chosen.length} files as stated\n`)
  })
})
