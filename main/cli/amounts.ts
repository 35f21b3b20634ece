/** Amounts of money as people type them. */
import { moneyFromDollars } from '../../shared/generation/pricing.ts'
import { usageError } from './exitCodes.ts'

/** Whole units of 1e-7 USD. @throws CommandFailed naming the option */
export function parseAmount(given: string, option: string): number {
  if (/^\$?\d+(\.\d{1,7})?$/.test(given)) return moneyFromDollars(Number(given.replace('$', '')))
  throw usageError(`"${given}" is not an amount. Give dollars, e.g. ${option} 1.50.`)
}
