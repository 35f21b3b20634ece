/** How often other processes were seen to write into the store: what was asked of main before is asked again after each. */
import { create } from 'zustand'
import { on } from '../bridge/keyreel.ts'

export const useElsewhere = create<{ readonly writes: number }>(() => ({ writes: 0 }))

/** Starts listening; answers the function that stops. */
export const followElsewhere = (): (() => void) =>
  on('store:changed', () => useElsewhere.setState(({ writes }) => ({ writes: writes + 1 })))
