/** Figures as they are printed. */

/** The value below which that part of all lie. */
export const at = (values: readonly number[], part: number): number =>
  [...values].sort((a, b) => a - b)[
    Math.min(values.length - 1, Math.floor(values.length * part))
  ] ?? Number.NaN

export const line = (text: string): void => void process.stdout.write(`${text}\n`)

/** Milliseconds, with their name. */
export const row = (name: string, values: readonly number[]): void =>
  line(
    `  ${name.padEnd(34)} p50 ${at(values, 0.5).toFixed(1).padStart(7)} ms   p95 ${at(values, 0.95).toFixed(1).padStart(7)} ms`,
  )
