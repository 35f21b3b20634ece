/**
 * How many random cases a property gets, and which. `npm test` takes a fixed sample, `npm run soak` the full number
 * from a new seed each time; KEYREEL_SEED repeats one. The seed is printed.
 */
import { isSoak, soakShare } from '../../soak.ts'

export function seeded(runs: { readonly sample: number; readonly soak: number }): {
  seed: number
  numRuns: number
} {
  const given = process.env.KEYREEL_SEED
  const seed = given !== undefined ? Number(given) : isSoak ? Date.now() % 2 ** 31 : 20_260
  const numRuns = isSoak ? soakShare(runs.soak) : runs.sample
  process.stdout.write(`seed ${seed}, ${numRuns} runs (repeat with KEYREEL_SEED=${seed})\n`)
  return { seed, numRuns }
}
