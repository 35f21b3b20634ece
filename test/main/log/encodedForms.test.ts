import fc from 'fast-check'
import { expect, it } from 'vitest'
import { redactText } from '../../../main/log/redact.ts'

const printable = fc.string({
  minLength: 8,
  maxLength: 60,
  unit: fc.integer({ min: 33, max: 126 }).map((code) => String.fromCharCode(code)),
})

it('hides a key as it is, in addresses, in JSON and wherever it stands in base64', () => {
  fc.assert(
    fc.property(
      printable,
      fc.string({ maxLength: 9 }),
      fc.string({ maxLength: 9 }),
      (key, before, after) => {
        const around = `${before}${key}${after}`
        const base64 = Buffer.from(around).toString('base64')
        for (const text of [
          around,
          `?key=${encodeURIComponent(key)}&x`,
          JSON.stringify({ a: key }),
        ]) {
          expect(redactText(text, [key])).toContain('[hidden]')
        }
        for (const text of [base64, Buffer.from(around).toString('base64url')]) {
          const left = redactText(text, [key])
          expect(left).toContain('[hidden]')
          // What is left on both sides is less than the key.
          const rest = left
            .split('[hidden]')
            .map((part) => Buffer.from(part, 'base64').toString('latin1'))
          expect(rest.join('')).not.toContain(key)
        }
      },
    ),
    { seed: 20261123 },
  )
})
