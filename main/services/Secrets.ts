/** The port to where the Runware key is kept. It never leaves the main process. */
export interface Secrets {
  /** The key, or undefined when there is none. */
  runwareKey(): string | undefined
  /** Whether a key can outlive this run (a keyring is there). */
  readonly canRemember: () => boolean
  /** Whether the present key will. */
  readonly isRemembered: () => boolean
  /** @throws ServiceError when it should be remembered and cannot be. */
  setRunwareKey(key: string, remember: boolean): Promise<void>
  clearRunwareKey(): Promise<void>
}

/** For this run only: the command line with KEYREEL_RUNWARE_KEY, tests, and machines without a keyring. */
export function memorySecrets(key?: string): Secrets {
  let present = key || undefined
  return {
    runwareKey: () => present,
    canRemember: () => false,
    isRemembered: () => false,
    setRunwareKey: async (given) => {
      present = given
    },
    clearRunwareKey: async () => {
      present = undefined
    },
  }
}
