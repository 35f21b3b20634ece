import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { duration, expected, report } from '../../build/soak/report.ts'
import { PARTS, shardOf, suitesOf } from '../../build/soak/suites.ts'

const KILLED = 'test/main/services/killed.random.test.ts'
const FILES = ['test/shared/b.test.ts', 'test/e2e/a.test.ts', KILLED, 'test\\shared\\a.test.ts']

it('deals every suite and every part of the long ones to exactly one shard', () => {
  const all = suitesOf(FILES)
  expect(all.map(({ name }) => name)).toEqual([
    'test/e2e/a.test.ts',
    ...Array.from({ length: 6 }, (_, index) => `${KILLED} ${index + 1}/6`),
    ...['test/shared/a.test.ts', 'test/shared/b.test.ts'],
  ])
  expect(all.at(0)).toEqual({
    name: 'test/e2e/a.test.ts',
    file: 'test/e2e/a.test.ts',
    project: 'e2e',
  })
  expect(all.at(1)).toEqual({ name: `${KILLED} 1/6`, file: KILLED, project: 'random', part: '1/6' })
  const dealt = [1, 2, 3].flatMap((shard) => shardOf(all, shard, 3))
  expect(dealt.map(({ name }) => name).sort()).toEqual(all.map(({ name }) => name).sort())
})

it('names suites that are there', () => {
  const root = join(import.meta.dirname, '../..')
  expect(Object.keys(PARTS).filter((file) => !existsSync(join(root, file)))).toEqual([])
})

it('tells how long suites will take from how long they took', () => {
  expect(expected(['a'], {})).toBeUndefined()
  expect(expected(['a', 'b', 'new'], { a: 10, b: 20, gone: 30 })).toBe(50)
  expect([40, 89, 90, 3000, 3900, 36_000].map(duration)).toEqual([
    ...['40 s', '89 s', '2 min', '50 min', '65 min', '10 h 00 min'],
  ])
})

it('reports the slowest first, with what each printed', () => {
  const endedAt = '2026-01-01T00:00:00.000Z'
  const text = report(
    {
      quick: { passed: 2, failed: 0, failures: [], seconds: 1, endedAt, figures: [] },
      slow: {
        ...{ passed: 1, failed: 1, failures: [{ suite: 'slow', message: 'Lost' }] },
        ...{ seconds: 100, endedAt, figures: ['0 lost', '3 found'] },
      },
    },
    { shard: '1/2', commit: 'abc', machine: '2 x Chip' },
  )
  expect(text).toBe(`# Soak 1/2, commit abc

3 passed, 1 failed in 2 suites; 2 min on 2 x Chip.

| suite | tests | seconds |
| --- | --- | --- |
| slow | 1 passed, **1 failed** | 100 |
| quick | 2 passed | 1 |

## Figures

- slow: 0 lost
- slow: 3 found
`)
})
