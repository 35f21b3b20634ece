/**
 * ffmpeg's filter language has two layers of quoting: the graph is cut at `[ ] , ;` first, then each filter's options
 * at `:`. Both take a backslash before a special character.
 */

const optionSpecials = /[\\':]/g
const graphSpecials = /[\\'[\],;]/g

/** A free text (a name, a path) as the value of one filter option. */
export const optionValue = (text: string): string =>
  text.replace(optionSpecials, '\\$&').replace(graphSpecials, '\\$&')

/** An expression as an option's value. Ours hold commas but neither quotes nor colons, so quotes around it do. */
export const expression = (text: string): string => `'${text}'`

/** At most six decimals, no exponent, no trailing zeros: the same text on every machine. */
export function decimal(value: number): string {
  const text = value.toFixed(6)
  const short = text.includes('.') ? text.replace(/\.?0+$/, '') : text
  return short === '-0' ? '0' : short
}
