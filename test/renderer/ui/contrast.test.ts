import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const css = readFileSync(join(import.meta.dirname, '../../../renderer/ui/tokens.css'), 'utf8')

function luminance(token: string): number {
  const hex = new RegExp(`--${token}: #([0-9a-f]{6})`).exec(css)?.[1]
  if (hex === undefined) throw new Error(`tokens.css has no plain colour --${token}`)
  const [r = 0, g = 0, b = 0] = [0, 2, 4]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** WCAG 2.2, 1.4.3. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

const SURFACES = ['surface-0', 'surface-1', 'surface-2', 'surface-3']
const TEXT_PAIRS = [
  ...['text', 'text-2', 'accent', 'warning', 'good'].flatMap((text) =>
    SURFACES.map((on) => [text, on]),
  ),
  ...SURFACES.map((on) => ['text-3', on]),
  ...SURFACES.map((on) => ['error', on]),
  ['error', 'error-surface'],
  ['text', 'error-surface'],
  ['accent-ink', 'accent'],
  ['text', 'picture'],
  ['text', 'sound'],
  ['text', 'shot'],
]
const RING_PAIRS = [
  // The waveform and the icon of a sound asset.
  ['sound-strong', 'sound'],
  ...['accent', 'shot-strong', 'picture-strong'].flatMap((ring) =>
    ['surface-0', 'surface-1'].map((on) => [ring, on]),
  ),
]

describe('contrast of the tokens in use', () => {
  it.each(TEXT_PAIRS)('text %s on %s is at least 4.5:1', (text, on) => {
    expect(contrast(text ?? '', on ?? '')).toBeGreaterThanOrEqual(4.5)
  })
  it.each(RING_PAIRS)('ring %s on %s is at least 3:1', (ring, on) => {
    expect(contrast(ring ?? '', on ?? '')).toBeGreaterThanOrEqual(3)
  })
})
