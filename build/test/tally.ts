/** How many checks ran and how they ended; the last line of every driver is one of these. */
export type Tally = { readonly passed: number; readonly failed: number }

export const none: Tally = { passed: 0, failed: 0 }

export const add = (a: Tally, b: Tally): Tally => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
})

export const summary = ({ passed, failed }: Tally): string => `${passed} passed, ${failed} failed`
