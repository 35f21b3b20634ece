import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const randomised = 'test/**/*.random.test.ts'
const long = 'test/**/*.long.test.ts'
const endToEnd = 'test/e2e/**/*.test.ts'

/**
 * unit    pure code, services and databases, without a window
 * long    whole films compared frame by frame, processes killed: too slow for the check, a part of `npm test`
 * random  properties over seeded random input: few in `npm test`, the full numbers in `npm run soak`
 * e2e     the real window; `npm run e2e` gives it a display and a built program
 */
export default defineConfig({
  test: {
    passWithNoTests: true,
    // Much of the work is done by ffmpeg in processes of its own, which a worker only waits for.
    maxWorkers: availableParallelism() + 1,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [randomised, long, endToEnd],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      { test: { name: 'long', include: [long], testTimeout: 300_000, hookTimeout: 120_000 } },
      {
        test: {
          name: 'random',
          include: [randomised],
          testTimeout: process.env.KEYREEL_SOAK === '1' ? 3_600_000 : 120_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: [endToEnd],
          // Windows compete for the focus and for two cores: one at a time, each file in a process of its own.
          pool: 'forks',
          fileParallelism: false,
          // Before the file's own hooks have closed what is to be kept of a failure.
          setupFiles: ['test/e2e/harness/keepFailed.ts'],
          sequence: { hooks: 'list' },
          testTimeout: 600_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
