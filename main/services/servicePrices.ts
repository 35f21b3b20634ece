/** What the service itself said that requests cost: it outranks the table, as long as the program runs. */
import type { Money } from '../../shared/generation/modelFacts.ts'
import type { Quote } from '../../shared/generation/pricing.ts'
import type { VideoInferenceRequest } from '../../shared/generation/request.ts'
import { say } from '../../shared/words/say.ts'
import type { EngineName } from '../engines/GenerationEngine.ts'
import { type Clock, isoTime } from './Clock.ts'
import type { ShotRequest } from './shotRequest.ts'

export interface ServicePrice {
  readonly amount: Money
  /** ISO 8601 */
  readonly at: string
}

export interface ServicePricesPorts {
  /** A dry run: nothing runs and nothing is billed; null where the service does not say. @throws GenerationError */
  readonly dryRun: (request: VideoInferenceRequest, signal: AbortSignal) => Promise<Quote | null>
  readonly clock: Clock
}

export type ServicePrices = ReturnType<typeof createServicePrices>

/** Words cost nothing: another prompt under the same settings has the same price. */
const keyOf = ({ taskUUID: _, positivePrompt: __, ...rest }: VideoInferenceRequest): string =>
  JSON.stringify(rest)

export function createServicePrices({ dryRun, clock }: ServicePricesPorts) {
  const said = new Map<string, ServicePrice>()
  return {
    find: (request: VideoInferenceRequest): ServicePrice | undefined => said.get(keyOf(request)),

    /** @throws GenerationError when the service refuses the request or cannot be reached */
    async ask(request: VideoInferenceRequest, signal: AbortSignal): Promise<void> {
      const quote = await dryRun(request, signal)
      if (quote) said.set(keyOf(request), { amount: quote.amount, at: isoTime(clock) })
    },
  }
}

/** Only what the service can reach is judged by a dry run: nothing is uploaded to hear a price. */
export const canAskService = (
  engine: EngineName,
  { inputs }: Pick<ShotRequest, 'inputs'>,
): boolean => engine === 'runware' && inputs.length === 0

export const quoteByService = ({ amount, at }: ServicePrice): Quote => ({
  ...{ amount, currency: 'USD', asOf: at },
  basis: say('generation:priceOfDryRun'),
  isEstimate: false,
})
