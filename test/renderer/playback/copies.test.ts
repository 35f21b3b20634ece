import { expect, it } from 'vitest'
import { copiesOf } from '../../../renderer/playback/copies.ts'

it('shows the file where it stands, the proxy while it moves, and converted footage by the proxy alone', () => {
  const plain = { hasProxy: true, isShownConverted: false }
  const interlaced = { hasProxy: true, isShownConverted: true }
  const [fileFirst, proxyFirst] = [
    ['original', 'proxy'],
    ['proxy', 'original'],
  ]
  expect([
    copiesOf(plain, 'automatic', false),
    copiesOf(plain, 'automatic', true),
    copiesOf(plain, 'proxy', false),
    copiesOf(plain, 'full', true),
    copiesOf(interlaced, 'full', false),
    copiesOf({ ...interlaced, hasProxy: false }, 'automatic', false),
  ]).toEqual([fileFirst, proxyFirst, proxyFirst, fileFirst, proxyFirst, ['original']])
})
