/** More requests that break a rule, mostly one value beyond what the model takes, in every mode that has the field. */
import {
  at,
  automaticEdit,
  controls,
  firstAndLast,
  five,
  guides,
  hdr,
  type Illegal,
  keyframes,
  manualEdit,
  pins,
  reframe,
  settings,
  source,
  text,
  without,
} from './illegal.ts'

const sized = (base: object, width: number, height: number): object => ({
  ...without(base, 'resolution'),
  width,
  height,
})

const PROMPTS: Illegal[] = [
  [
    'a look of 6100',
    { ...automaticEdit, positivePrompt: 'x'.repeat(6100) },
    'positivePrompt',
    /by 100/,
  ],
  [
    'a reframe of 6001 words',
    { ...reframe, positivePrompt: 'é'.repeat(6001) },
    'positivePrompt',
    /by 1\./,
  ],
  ['only line breaks', { ...keyframes, positivePrompt: '\r\n\t' }, 'positivePrompt', /pinned/],
]

/** Sizes of other models and of habit: 854 x 480, 4:5, DCI, one pixel off. */
const SIZES = [
  [854, 480],
  [1080, 1350],
  [2048, 1080],
  [1920, 1088],
  [1281, 720],
  [1280, 721],
  [128, 128],
  [1, 1],
] as const
const sizes: Illegal[] = SIZES.flatMap(([width, height]) =>
  [text, keyframes, reframe].map(
    (base, i): Illegal => [
      `${['text', 'pins', 'reframe'][i]} of ${width} x ${height}`,
      sized(base, width, height),
      'width',
      new RegExp(`no size ${width} x ${height}`),
    ],
  ),
)

const DURATIONS: Illegal[] = [
  ...[1, 6, 8, 10.001, 15].map(
    (duration): Illegal => [
      `pins of ${duration} s`,
      { ...five, duration },
      'duration',
      /makes 5 or 10 s/,
    ],
  ),
  ['HDR of 9 s', { ...hdr, duration: 9 }, 'duration', /makes 5 or 10 s/],
  ['a manual edit of 10 s', { ...manualEdit, duration: 10 }, 'duration', /as long as its source/],
]

const SOURCES: Illegal[] = [
  ['20 s to transform', manualEdit, 'inputs.video', /Trim it to 18 s/, source('20')],
  ['30 s to transform', automaticEdit, 'inputs.video', /at most 18 s/, source('30')],
  ['a minute to reframe', reframe, 'inputs.video', /Trim it to 30 s/, source('60')],
  ['nothing to reframe', reframe, 'inputs.video', /no length/, source('0')],
  ...['clip.mp4', 'C:\\clips\\a.mp4', 'file:///clips/a.mp4', 'ftp://example.com/a.mp4'].map(
    (video): Illegal => [
      `${video} as footage`,
      { ...reframe, inputs: { video } },
      'inputs.video',
      /Choose the file again/,
      { localInputs: new Set() },
    ],
  ),
  [
    'one picture of two without a file',
    pins(keyframes, 0, 96),
    'inputs.frameImages[1].image',
    /nor a file that was given/,
    { localInputs: new Set(['P0']) },
  ],
]

const short = { ...five, duration: 5 }
const FRAMES: Illegal[] = [
  ['index 240 of 5 s', pins(short, 0, 240), 'inputs.frameImages[1].frame', /0 to 120/],
  ['index 10000', pins(keyframes, 10_000), 'inputs.frameImages[0].frame', /0 to 240/],
  ['index -240', pins(short, -240), 'inputs.frameImages[0].frame', /0 to 120/],
  ['two pins at 0', pins(short, 0, 0), 'inputs.frameImages[1].frame', /same index/],
  ['128 pins', pins(keyframes, ...Array(128).keys()), 'inputs.frameImages', /Remove 64/],
  ['first beside 0', pins(short, 'first', 0), 'inputs.frameImages[0].frame', /mixed/],
  ['first and -1 at 10 s', pins(keyframes, 'first', -1), 'inputs.frameImages[0].frame', /numbered/],
  ['no guides', guides(), 'inputs.frameImages', /empty/],
  ['65 guides', guides(...Array(65).keys()), 'inputs.frameImages', /Remove 1/],
  ['a guide at 433', guides(433), 'inputs.frameImages[0].frame', /0 to 432/, source('18')],
  ['last beside a guide', guides(7, 'last'), 'inputs.frameImages[1].frame', /mixed/, source('5')],
  ['a guide twice at the end', guides(120, -1), 'inputs.frameImages[1].frame', /same/, source('5')],
]

