/** What is known of the model: built in, until main tells what counts by now. */
import { create } from 'zustand'
import type { ModelFacts } from '../../shared/generation/modelFacts.ts'
import { RAY_3_2 } from '../../shared/generation/models.ts'
import { call, on } from '../bridge/keyreel.ts'

export const useModel = create<{ readonly facts: ModelFacts }>(() => ({ facts: RAY_3_2 }))

/** Starts listening; answers the function that stops. */
export function followModel(): () => void {
  const load = (): void =>
    void call('runware:model', {}).then(({ facts }) => useModel.setState({ facts }))
  load()
  return on('model:changed', load)
}
