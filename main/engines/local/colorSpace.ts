/** Between gamma-coded sRGB (0..1) and OKLab, where equal steps look equally large. */
export type Triple = readonly [number, number, number]

const linear = (v: number): number => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
const coded = (v: number): number =>
  v <= 0.0031308 ? v * 12.92 : 1.055 * Math.max(0, v) ** (1 / 2.4) - 0.055

export function toOklab([red, green, blue]: Triple): Triple {
  const [r, g, b] = [linear(red), linear(green), linear(blue)]
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

/** May leave 0..1 for colours that sRGB does not have. */
export function toSrgb([lightness, a, b]: Triple): Triple {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    coded(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    coded(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    coded(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ]
}

const isInside = (colour: Triple): boolean => colour.every((v) => v >= -1e-4 && v <= 1.0001)
const clamp = (v: number): number => Math.min(1, Math.max(0, v))

/** The nearest sRGB colour of the same lightness and hue: less colourful, never another colour. */
export function intoGamut([lightness, a, b]: Triple): Triple {
  const l = clamp(lightness)
  let [inside, outside] = [0, 1]
  const whole = toSrgb([l, a, b])
  if (isInside(whole)) return [clamp(whole[0]), clamp(whole[1]), clamp(whole[2])]
  for (let step = 0; step < 8; step++) {
    const middle = (inside + outside) / 2
    if (isInside(toSrgb([l, a * middle, b * middle]))) inside = middle
    else outside = middle
  }
  const [red, green, blue] = toSrgb([l, a * inside, b * inside])
  return [clamp(red), clamp(green), clamp(blue)]
}
