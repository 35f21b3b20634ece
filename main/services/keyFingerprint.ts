/**
 * A short name for the account behind a key, to tell apart what was uploaded with one key from what was with another.
 *
 * The key cannot be found from it: 48 bits are left of it, and keys have many more, so that countless keys have the same
 * fingerprint. Nor is it worth guessing with: each guess costs a run of scrypt, and the store's own salt makes the
 * fingerprints of two stores strangers to each other. The service's address goes in as well: another service knows nothing
 * of what was uploaded to this one.
 */
import { scrypt } from 'node:crypto'

const BYTES = 6

/** 12 hex digits. */
export const fingerprintOf = (key: string, endpoint: string, salt: string): Promise<string> =>
  new Promise((resolve, reject) => {
    scrypt(`${endpoint}\n${key}`, salt, BYTES, (error, bytes) => {
      if (error) reject(error)
      else resolve(bytes.toString('hex'))
    })
  })
