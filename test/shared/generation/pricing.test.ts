import { describe, expect, it } from 'vitest'
import { parseRequestDocument } from '../../../shared/generation/document.ts'
import { formatUsd, moneyFromDollars, quote } from '../../../shared/generation/pricing.ts'
import type { VideoInferenceRequest } from '../../../shared/generation/request.ts'
import { parseRational, rational } from '../../../shared/time/rational.ts'
import { inEnglish } from '../../../shared/words/english.ts'
import { LEGAL, readExample } from './examples.ts'

function example(name: Parameters<typeof readExample>[0]): VideoInferenceRequest {
  const parsed = parseRequestDocument(readExample(name))
  if (!parsed.ok) throw new Error(parsed.problems.map(({ said }) => inEnglish(said)).join(' '))
  return parsed.request
}

describe('the vendor examples', () => {
  it('quotes what they cost', () => {
    expect(quote(example('glacier-text-to-video'))).toEqual({
      amount: 36_000_000,
      currency: 'USD',
      asOf: '2026-10',
      basis: {
        key: 'generation:priceOfClip',
        params: {
          ...{ length: 10, resolution: '1080p', asOf: '2026-10' },
          range: { key: 'generation:rangeSdr' },
        },
      },
      isEstimate: false,
    })
    expect(quote(example('foundry-text-to-video-ultrawide')).amount).toBe(9_000_000)
    const edit = quote(example('subway-video-to-video'), { sourceDuration: rational(5) })
    expect(edit).toMatchObject({ amount: 10_800_000, isEstimate: false })
    const reframe = { sourceDuration: parseRational('6.041995') }
    expect(quote(example('cyclorama-reframe'), reframe)).toMatchObject({
      amount: 21_751_182,
      isEstimate: false,
    })
  })

  it.each([
    ['text', '$0.30'],
    ['firstAndLast', '$0.30'],
    ['keyframes', '$0.90'],
    ['hdr', '$3.60'],
    ['manualEdit', '$1.08'],
    ['automaticEdit', '$1.08'],
    ['reframe', '$0.60'],
  ] as const)('quotes %s of the reference to the table', (name, price) => {
    const { amount, isEstimate } = quote(LEGAL[name], { sourceDuration: rational(5) })
    expect([formatUsd(amount), isEstimate]).toEqual([price, false])
  })

  it('assumes the longest source where the length is not known', () => {
    expect(quote(example('cyclorama-reframe'))).toMatchObject({
      amount: 108_000_000,
      isEstimate: true,
    })
    expect(quote(example('subway-video-to-video'))).toMatchObject({
      amount: 43_200_000,
      isEstimate: true,
    })
  })
})

describe('the price table', () => {
  const generation = (resolution: '360p' | '540p' | '720p' | '1080p', duration: number) => ({
    ...LEGAL.keyframes,
    resolution,
    duration,
  })
  const edit = (resolution: '360p' | '540p' | '720p' | '1080p', settings = {}) => ({
    ...LEGAL.automaticEdit,
    resolution,
    settings,
  })
  const hdr = { hdr: true }
  const exr = { hdr: true, exrExport: true }

  it.each([
    ['360p', 5, '$0.06'],
    ['540p', 5, '$0.15'],
    ['720p', 5, '$0.30'],
    ['1080p', 5, '$1.20'],
    ['360p', 10, '$0.18'],
    ['540p', 10, '$0.45'],
    ['720p', 10, '$0.90'],
    ['1080p', 10, '$3.60'],
  ] as const)('generates %s for %d s at %s', (resolution, duration, price) => {
    expect(formatUsd(quote(generation(resolution, duration)).amount)).toBe(price)
  })

  it.each([
    ['720p', hdr, '$0.60'],
    ['1080p', hdr, '$2.40'],
    ['720p', exr, '$0.90'],
    ['1080p', exr, '$3.60'],
  ] as const)('generates HDR at %s with %j for %s', (resolution, settings, price) => {
    expect(formatUsd(quote({ ...LEGAL.hdr, resolution, settings }).amount)).toBe(price)
  })

  it.each([
    ['360p', {}, 5, '$0.54'],
    ['540p', {}, 5, '$0.72'],
    ['720p', {}, 5, '$1.08'],
    ['1080p', {}, 5, '$2.16'],
    ['540p', {}, 10, '$1.44'],
    ['720p', {}, 10, '$2.16'],
    ['1080p', {}, 10, '$4.32'],
    ['360p', hdr, 5, '$1.08'],
    ['1080p', hdr, 5, '$4.32'],
    ['360p', exr, 5, '$1.62'],
    ['1080p', exr, 5, '$6.48'],
    ['720p', {}, 7, '$2.16'],
    ['720p', {}, 18, '$4.32'],
  ] as const)('transforms at %s with %j and %d s for %s', (resolution, settings, length, price) => {
    const facts = { sourceDuration: rational(length) }
    expect(formatUsd(quote(edit(resolution, settings), facts).amount)).toBe(price)
  })

  it('counts a source of 121 frames as one block and says that it is an estimate', () => {
    expect(quote(edit('720p'), { sourceDuration: rational(121, 24) })).toMatchObject({
      amount: 10_800_000,
      isEstimate: true,
    })
  })

  it.each([
    [640, 360, '$0.03'],
    [960, 540, '$0.06'],
    [720, 1280, '$0.12'],
    [1920, 1080, '$0.36'],
  ] as const)('reframes to %d x %d for %s a second', (width, height, price) => {
    const facts = { sourceDuration: rational(1) }
    expect(formatUsd(quote({ ...LEGAL.reframe, width, height }, facts).amount)).toBe(price)
  })

  it('quotes what is not legal at the dearest it could be', () => {
    expect(quote({ ...LEGAL.hdr, resolution: '360p' })).toMatchObject({ isEstimate: true })
    expect(quote({ ...LEGAL.hdr, resolution: '360p' }).amount).toBeGreaterThan(0)
    expect(quote({ ...LEGAL.text, width: 1000, height: 700 }).isEstimate).toBe(true)
    const { duration: _duration, ...open } = LEGAL.text
    expect(quote(open)).toMatchObject({ amount: 9_000_000, isEstimate: true })
  })
})

describe('money as text', () => {
  it.each([
    [0, '$0.00'],
    [36_000_000, '$3.60'],
    [21_751_182, '$2.1751182'],
    [5_000_000_000, '$500.00'],
    [-9_000_000, '-$0.90'],
    [1, '$0.0000001'],
  ])('%d is %s', (amount, text) => {
    expect(formatUsd(amount)).toBe(text)
  })

  it('reads the wire exactly', () => {
    expect([3.6, 0.9, 2.1751182, 1.08].map(moneyFromDollars)).toEqual([
      36_000_000, 9_000_000, 21_751_182, 10_800_000,
    ])
  })
})
