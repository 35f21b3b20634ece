/** The Runware key, encrypted by the system's keyring. Where there is none it lives for this run only, and says so. */

import { readFile, rm, writeFile } from 'node:fs/promises'
import { safeStorage } from 'electron'
import { say } from '../../shared/words/say.ts'
import type { Log } from '../log/Log.ts'
import type { Secrets } from '../services/Secrets.ts'
import { ServiceError } from '../services/ServiceError.ts'

/** Newer Electrons encrypt asynchronously and drop the synchronous calls; older ones have only those. */
interface Vault {
  readonly isAvailable: () => Promise<boolean>
  readonly encrypt: (text: string) => Promise<Buffer>
  readonly decrypt: (bytes: Buffer) => Promise<string>
}

function vault(): Vault {
  if (typeof safeStorage.encryptStringAsync === 'function') {
    return {
      isAvailable: () => safeStorage.isAsyncEncryptionAvailable(),
      encrypt: (text) => safeStorage.encryptStringAsync(text),
      decrypt: async (bytes) => (await safeStorage.decryptStringAsync(bytes)).result,
    }
  }
  return {
    isAvailable: async () => safeStorage.isEncryptionAvailable(),
    encrypt: async (text) => safeStorage.encryptString(text),
    decrypt: async (bytes) => safeStorage.decryptString(bytes),
  }
}

/** Linux without a keyring "encrypts" with a fixed password: that is no place for a key. */
const isPlain = (): boolean =>
  process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text'

async function readKept(file: string, { decrypt }: Vault, log: Log): Promise<string | undefined> {
  try {
    return await decrypt(await readFile(file))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    log.write('warn', 'The kept key could not be read; it has to be given again', error)
    return undefined
  }
}

/** @param file where the encrypted key lies, for this user only */
export async function keyringSecrets(
  file: string,
  given: string | undefined,
  log: Log,
): Promise<Secrets> {
  const keyring = vault()
  const canRemember = (await keyring.isAvailable()) && !isPlain()
  const kept = canRemember ? await readKept(file, keyring, log) : undefined
  let present = given || kept
  let isRemembered = kept !== undefined && present === kept
  return {
    runwareKey: () => present,
    canRemember: () => canRemember,
    isRemembered: () => isRemembered,
    async setRunwareKey(key, remember) {
      if (remember && !canRemember) {
        throw new ServiceError('refused', say('service:noKeyring'))
      }
      if (remember) await writeFile(file, await keyring.encrypt(key), { mode: 0o600 })
      else await rm(file, { force: true })
      present = key
      isRemembered = remember
    },
    async clearRunwareKey() {
      await rm(file, { force: true })
      present = undefined
      isRemembered = false
    },
  }
}
