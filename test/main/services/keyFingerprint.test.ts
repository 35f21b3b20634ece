import { expect, it } from 'vitest'
import { fingerprintOf } from '../../../main/services/keyFingerprint.ts'

it('tells keys, services and stores apart, and is short', async () => {
  const of = await Promise.all([
    fingerprintOf('rw-key-one', 'https://api.runware.ai/v1', 'salt'),
    fingerprintOf('rw-key-one', 'https://api.runware.ai/v1', 'salt'),
    fingerprintOf('rw-key-two', 'https://api.runware.ai/v1', 'salt'),
    fingerprintOf('rw-key-one', 'http://127.0.0.1:1/v1', 'salt'),
    fingerprintOf('rw-key-one', 'https://api.runware.ai/v1', 'pepper'),
  ])
  expect(of[0]).toMatch(/^[0-9a-f]{12}$/)
  expect(of[1]).toBe(of[0])
  expect(new Set(of).size).toBe(4)
})
