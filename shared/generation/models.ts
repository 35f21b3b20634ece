/**
 * What is known of `luma:ray@3.2`: sizes, durations, limits and prices, as data with a date. Nothing else in the
 * program holds such a figure, so that a refreshed table changes everything at once.
 */
import { type Rational, rational } from '../time/rational.ts'
import { RAY_MODEL, type Resolution } from './request.ts'

/** Whole units of 1e-7 US dollar: exact, and fine enough for the service's own figures. */
export type Money = number
export const MONEY_PER_DOLLAR = 10_000_000

/** `seen` was read in the vendor's own material; `inferred` follows from the pattern of what was seen. */
export type Certainty = 'seen' | 'inferred'

export type Aspect = '16:9' | '9:16' | '1:1' | '3:4' | '4:3' | '21:9'

export interface ModelSize {
  readonly aspect: Aspect
  readonly resolution: Resolution
  readonly width: number
  readonly height: number
  readonly certainty: Certainty
}

export interface Price {
  readonly amount: Money
  readonly certainty: Certainty
}

export type DynamicRange = 'sdr' | 'hdr' | 'hdrExr'
type ByResolution = Readonly<Partial<Record<Resolution, Price>>>

export interface ModelFacts {
  readonly air: string
  /** When the facts were read, ISO 8601, as finely as is known. */
  readonly asOf: string
  readonly sizes: readonly ModelSize[]
  /** Seconds. */
  readonly durations: readonly number[]
  /** Frames per second of results and of the index grid. */
  readonly rate: Rational
  readonly limits: {
    readonly prompt: { readonly max: number; readonly comfortable: number }
    readonly frameImages: { readonly max: number; readonly comfortable: number }
    /** Longest source, seconds. */
    readonly transformSource: number
    readonly reframeSource: number
    readonly sourcePosition: { readonly offset: number; readonly size: number }
    readonly ttl: { readonly min: number; readonly max: number }
    readonly outputQuality: { readonly min: number; readonly max: number }
    /** Longest side of an uploaded picture, pixels. */
    readonly pictureSide: number
  }
  readonly prices: {
    /** Per clip, by duration in seconds. */
    readonly generate: Readonly<Record<DynamicRange, Readonly<Record<number, ByResolution>>>>
    /** Per second of source. */
    readonly reframe: ByResolution
    /** Per block of {@link transformBlock} seconds of source. */
    readonly transform: Readonly<Record<DynamicRange, ByResolution>>
    readonly transformBlock: number
  }
}

const seen = (amount: Money): Price => ({ amount, certainty: 'seen' })
const inferred = (amount: Money): Price => ({ amount, certainty: 'inferred' })

const size = (
  aspect: Aspect,
  resolution: Resolution,
  width: number,
  height: number,
  certainty: Certainty = 'inferred',
): ModelSize => ({ aspect, resolution, width, height, certainty })

export const RAY_3_2: ModelFacts = {
  air: RAY_MODEL,
  asOf: '2026-10',
  sizes: [
    size('16:9', '360p', 640, 360),
    size('16:9', '540p', 960, 540),
    size('16:9', '720p', 1280, 720, 'seen'),
    size('16:9', '1080p', 1920, 1080, 'seen'),
    size('9:16', '360p', 360, 640),
    size('9:16', '540p', 540, 960),
    size('9:16', '720p', 720, 1280, 'seen'),
    size('9:16', '1080p', 1080, 1920),
    size('1:1', '360p', 480, 480),
    size('1:1', '540p', 720, 720),
    size('1:1', '720p', 960, 960, 'seen'),
    size('1:1', '1080p', 1440, 1440),
    size('3:4', '360p', 416, 552),
    size('3:4', '540p', 624, 832),
    size('3:4', '720p', 832, 1104, 'seen'),
    size('3:4', '1080p', 1248, 1656),
    size('4:3', '360p', 552, 416),
    size('4:3', '540p', 832, 624),
    size('4:3', '720p', 1104, 832),
    size('4:3', '1080p', 1656, 1248),
    size('21:9', '360p', 840, 360),
    size('21:9', '540p', 1260, 540),
    size('21:9', '720p', 1680, 720, 'seen'),
    size('21:9', '1080p', 2520, 1080),
  ],
  durations: [5, 10],
  rate: rational(24),
  limits: {
    prompt: { max: 6000, comfortable: 3000 },
    frameImages: { max: 64, comfortable: 16 },
    transformSource: 18,
    reframeSource: 30,
    sourcePosition: { offset: 2, size: 2 },
    ttl: { min: 60, max: 2_592_000 },
    outputQuality: { min: 20, max: 99 },
    pictureSide: 2048,
  },
  prices: {
    generate: {
      sdr: {
        5: {
          '360p': seen(600_000),
          '540p': seen(1_500_000),
          '720p': seen(3_000_000),
          '1080p': seen(12_000_000),
        },
        10: {
          '360p': inferred(1_800_000),
          '540p': seen(4_500_000),
          '720p': seen(9_000_000),
          '1080p': seen(36_000_000),
        },
      },
      hdr: { 5: { '720p': seen(6_000_000), '1080p': seen(24_000_000) } },
      hdrExr: { 5: { '720p': seen(9_000_000), '1080p': seen(36_000_000) } },
    },
    reframe: {
      '360p': seen(300_000),
      '540p': seen(600_000),
      '720p': seen(1_200_000),
      '1080p': seen(3_600_000),
    },
    transform: {
      sdr: {
        '360p': inferred(5_400_000),
        '540p': seen(7_200_000),
        '720p': seen(10_800_000),
        '1080p': seen(21_600_000),
      },
      hdr: {
        '360p': seen(10_800_000),
        '540p': inferred(14_400_000),
        '720p': inferred(21_600_000),
        '1080p': seen(43_200_000),
      },
      hdrExr: {
        '360p': seen(16_200_000),
        '540p': inferred(21_600_000),
        '720p': inferred(32_400_000),
        '1080p': seen(64_800_000),
      },
    },
    transformBlock: 5,
  },
}

export const findSize = (width: number, height: number): ModelSize | undefined =>
  RAY_3_2.sizes.find((s) => s.width === width && s.height === height)

export const sizeOf = (aspect: Aspect, resolution: Resolution): ModelSize | undefined =>
  RAY_3_2.sizes.find((s) => s.aspect === aspect && s.resolution === resolution)

/** The table's size closest to a wanted one: first in shape, then in area. */
export function nearestSize(width: number, height: number): ModelSize {
  const distance = (s: ModelSize): number =>
    4 * Math.abs(Math.log(s.width / s.height / (width / height))) +
    Math.abs(Math.log((s.width * s.height) / (width * height)))
  return RAY_3_2.sizes.reduce((best, s) => (distance(s) < distance(best) ? s : best))
}
