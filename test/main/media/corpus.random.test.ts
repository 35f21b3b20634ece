/**
 * Every awkward file imports as stated or is refused with the sentence stated, and the picture shown at a time is the
 * one ffmpeg itself has there: it carries its number, and looks as ffmpeg's does by the rules of docs/media.md. So does the
 * picture of the proxy, where the window shows that instead (test/e2e/corpus.test.ts looks at the window itself). A sample
 * of the corpus here, all of it in the soak.
 */

import { copyFile, mkdir } from 'node:fs/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { createFfmpegEngine } from '../../../main/media/ffmpeg/createFfmpegEngine.ts'
import { proxySize, writeProxy } from '../../../main/media/ffmpeg/proxies.ts'
import type { MediaError } from '../../../main/media/MediaEngine.ts'
import { needsProxy } from '../../../main/services/needsProxy.ts'
import { displaySize, type MediaInfo } from '../../../shared/model/mediaInfo.ts'
import { rational } from '../../../shared/time/rational.ts'
import { inEnglish } from '../../../shared/words/english.ts'
import { type CorpusFile, described, type Reading } from '../../fixtures/corpus/CorpusFile.ts'
import { CORPUS } from '../../fixtures/corpus/corpus.ts'
import { pictureTimes } from '../../fixtures/inspect.ts'
import {
  greyDifference,
  greyPictures,
  type Size,
  ssim,
  statedConversion,
} from '../../fixtures/likeness.ts'
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
  /** Of the picture, from 0 in the order shown, and what it carries. */
  readonly index: number
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
      : [{ microseconds: Math.round(time * 1e6), index, number: numbers[index] ?? -1 }]
  })
  // Packets do not tell how long the last picture stays: just behind its own time, more than the roughest tick.
  const last = numbers.length - 1
  const end = Math.ceil(((times[last] ?? zero) - zero) * 1e6) + 1000
  return [...found, { microseconds: end, index: last, number: numbers[last] ?? -1 }]
}

/** How alike pictures of the same conversion must be at the least; and grey levels of 255 that the others may be apart. */
const LEAST_SSIM = 0.95
const MOST_GREY = 0.5
/** Larger pictures are compared in this size: the rules are the same. */
const LONGEST_SIDE = 384

const unlike: string[] = []

/** Holds the pictures that Keyreel made against ffmpeg's own of the same numbers. */
async function compareLooks(
  name: string,
  what: 'still' | 'proxy',
  [ours, theirs]: readonly [readonly Uint8Array[], readonly Uint8Array[]],
  size: Size,
  isPlain: boolean,
): Promise<void> {
  const likeness = ours.map((picture, at) => ssim(picture, theirs[at] ?? picture, size))
  const apart = ours.map((picture, at) => greyDifference(picture, theirs[at] ?? picture))
  const worst = `${name} ${what}: SSIM ${Math.min(...likeness).toFixed(4)}, grey ${Math.max(...apart).toFixed(2)} apart`
  unlike.push(worst)
  if (isPlain) expect(Math.max(...apart), worst).toBeLessThan(MOST_GREY)
  else expect(Math.min(...likeness), worst).toBeGreaterThan(LEAST_SSIM)
}

const even = (value: number): number => Math.max(2, Math.round(value / 2) * 2)

/** The size in which the pictures of a file are compared: that of its stills. */
function comparedSize(info: MediaInfo): Size {
  const [video] = info.video
  if (!video) throw new Error('Sound has no pictures to compare')
  const { width, height } = displaySize(video)
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height))
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  }
}

/** What the window shows in place of what it cannot decode: the same pictures at the same times. */
async function checkProxy(
  path: string,
  info: MediaInfo,
  name: string,
  wanted: readonly Moment[],
): Promise<void> {
  const [video] = info.video
  if (!video) return
  const proxy = `${path}.proxy.mp4`
  await writeProxy(engine, path, proxy)
  const { width, height } = proxySize(video)
  const share = Math.min(1, LONGEST_SIDE / Math.max(width, height))
  const size = { width: even(width * share), height: even(height * share) }
  const indexes = [...new Set(wanted.map(({ index }) => index))].sort((a, b) => a - b)
  const theirs = await greyPictures(path, indexes, size, statedConversion(video, size))
  await compareLooks(name, 'proxy', [await greyPictures(proxy, indexes, size), theirs], size, false)
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
      ? [{ microseconds: 0, index: 0, number: 7 }]
      : await moments(path, expected.reads, next)
  const size = comparedSize(info)
  const ours: Uint8Array[] = []
  for (const { microseconds } of wanted) {
    const still = at(`${index}-${microseconds}.png`)
    await engine.still(path, rational(microseconds, 1_000_000), LONGEST_SIDE, still)
    const [number = -2] = await readNumbers(still, expected.reads)
    shown.push([microseconds, number])
    ours.push(...(await greyPictures(still, [0], size, [])))
  }
  expect(shown).toEqual(wanted.map(({ microseconds, number }) => [microseconds, number]))
  expect(shown.every(([, number]) => number >= 0)).toBe(true)
  const [video] = info.video
  if (!video) return
  const indexes = [...new Set(wanted.map((one) => one.index))].sort((a, b) => a - b)
  // ffmpeg itself takes the name of a still for a pattern.
  const plain = file.name.includes('%') ? at(`${index}-plain`) : path
  if (plain !== path) await copyFile(path, plain)
  const decoded = await greyPictures(plain, indexes, size, statedConversion(video, size))
  const theirs = wanted.map((one) => decoded[indexes.indexOf(one.index)] ?? new Uint8Array())
  await compareLooks(file.name, 'still', [ours, theirs], size, !needsProxy(info))
  if (needsProxy(info)) await checkProxy(path, info, file.name, wanted)
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
    process.stdout.write(`${unlike.join('\n')}\n`)
    process.stdout.write(`figure: corpus: ${passed} of ${chosen.length} files as stated\n`)
  })
})
