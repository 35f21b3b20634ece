import { expect, it, vi } from 'vitest'
import { checkSteps } from '../../build/check.ts'
import { runSteps, singleCheck } from '../../build/test/step.ts'

it('holds types, format, layering and source rules besides the tests', () => {
  expect(checkSteps.map(({ name }) => name.split(' (')[0])).toEqual([
    'format and lint',
    'types',
    'layering',
    'source rules',
    'unit and integration tests',
  ])
})

it('counts a step that throws as one failure and goes on to the next', async () => {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  const tally = await runSteps([
    singleCheck('broken', async () => {
      throw new Error('a teaching message')
    }),
    { name: 'tests', run: async () => ({ passed: 3, failed: 0, failures: [] }) },
  ])
  const told = write.mock.calls.flat().join('')
  write.mockRestore()
  const failures = [{ suite: 'broken', message: 'a teaching message' }]
  expect(tally).toEqual({ passed: 3, failed: 1, failures })
  // The table, then what failed, at the very end.
  expect(told).toMatch(
    /FAILED .*broken: 0 passed, 1 failed\nok .*tests: 3 passed, 0 failed\n\nFailed:\n {2}broken\n {6}a teaching message\n$/,
  )
})
