/** The report as text: what differs first, then what is new, what is still open, and what holds. */
import { type Certainty, countsOf, type Fact, type Outcome } from './Fact.ts'

const HEADS: readonly (readonly [Outcome, string])[] = [
  ['differs', 'Differs from what was believed'],
  ['settled', 'Was not known, and is now'],
  ['unknown', 'Still unknown'],
  ['holds', 'Holds'],
]

const SURE: Readonly<Record<Certainty, string>> = {
  certain: 'certain',
  observed: 'observed by others',
  inferred: 'inferred',
  open: 'open',
}

export function reportText(facts: readonly Fact[]): string {
  const counts = countsOf(facts)
  const blocks = HEADS.flatMap(([outcome, head]) =>
    counts[outcome] === 0
      ? []
      : [
          `${head} (${counts[outcome]}):`,
          ...facts.filter((fact) => fact.outcome === outcome).map(lineOf),
          '',
        ],
  )
  return blocks.join('\n').trimEnd()
}

function lineOf({ id, section, about, certainty, believed, outcome, found }: Fact): string {
  const head = `  ${id}  [${section}, ${SURE[certainty]}]  ${about}`
  if (outcome === 'holds') return `${head}: ${believed}`
  const was = believed === null ? '' : `: believed ${believed}`
  const now =
    found === null
      ? ''
      : outcome === 'unknown'
        ? ` (${found})`
        : `${was === '' ? ':' : ','} found ${found}`
  return `${head}${was}${now}`
}
