/** Requests that break a rule: name, document, field, the sentence's mark, what is known of the media. */
import type { RequestFacts } from '../../../shared/generation/pricing.ts'
import type { FrameReference } from '../../../shared/generation/request.ts'
import { parseRational } from '../../../shared/time/rational.ts'
import { LEGAL } from './examples.ts'

export const { text, firstAndLast, keyframes, hdr, manualEdit, automaticEdit, reframe } = LEGAL
export const without = (document: object, ...keys: string[]): object =>
  Object.fromEntries(Object.entries(document).filter(([key]) => !keys.includes(key)))
export const pins = (base: object, ...frames: FrameReference[]): object => ({
  ...base,
  inputs: { frameImages: frames.map((frame, i) => ({ image: `P${i}`, frame })) },
})
export const guides = (...frames: FrameReference[]): object => ({
  ...automaticEdit,
  inputs: {
    video: automaticEdit.inputs.video,
    frameImages: frames.map((frame, i) => ({ image: `G${i}`, frame })),
  },
})
export const settings = (base: object, value: object): object => ({ ...base, settings: value })
export const at = (x: number, y: number, width: number, height: number): object =>
  settings(reframe, { sourcePosition: { x, y, width, height } })
export const controls = (value: object): object =>
  settings(manualEdit, { edit: { controls: value } })
export const source = (seconds: string): RequestFacts => ({
  sourceDuration: parseRational(seconds),
})
export const five = without(keyframes, 'duration')
export const tenText = { ...text, duration: 10, settings: {} }

export type Illegal = [string, object, string, RegExp, RequestFacts?]

