/** The Runware account: the key's whereabouts and whether it works. The key itself is never answered. */
import type { Quote } from '../../shared/generation/pricing.ts'
import type { VideoInferenceRequest } from '../../shared/generation/request.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import { say } from '../../shared/words/say.ts'
import type { Secrets } from './Secrets.ts'
import { ServiceError } from './ServiceError.ts'

export interface RunwarePorts {
  readonly secrets: Secrets
  readonly endpoint: string
  /** Told that there is a key now. */
  readonly onKey: () => void
  /** Asks the service for the balance, US dollars. @throws GenerationError */
  readonly checkAccount: (signal: AbortSignal) => Promise<{ readonly amount: number }>
  /** What the service itself says a request would cost; null where it does not say. @throws GenerationError */
  readonly dryRun: (request: VideoInferenceRequest, signal: AbortSignal) => Promise<Quote | null>
}

export type Runware = ReturnType<typeof createRunware>

export function createRunware({ secrets, endpoint, onKey, checkAccount, dryRun }: RunwarePorts) {
  return {
    status: (): Output<'runware:status'> => ({
      hasKey: secrets.runwareKey() !== undefined,
      canRemember: secrets.canRemember(),
      remembered: secrets.isRemembered(),
      endpoint,
    }),
    async setKey(key: string, remember: boolean): Promise<void> {
      const trimmed = key.trim()
      if (!/^[\x21-\x7e]{8,}$/.test(trimmed)) {
        throw new ServiceError('badInput', say('service:badKey'))
      }
      await secrets.setRunwareKey(trimmed, remember)
      onKey()
    },
    /**
     * Asks the service for the price of a request: it travels there, but nothing runs and nothing is billed.
     * @throws GenerationError when the service refuses it, or there is no key
     */
    dryRun,
    clearKey: (): Promise<void> => secrets.clearRunwareKey(),
    async check(): Promise<Output<'runware:check'>> {
      if (secrets.runwareKey() === undefined) {
        return { balance: null, message: say('service:noKeyYet') }
      }
      const { amount } = await checkAccount(AbortSignal.timeout(30_000))
      return { balance: amount, message: say('service:keyWorks', { dollars: amount }) }
    },
  }
}
