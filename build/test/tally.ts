import type { Failure } from './failure.ts'

/** How many checks ran and how they ended; the last line of every driver is one of these. */
export type Tally = {
  readonly passed: number
  readonly failed: number
  /** What is known about those that failed. */
  readonly failures: readonly Failure[]
}

export const none: Tally = { passed: 0, failed: 0, failures: [] }

export const add = (a: Tally, b: Tally): Tally => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  failures: [...a.failures, ...b.failures],
})

export const summary = ({ passed, failed }: Pick<Tally, 'passed' | 'failed'>): string =>
  `${passed} passed, ${failed} failed`
