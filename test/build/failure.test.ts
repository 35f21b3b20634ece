import { expect, it } from 'vitest'
import { failuresText } from '../../build/test/failure.ts'

it('says nothing where nothing failed', () => {
  expect(failuresText([])).toBe('')
})

it('names suite, file and test, with the beginning of the message, without colours', () => {
  const message = [
    '\u001b[31mAssertionError\u001b[39m: expected 1 to be 2',
    '    at /x/test/e2e/verbs.test.ts:3:4',
    `a long line ${'-'.repeat(300)}`,
    ...Array.from({ length: 20 }, (_, index) => `line ${index}`),
  ].join('\n')
  const text = failuresText([
    { suite: 'e2e', file: 'test/e2e/verbs.test.ts', test: 'U slides a clip', message },
    { suite: 'types', message: 'tsc found something (see above)' },
  ])
  expect(text.split('\n')).toEqual([
    'Failed:',
    '  e2e · test/e2e/verbs.test.ts · U slides a clip',
    '      AssertionError: expected 1 to be 2',
    '          at /x/test/e2e/verbs.test.ts:3:4',
    `      a long line ${'-'.repeat(188)}…`,
    ...Array.from({ length: 12 }, (_, index) => `      line ${index}`),
    '  types',
    '      tsc found something (see above)',
    '',
  ])
})

it('names every one of many, the first twenty with what they said', () => {
  const many = Array.from({ length: 22 }, (_, index) => ({
    ...{ suite: 'unit', file: 'test/a.test.ts', test: `number ${index}` },
    message: `said ${index}`,
  }))
  const text = failuresText(many)
  expect(text.match(/number \d+/g)?.length).toBe(22)
  expect(text.match(/said \d+/g)?.length).toBe(20)
})
