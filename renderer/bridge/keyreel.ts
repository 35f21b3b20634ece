/** The only door to the preload's API. Failures become a typed error that carries the sentence for the person. */

import type { KeyreelApi } from '../../shared/ipc/api.ts'
import type { Input, Output } from '../../shared/ipc/contract.ts'
import type { EventName, EventPayload } from '../../shared/ipc/events.ts'
import type { CallName } from '../../shared/ipc/names.ts'
import type { Failure, Result } from '../../shared/ipc/result.ts'
import { received } from '../../shared/ipc/travel.ts'
import type { Rational } from '../../shared/time/rational.ts'
import { SaidError } from '../../shared/words/SaidError.ts'

declare global {
  interface Window {
    readonly keyreel: KeyreelApi
  }
}

export class CallFailed extends SaidError {
  override readonly name = 'CallFailed'
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.said)
    this.failure = failure
  }
}

const unwrap = <T>(result: Result<T>): T => {
  if (!result.ok) throw new CallFailed(result.failure)
  return result.value
}

/** @throws CallFailed */
export const call = async <N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> =>
  received(name, unwrap(await window.keyreel.call(name, input)))

export const on = <N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void) =>
  window.keyreel.on(name, listener)

/** The whole window `by` times as large, 1 to 2. Not by a style: pointers would go on telling other pixels. */
export const enlarge = (by: number): void => window.keyreel.enlarge(by)

/** @throws CallFailed */
export const importDropped = async (files: readonly File[], sequenceRate: Rational) =>
  unwrap(await window.keyreel.importDropped(files, sequenceRate))