const loop = { loop: true }
const FLAGS: Illegal[] = [
  ['a loop through a pin at 0', settings(pins(short, 0), loop), 'settings.loop', /numbered/],
  ['a loop to index 120', settings(pins(short, 120), loop), 'settings.loop', /numbered/],
  ['a loop of pins of 10 s', settings(keyframes, loop), 'settings.loop', /5 s long/],
  ['a looping manual edit', settings(manualEdit, loop), 'settings.loop', /generated clip/],
  ['HDR pins of 10 s', settings(keyframes, { hdr: true }), 'settings.hdr', /5 s clips only/],
  ...[
    [480, 480, '360p'],
    [416, 552, '360p'],
    [720, 720, '540p'],
    [1260, 540, '540p'],
  ].map(
    ([width, height, resolution]): Illegal => [
      `HDR at ${width} x ${height}`,
      settings({ ...text, width, height }, { hdr: true }),
      'settings.hdr',
      new RegExp(`asks for ${resolution}`),
    ],
  ),
  [
    'EXR of SDR pins',
    settings(firstAndLast, { exrExport: true }),
    'settings.exrExport',
    /HDR only/,
  ],
  [
    'EXR of an HDR reframe',
    settings(reframe, { hdr: true, exrExport: true }),
    'settings.exrExport',
    /no EXR/,
  ],
]

const EDITS: Illegal[] = [
  [
    'controls without footage',
    settings(text, { edit: { controls: { face: true } } }),
    'settings.edit',
    /need footage/,
  ],
  [
    'automatic control of a reframe',
    settings(reframe, { edit: { autoControls: true } }),
    'settings.edit',
    /keeps the look/,
  ],
  ...(['depthBlur', 'normalsAugmentation', 'trajectorySparsity'] as const).flatMap((name) =>
    [-1, 1.0001, 100].map(
      (value): Illegal => [
        `${name} of ${value}`,
        controls({ [name]: value }),
        `settings.edit.controls.${name}`,
        /goes from 0 to 1/,
      ],
    ),
  ),
]

const POSITIONS: Illegal[] = [
  [
    'a position of pins',
    settings(keyframes, { sourcePosition: { x: 0, y: 0, width: 1, height: 1 } }),
    'settings.sourcePosition',
    /needs footage/,
  ],
  ['x of 100', at(100, 0, 1, 1), 'settings.sourcePosition.x', /-2 to 2/],
  ['y of -2.0001', at(0, -2.0001, 1, 1), 'settings.sourcePosition.y', /-2 to 2/],
  ['a width of pixels', at(0, 0, 1920, 1), 'settings.sourcePosition.width', /at most 2/],
  ['no height', at(0, 0, 1, 0), 'settings.sourcePosition.height', /more than 0/],
  ['a source to the left', at(-2, 0, 1, 1), 'settings.sourcePosition', /completely outside/],
  ['a source below', at(0, 1, 1, 1), 'settings.sourcePosition', /completely outside/],
]

const DELIVERY: Illegal[] = [
  ['two results', { ...reframe, numberResults: 2 }, 'numberResults', /one take/],
  ['a ttl of 0', { ...text, ttl: 0 }, 'ttl', /60 to 2592000/],
  ['a ttl of a second too many', { ...text, ttl: 2_592_001 }, 'ttl', /60 to 2592000/],
  ['quality 0', { ...hdr, outputQuality: 0 }, 'outputQuality', /20 to 99/],
  ['a webhook by ftp', { ...text, webhookURL: 'ftp://example.com' }, 'webhookURL', /web address/],
  ['an upload to nowhere', { ...text, uploadEndpoint: '' }, 'uploadEndpoint', /web address/],
]

export const EDGES: readonly Illegal[] = [
  ...[...PROMPTS, ...sizes, ...DURATIONS, ...SOURCES, ...FRAMES],
  ...[...FLAGS, ...EDITS, ...POSITIONS, ...DELIVERY],
]