export const ILLEGAL: Illegal[] = [
  // The prompt
  ['an empty prompt', { ...text, positivePrompt: '' }, 'positivePrompt', /Describe the shot/],
  ['a blank prompt', { ...reframe, positivePrompt: '  ' }, 'positivePrompt', /new area/],
  ['a blank look', { ...automaticEdit, positivePrompt: '\n' }, 'positivePrompt', /look/],
  ['no words between pins', { ...keyframes, positivePrompt: '' }, 'positivePrompt', /pinned/],
  ['a prompt of 6001', { ...text, positivePrompt: 'x'.repeat(6001) }, 'positivePrompt', /by 1\./],
  // Size
  ['size and resolution', { ...text, resolution: '720p' }, 'resolution', /only one/],
  ['resolution and a lone width', { ...keyframes, width: 1280 }, 'resolution', /only one/],
  ['a reframe with a resolution', { ...reframe, resolution: '720p' }, 'resolution', /only one/],
  ['a lone width', without(text, 'height'), 'height', /without a height/],
  ['a lone height', without(text, 'width'), 'width', /without a width/],
  ['a lone odd width', { ...without(text, 'height'), width: 1000 }, 'height', /Give both/],
  ['a lone odd height', { ...without(text, 'width'), height: 1000 }, 'width', /Give both/],
  ['an odd size', { ...text, width: 1000, height: 700 }, 'width', /no size 1000 x 700/],
  ['4K', { ...text, width: 3840, height: 2160 }, 'width', /no size/],
  ['nothing by nothing', { ...text, width: 0, height: 0 }, 'width', /no size/],
  ['a negative size', { ...text, width: -1280, height: 720 }, 'width', /no size/],
  ['neither size nor resolution', without(text, 'width', 'height'), 'resolution', /Choose one/],
  ['pins without a size', without(keyframes, 'resolution'), 'resolution', /Choose one/],
  ['a reframe without a width', without(reframe, 'width'), 'width', /without a width/],
  ['a reframe without a size', without(reframe, 'width', 'height'), 'width', /new frame/],
  [
    'a source position beside a resolution only',
    { ...without(reframe, 'width', 'height'), resolution: '720p' },
    'width',
    /width and height of the new frame/,
  ],
  // Duration
  ['no duration', without(text, 'duration'), 'duration', /Choose 5 or 10/],
  ['pins without a duration', five, 'duration', /Choose 5 or 10/],
  ...[0, -5, 4.999, 7, 9, 11, 60].map(
    (duration): Illegal => [`${duration} s`, { ...text, duration }, 'duration', /makes 5 or 10 s/],
  ),
  [
    'a transformation of 5 s',
    { ...automaticEdit, duration: 5 },
    'duration',
    /as long as its source/,
  ],
  ['a reframe of 10 s', { ...reframe, duration: 10 }, 'duration', /as long as its source/],
  // Sources
  ['18.01 s to transform', automaticEdit, 'inputs.video', /at most 18 s/, source('18.01')],
  ['30.01 s to reframe', reframe, 'inputs.video', /at most 30 s/, source('30.01')],
  ['a source without length', automaticEdit, 'inputs.video', /no length/, source('0')],
  [
    'a path instead of media',
    { ...automaticEdit, inputs: { video: '/home/me/clip.mp4' } },
    'inputs.video',
    /Choose the file again/,
    { localInputs: new Set() },
  ],
  [
    'a placeholder without a file',
    pins(keyframes, 0),
    'inputs.frameImages[0].image',
    /nor a file that was given/,
    { localInputs: new Set(['Q']) },
  ],
  // Pins and guides
  ['an empty list of pins', pins(keyframes), 'inputs.frameImages', /empty/],
  ['65 pins', pins(keyframes, ...Array(65).keys()), 'inputs.frameImages', /Remove 1/],
  [
    'index 121 of 5 s',
    pins({ ...five, duration: 5 }, 121),
    'inputs.frameImages[0].frame',
    /0 to 120/,
  ],
  ['index 241 of 10 s', pins(keyframes, 0, 241), 'inputs.frameImages[1].frame', /0 to 240/],
  ['index -2', pins(keyframes, -2), 'inputs.frameImages[0].frame', /0 to 240/],
  ['two pins on an index', pins(keyframes, 5, 9, 5), 'inputs.frameImages[2].frame', /1 and 3/],
  ['-1 on the last index', pins(keyframes, 240, -1), 'inputs.frameImages[1].frame', /same index/],
  [
    'two first pictures',
    pins({ ...five, duration: 5 }, 'first', 'first'),
    'inputs.frameImages[1].frame',
    /same index/,
  ],
  [
    'two last pictures',
    pins({ ...five, duration: 5 }, 'last', -1),
    'inputs.frameImages[1].frame',
    /same index/,
  ],
  [
    'first beside a number',
    pins({ ...five, duration: 5 }, 'first', 60),
    'inputs.frameImages[0].frame',
    /mixed/,
  ],
  [
    'last beside a number',
    pins({ ...five, duration: 5 }, 0, 'last'),
    'inputs.frameImages[1].frame',
    /mixed/,
  ],
  [
    'first at 10 s',
    pins(keyframes, 'first'),
    'inputs.frameImages[0].frame',
    /numbered indexes only/,
  ],
  ['last at 10 s', pins(keyframes, 'last'), 'inputs.frameImages[0].frame', /0 to 240/],
  [
    'first and last at 10 s',
    { ...firstAndLast, duration: 10 },
    'inputs.frameImages[1].frame',
    /0 to 240/,
  ],
  ['-1 alone at 10 s', pins(keyframes, -1), 'inputs.frameImages[0].frame', /numbered/],
  [
    'pins in a reframe',
    {
      ...reframe,
      inputs: { video: reframe.inputs.video, frameImages: [{ image: 'A', frame: 0 }] },
    },
    'inputs.frameImages',
    /reframe takes no/,
  ],
  [
    'a guide behind the end',
    guides(0, 121),
    'inputs.frameImages[1].frame',
    /0 to 120/,
    source('5'),
  ],
  ['a guide before the start', guides(-3), 'inputs.frameImages[0].frame', /start at 0/],
  ['two guides on an index', guides(7, 7), 'inputs.frameImages[1].frame', /same index/],
  ['a word beside a guide index', guides('first', 7), 'inputs.frameImages[0].frame', /mixed/],
  // Loop
  ['a loop of 10 s', settings(tenText, { loop: true }), 'settings.loop', /5 s long/],
  ['an HDR loop', settings(hdr, { hdr: true, loop: true }), 'settings.loop', /cannot be HDR/],
  [
    'a loop to a last picture',
    settings(firstAndLast, { loop: true }),
    'settings.loop',
    /no last picture/,
  ],
  [
    'a loop to -1',
    settings(pins({ ...five, duration: 5 }, -1), { loop: true }),
    'settings.loop',
    /no last picture/,
  ],
  [
    'a loop with an index',
    settings(pins({ ...five, duration: 5 }, 60), { loop: true }),
    'settings.loop',
    /numbered/,
  ],
  [
    'a looping transformation',
    settings(automaticEdit, { loop: true }),
    'settings.loop',
    /generated clip/,
  ],
  ['a looping reframe', settings(reframe, { loop: true }), 'settings.loop', /generated clip/],
  // HDR and EXR
  ['HDR of 10 s', { ...hdr, duration: 10 }, 'settings.hdr', /5 s clips only/],
  ['HDR at 360p', { ...hdr, resolution: '360p' }, 'settings.hdr', /asks for 360p/],
  ['HDR at 540p', { ...hdr, resolution: '540p' }, 'settings.hdr', /asks for 540p/],
  [
    'HDR at 640 x 360',
    settings({ ...text, width: 640, height: 360 }, { hdr: true }),
    'settings.hdr',
    /asks for 360p/,
  ],
  ['an HDR reframe', settings(reframe, { hdr: true }), 'settings.hdr', /always SDR/],
  ['EXR without HDR', settings(hdr, { exrExport: true }), 'settings.exrExport', /HDR only/],
  [
    'EXR with HDR off',
    settings(hdr, { hdr: false, exrExport: true }),
    'settings.exrExport',
    /HDR only/,
  ],
  [
    'EXR of an SDR transformation',
    settings(automaticEdit, { exrExport: true }),
    'settings.exrExport',
    /HDR only/,
  ],
  ['EXR of a reframe', settings(reframe, { exrExport: true }), 'settings.exrExport', /no EXR/],
  // Edit settings
  [
    'edit without footage',
    settings(text, { edit: { autoControls: true } }),
    'settings.edit',
    /need footage/,
  ],
  [
    'edit with pins',
    settings(keyframes, { edit: { strength: 'flex_1' } }),
    'settings.edit',
    /need footage/,
  ],
  [
    'edit in a reframe',
    settings(reframe, { edit: { strength: 'flex_1' } }),
    'settings.edit',
    /keeps the look/,
  ],
  [
    'automatic with strength',
    settings(manualEdit, { edit: { autoControls: true, strength: 'flex_1' } }),
    'settings.edit.strength',
    /chooses the strength/,
  ],
  [
    'automatic with controls',
    settings(manualEdit, { edit: { autoControls: true, controls: { face: true } } }),
    'settings.edit.controls',
    /chooses the controls/,
  ],
  ...(['depthBlur', 'normalsAugmentation', 'trajectorySparsity'] as const).flatMap((name) =>
    [-0.1, 1.1].map(
      (value): Illegal => [
        `${name} ${value}`,
        controls({ [name]: value }),
        `settings.edit.controls.${name}`,
        /goes from 0 to 1/,
      ],
    ),
  ),
  // Source position
  [
    'a position without footage',
    settings(text, { sourcePosition: { x: 0, y: 0, width: 1, height: 1 } }),
    'settings.sourcePosition',
    /needs footage/,
  ],
  ['x of -2.1', at(-2.1, 0, 1, 1), 'settings.sourcePosition.x', /-2 to 2/],
  ['x of 2.1', at(2.1, 0, 1, 1), 'settings.sourcePosition.x', /-2 to 2/],
  ['y of -3', at(0, -3, 1, 1), 'settings.sourcePosition.y', /-2 to 2/],
  ['y of 3', at(0, 3, 1, 1), 'settings.sourcePosition.y', /-2 to 2/],
  ['no width', at(0, 0, 0, 1), 'settings.sourcePosition.width', /more than 0/],
  ['a negative height', at(0, 0, 1, -1), 'settings.sourcePosition.height', /more than 0/],
  ['a width of 2.5', at(0, 0, 2.5, 1), 'settings.sourcePosition.width', /at most 2/],
  ['a height of 2.5', at(0, 0, 1, 2.5), 'settings.sourcePosition.height', /at most 2/],
  ['a source to the right', at(1.2, 0, 0.5, 0.5), 'settings.sourcePosition', /completely outside/],
  ['a source above', at(0, -1, 1, 1), 'settings.sourcePosition', /completely outside/],
  // Delivery
  ['four results', { ...text, numberResults: 4 }, 'numberResults', /one take/],
  ['no results', { ...text, numberResults: 0 }, 'numberResults', /one take/],
  ['a ttl of 59 s', { ...text, ttl: 59 }, 'ttl', /60 to 2592000/],
  ['a ttl of a year', { ...text, ttl: 31_536_000 }, 'ttl', /60 to 2592000/],
  ['quality 19', { ...text, outputQuality: 19 }, 'outputQuality', /20 to 99/],
  ['quality 100', { ...text, outputQuality: 100 }, 'outputQuality', /20 to 99/],
  ['a webhook that is no address', { ...text, webhookURL: 'me' }, 'webhookURL', /web address/],
  [
    'an upload to a file',
    { ...text, uploadEndpoint: 'file:///x' },
    'uploadEndpoint',
    /web address/,
  ],
]
