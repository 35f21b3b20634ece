/** By how much distances in time are multiplied: positive, at most a thousandfold. */
import { rationalSchema } from '../time/rational.ts'

export const factorSchema = rationalSchema.refine(
  ({ num, den }) => num > 0 && num <= 1000 * den,
  'A factor lies above 0 and is at most 1000',
)
