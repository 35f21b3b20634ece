/** The vendor's four examples and the requests of the reference, as test data. */
import { readFileSync } from 'node:fs'
import type { VideoInferenceRequest } from '../../../shared/generation/request.ts'

export const EXAMPLE_NAMES = [
  'glacier-text-to-video',
  'foundry-text-to-video-ultrawide',
  'cyclorama-reframe',
  'subway-video-to-video',
] as const

export type ExampleName = (typeof EXAMPLE_NAMES)[number]

export function readExample(name: ExampleName): { request: unknown; response: unknown } {
  return JSON.parse(readFileSync(new URL(`examples/${name}.json`, import.meta.url), 'utf8'))
}

export const UUID = '7b1f3a52-6d0c-4f0e-9f44-2d0d6f1b8c11'
const MEDIA = '989ba605-1449-4e1e-b462-cd83ec9c1a67'

const common = {
  taskType: 'videoInference',
  taskUUID: UUID,
  deliveryMethod: 'async',
  model: 'luma:ray@3.2',
} as const

/** Legal requests of every kind, after section 2.7 of the reference. */
export const LEGAL = {
  text: {
    ...common,
    includeCost: true,
    positivePrompt: 'Slow dolly through a misty greenhouse at sunrise',
    width: 1280,
    height: 720,
    duration: 5,
    settings: { loop: false },
  },
  firstAndLast: {
    ...common,
    includeCost: true,
    positivePrompt: 'The door opens',
    width: 832,
    height: 1104,
    duration: 5,
    inputs: {
      frameImages: [
        { image: MEDIA, frame: 'first' },
        { image: 'https://example.com/b.png', frame: 'last' },
      ],
    },
  },
  keyframes: {
    ...common,
    positivePrompt: 'A day passes',
    resolution: '720p',
    duration: 10,
    inputs: {
      frameImages: [
        { image: 'A', frame: 0 },
        { image: 'B', frame: 96 },
        { image: 'C', frame: 240 },
      ],
    },
  },
  hdr: {
    ...common,
    positivePrompt: 'Sparks in the dark',
    resolution: '1080p',
    duration: 5,
    settings: { hdr: true, exrExport: true },
  },
  manualEdit: {
    ...common,
    positivePrompt: 'The same street in winter',
    resolution: '720p',
    inputs: { video: MEDIA, frameImages: [{ image: 'styled', frame: 0 }] },
    settings: {
      edit: {
        strength: 'flex_2',
        controls: { poseStrength: 'precise', depthBlur: 0.3, face: true },
      },
    },
  },
  automaticEdit: {
    ...common,
    positivePrompt: 'The same street in winter',
    resolution: '720p',
    inputs: { video: MEDIA },
    settings: { edit: { autoControls: true } },
  },
  reframe: {
    ...common,
    positivePrompt: 'Continue the sky above and the sea below',
    width: 720,
    height: 1280,
    inputs: { video: MEDIA },
    settings: { sourcePosition: { x: 0, y: 0.34, width: 1, height: 0.32 } },
  },
} as const satisfies Readonly<Record<string, VideoInferenceRequest>>
