/**
 * What this program was built with of `luma:ray@3.2`: sizes, durations, limits and prices, as data with a date. Nothing
 * else in the program holds such a figure. A library may hold a newer table of the same form (main/services/modelFacts).
 */
import type { Aspect, Certainty, ModelFacts, ModelSize, Money, Price } from './modelFacts.ts'
import { RAY_MODEL, type Resolution } from './request.ts'

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
  rate: { num: 24, den: 1 },
  positionOrigin: 'topLeft',
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
