/** The soak in one table, for people and for docs/acceptance.md. */
import { add, none, summary, type Tally } from '../test/tally.ts'
import type { Outcome } from './state.ts'

/** `1 h 05 min`, `12 min`, `40 s`. */
export function duration(seconds: number): string {
  const minutes = Math.round(seconds / 60)
  if (seconds < 90) return `${Math.round(seconds)} s`
  if (minutes < 90) return `${minutes} min`
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`
}

/**
 * How long suites will take, from how long they took before; those never run count as the mean of the others.
 * Undefined while nothing is known.
 */
export function expected(
  names: readonly string[],
  times: Readonly<Record<string, number>>,
): number | undefined {
  const known = Object.values(times)
  if (known.length === 0) return undefined
  const mean = known.reduce((sum, time) => sum + time, 0) / known.length
  return names.reduce((sum, name) => sum + (times[name] ?? mean), 0)
}

export const totalOf = (outcomes: Readonly<Record<string, Outcome>>): Tally =>
  Object.values(outcomes).reduce((sum, outcome) => add(sum, outcome), none)

/** Markdown; the slowest suites first, and below the table what the suites printed about themselves. */
export function report(
  outcomes: Readonly<Record<string, Outcome>>,
  about: { readonly shard: string; readonly commit: string; readonly machine: string },
): string {
  const rows = Object.entries(outcomes).sort(([, a], [, b]) => b.seconds - a.seconds)
  const seconds = rows.reduce((sum, [, outcome]) => sum + outcome.seconds, 0)
  const cell = ({ passed, failed }: Tally): string =>
    failed ? `${passed} passed, **${failed} failed**` : `${passed} passed`
  const figures = rows.flatMap(([name, outcome]) =>
    outcome.figures.map((figure) => `- ${name}: ${figure}`),
  )
  return [
    `# Soak ${about.shard}, commit ${about.commit}`,
    '',
    `${summary(totalOf(outcomes))} in ${rows.length} suites; ${duration(seconds)} on ${about.machine}.`,
    '',
    '| suite | tests | seconds |',
    '| --- | --- | --- |',
    ...rows.map(([name, outcome]) => `| ${name} | ${cell(outcome)} | ${outcome.seconds} |`),
    '',
    ...(figures.length > 0 ? ['## Figures', '', ...figures, ''] : []),
  ].join('\n')
}
