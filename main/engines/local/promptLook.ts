/** What plain words in a prompt say about colour and light: a short, honest table, no understanding. */
import type { Triple } from './colorSpace.ts'
import type { ColourChange } from './cube.ts'

export interface Look {
  /** OKLab lightness added in the mids, -1..1. */
  readonly exposure: number
  /** Factor around middle grey. */
  readonly contrast: number
  /** Factor on colourfulness. */
  readonly saturation: number
  /** Lightness of black. */
  readonly lift: number
  /** OKLab a and b added where it is dark, and where it is light. */
  readonly shadows: readonly [a: number, b: number]
  readonly lights: readonly [a: number, b: number]
  /** How much darker the corners get, 0..1. */
  readonly vignette: number
  /** How much darker the side away from a light on the left gets, 0..1. */
  readonly side: number
}

const NEUTRAL: Look = {
  exposure: 0,
  contrast: 1,
  saturation: 1,
  lift: 0,
  shadows: [0, 0],
  lights: [0, 0],
  vignette: 0,
  side: 0,
}

/** The first name that fits is told to the user. */
const TABLE: readonly (readonly [name: string, words: RegExp, look: Partial<Look>])[] = [
  [
    'noir',
    /\b(noir|black[- ]and[- ]white|monochrome)\b/i,
    { saturation: 0, contrast: 1.3, vignette: 0.4, exposure: -0.03 },
  ],
  [
    'night',
    /\b(night|nighttime|midnight|moonlit|moonlight|nocturnal)\b/i,
    {
      exposure: -0.16,
      saturation: 0.75,
      shadows: [-0.005, -0.035],
      lights: [0, -0.02],
      vignette: 0.35,
    },
  ],
  [
    'golden hour',
    /\b(golden hour|sunset|sunrise|golden light|amber|dawn|dusk glow)\b/i,
    {
      exposure: 0.015,
      lights: [0.018, 0.045],
      shadows: [0.006, 0.008],
      contrast: 1.05,
      vignette: 0.15,
    },
  ],
  [
    'warm',
    /\b(warm|warmer|cosy|cozy|autumn|autumnal|desert|sandstorm)\b/i,
    { lights: [0.012, 0.03], shadows: [0.006, 0.012] },
  ],
  [
    'cold',
    /\b(cold|colder|cool|icy|ice|winter|wintry|snow|snowy|glacier|frost|frozen|blue hour)\b/i,
    { lights: [-0.008, -0.025], shadows: [-0.006, -0.03], saturation: 0.92 },
  ],
  [
    'mossy green',
    /\b(moss|mossy|jungle|forest|overgrown|ivy|fern|green light|greenish)\b/i,
    { shadows: [-0.03, 0.018], lights: [-0.014, 0.012], saturation: 0.95 },
  ],
  [
    'neon',
    /\b(neon|cyberpunk|synthwave)\b/i,
    {
      saturation: 1.3,
      shadows: [0.02, -0.05],
      lights: [0.02, -0.01],
      contrast: 1.12,
      vignette: 0.2,
    },
  ],
  [
    'faded',
    /\b(faded|vintage|retro|washed[- ]out|pastel)\b/i,
    { lift: 0.08, contrast: 0.86, saturation: 0.78, lights: [0.003, 0.012] },
  ],
  [
    'haze',
    /\b(mist|misty|fog|foggy|haze|hazy|dust|dusty|smoke|smoky)\b/i,
    { lift: 0.045, contrast: 0.9, saturation: 0.92 },
  ],
  ['wet', /\b(wet|rain|rainy|puddles?)\b/i, { contrast: 1.08, lights: [-0.004, -0.008] }],
  [
    'high contrast',
    /\b(high contrast|hard light|harsh|dramatic)\b/i,
    { contrast: 1.18, vignette: 0.2 },
  ],
  ['side light', /\b(side[- ]?light(ing|ed|s)?|rim light|window light)\b/i, { side: 0.45 }],
  ['vivid', /\b(vivid|vibrant|saturated|colou?rful)\b/i, { saturation: 1.25 }],
  ['muted', /\b(muted|desaturated|bleak)\b/i, { saturation: 0.6 }],
  ['bright', /\b(bright|high[- ]key|sunlit|sunny|midday)\b/i, { exposure: 0.05 }],
  [
    'dark',
    /\b(dark|darkness|low[- ]key|gloomy|abandoned|tunnel)\b/i,
    { exposure: -0.06, vignette: 0.25 },
  ],
  [
    'film',
    /\b(cinematic|film look|filmic|premium film|teal and orange)\b/i,
    { contrast: 1.06, shadows: [-0.01, -0.014], lights: [0.006, 0.016], vignette: 0.12 },
  ],
]

const together = (a: Look, b: Partial<Look>): Look => {
  const sum = (x: readonly [number, number], y: readonly [number, number] = [0, 0]) =>
    [x[0] + y[0], x[1] + y[1]] as const
  return {
    exposure: a.exposure + (b.exposure ?? 0),
    contrast: a.contrast * (b.contrast ?? 1),
    saturation: a.saturation * (b.saturation ?? 1),
    lift: a.lift + (b.lift ?? 0),
    shadows: sum(a.shadows, b.shadows),
    lights: sum(a.lights, b.lights),
    vignette: Math.min(0.6, a.vignette + (b.vignette ?? 0)),
    side: Math.min(0.7, a.side + (b.side ?? 0)),
  }
}

/** The look that the words add up to, and the words' names in the table. */
export function lookOf(prompt: string): { readonly look: Look; readonly found: readonly string[] } {
  const rows = TABLE.filter(([, words]) => words.test(prompt))
  return {
    look: rows.reduce((look, [, , change]) => together(look, change), NEUTRAL),
    found: rows.map(([name]) => name),
  }
}

const MIDDLE = 0.55

/** `strength` 0 leaves everything, 1 is the look as the table has it. */
export function colourOf(look: Look, strength: number): ColourChange {
  return ([l, a, b]: Triple) => {
    // An S round middle grey that keeps black and white in place.
    const bent = MIDDLE + (l - MIDDLE) * look.contrast
    const ends = Math.min(1, 4 * Math.min(l, 1 - l))
    const mids = 4 * l * (1 - l)
    const lightness = look.lift + (1 - look.lift) * (l + (bent - l) * ends + look.exposure * mids)
    const tint = (axis: 0 | 1): number =>
      (look.shadows[axis] * (1 - l) + look.lights[axis] * l) * Math.min(1, 2.2 * mids + 0.1)
    const mix = (from: number, to: number): number => from + (to - from) * strength
    return [
      mix(l, lightness),
      mix(a, a * look.saturation + tint(0)),
      mix(b, b * look.saturation + tint(1)),
    ]
  }
}
