import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { shippedLicences } from '../../build/licences/shippedLicences.ts'
import { thirdParty } from '../../build/licences/thirdParty.ts'
import { inRepository } from '../../build/paths.ts'

/** Licences under which a part of an Apache-2.0 program may be passed on, as SPDX names. */
const compatible =
  /^\(?(MIT|MIT-0|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|OFL-1\.1|MPL-2\.0|CC-BY-3\.0|CC0-1\.0|Unlicense|BlueOak-1\.0\.0)( (AND|OR) .+)?\)?$/

it('ships nothing whose licence does not go with ours', () => {
  expect(shippedLicences().filter(({ licence }) => !compatible.test(licence))).toEqual([])
})

it('THIRD-PARTY.md lists what is shipped (node build/licences/thirdParty.ts writes it)', () => {
  expect(readFileSync(inRepository('THIRD-PARTY.md'), 'utf8')).toBe(thirdParty())
})
