import { failuresText } from './failure.ts'
import { add, none, type Tally } from './tally.ts'

export type Step = {
  readonly name: string
  /** Throws, or returns failures in its tally, when something is wrong. */
  readonly run: () => Promise<Tally>
}

const one: Tally = { passed: 1, failed: 0, failures: [] }

/** A step that is one check: it passes unless it throws. */
export const singleCheck = (name: string, check: () => Promise<unknown>): Step => ({
  name,
  run: async () => {
    await check()
    return one
  },
})

/** Runs all steps, also after a failure (one run should show everything), and says how long each took and what failed. */
export async function runSteps(steps: readonly Step[]): Promise<Tally> {
  let total = none
  const lines: string[] = []
  for (const { name, run } of steps) {
    process.stdout.write(`\n── ${name}\n`)
    const start = performance.now()
    const tally = await run().catch((error: unknown): Tally => {
      const message = error instanceof Error ? error.message : String(error)
      process.stdout.write(`${message}\n`)
      return { passed: 0, failed: 1, failures: [{ suite: name, message }] }
    })
    const time = `${((performance.now() - start) / 1000).toFixed(1)} s`.padStart(8)
    lines.push(
      `${tally.failed ? 'FAILED' : 'ok    '} ${time}  ${name}: ${tally.passed} passed, ${tally.failed} failed`,
    )
    total = add(total, tally)
  }
  process.stdout.write(`\n${lines.join('\n')}\n`)
  if (total.failed) process.stdout.write(`\n${failuresText(total.failures)}`)
  return total
}
