/** Every pair of colours that the stylesheets bring together; test/e2e/access.test.ts looks for others in the window. */
import { describe, expect, it } from 'vitest'
import {
  FILLED,
  LOST_INKS,
  MARK_PAIRS,
  RULES,
  SURFACES,
  TEXT_PAIRS,
  TOKENS,
} from '../../fixtures/tokenPairs.ts'

type Channels = readonly [number, number, number]

function channels(token: string): Channels {
  const found = TOKENS.get(token)
  if (!found) throw new Error(`tokens.css has no plain colour --${token}`)
  return found
}

function luminance(color: Channels): number {
  const [r = 0, g = 0, b = 0] = color
    .map((value) => value / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** WCAG 2.2, 1.4.3. */
function contrast(a: Channels, b: Channels): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

/** `part` 0..1 of the one over the other. */
const mixed = (over: Channels, part: number, ground: Channels): Channels => {
  const at = (channel: 0 | 1 | 2): number => part * over[channel] + (1 - part) * ground[channel]
  return [at(0), at(1), at(2)]
}

describe('contrast of the tokens in use', () => {
  it.each(TEXT_PAIRS)('text %s on %s is at least 4.5:1', (text, on) => {
    expect(contrast(channels(text), channels(on))).toBeGreaterThanOrEqual(4.5)
  })
  it.each(MARK_PAIRS)('what is drawn in %s on %s is at least 3:1', (mark, on) => {
    expect(contrast(channels(mark), channels(on))).toBeGreaterThanOrEqual(3)
  })
  it('what is missing keeps its name', () => {
    const ground = mixed(channels('error'), 0.45, channels('surface-0'))
    expect(contrast(channels('text'), ground)).toBeGreaterThanOrEqual(4.5)
  })
  it('the ruler keeps its numbers inside the marked range', () => {
    const ground = mixed(channels('accent'), 0.1, channels('surface-1'))
    expect(contrast(channels('text-3'), ground)).toBeGreaterThanOrEqual(4.5)
  })
})

describe('the list of pairs', () => {
  it('was read from the stylesheets', () => {
    expect(RULES.length).toBeGreaterThan(400)
    expect(TEXT_PAIRS).toContainEqual(['text-3', 'surface-3'])
    expect(TEXT_PAIRS).toContainEqual(['accent-ink', 'accent'])
    expect(MARK_PAIRS).toContainEqual(['picture-strong', 'surface-3'])
    expect(MARK_PAIRS.length).toBeGreaterThan(8 * SURFACES.length)
    for (const ground of Object.keys(FILLED))
      expect([ground, TOKENS.has(ground)]).toEqual([ground, true])
  })
  it('knows what each ink lies on', () => {
    expect(LOST_INKS).toEqual([])
  })
  it('misses no colour that is no token: shades of black excepted', () => {
    const strangers = RULES.flatMap(({ where, declarations }) =>
      declarations
        .filter(([, value]) => /#[0-9a-f]{3,8}\b|\b(rgb|hsl|oklch)a?\(/i.test(value))
        .filter(([, value]) => !/#000\b|rgb\(0 0 0 \//.test(value))
        .map(([property, value]) => `${where} { ${property}: ${value} }`),
    )
    expect(strangers).toEqual([])
  })
})
