/** One fact about the service, and what asking it has shown. */

/** How sure we were: as the vendor says, as others observed, as follows from what is known, or not known at all. */
export type Certainty = 'certain' | 'observed' | 'inferred' | 'open'

export interface Belief {
  /** Stable, for programs: `price.generate.sdr.5s.360p`. */
  readonly id: string
  /** Where it stands in the reference of the service that Keyreel was built on: 1 protocol, 2 model, 7 what nobody knows. */
  readonly section: string
  readonly about: string
  readonly certainty: Certainty
  /** Null where nothing was known. */
  readonly believed: string | null
}

/** `settled`: nothing was known and now it is. */
export type Outcome = 'holds' | 'differs' | 'settled' | 'unknown'

export interface Fact extends Belief {
  readonly outcome: Outcome
  /** What the service says, or why it is still unknown. */
  readonly found: string | null
  /** Who answered. */
  readonly by: 'schema' | 'dryRun' | 'run' | null
}

export const answered = (
  belief: Belief,
  found: string,
  by: Exclude<Fact['by'], null>,
  holds = belief.believed === found,
): Fact => ({
  ...belief,
  found,
  by,
  outcome: belief.believed === null ? 'settled' : holds ? 'holds' : 'differs',
})

export const unanswered = (belief: Belief, why: string | null = null): Fact => ({
  ...belief,
  found: why,
  by: null,
  outcome: 'unknown',
})

export type Counts = Readonly<Record<Outcome, number>>

export function countsOf(facts: readonly Fact[]): Counts {
  const of = (outcome: Outcome): number => facts.filter((fact) => fact.outcome === outcome).length
  return {
    holds: of('holds'),
    differs: of('differs'),
    settled: of('settled'),
    unknown: of('unknown'),
  }
}
