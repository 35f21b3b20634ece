/** A reporter of vitest's: what came out, as JSON in the file that KEYREEL_TALLY names. */
import { writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import type { Reporter, TestCase, TestModule } from 'vitest/node'
import { root } from '../paths.ts'
import type { Failure } from './failure.ts'
import type { Tally } from './tally.ts'

export type TestRun = Tally & { readonly skipped: number }

type Thrown = Parameters<NonNullable<Reporter['onTestRunEnd']>>[1][number]

/** Where it was in our own files, then what differs, which may be long. */
function told(errors: readonly Thrown[]): string {
  return errors
    .map(({ name, message, diff, stack }) => {
      const places = (stack ?? '')
        .split('\n')
        .filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line) && !line.includes('node_modules'))
      const differs = typeof diff === 'string' ? [diff] : []
      return [`${name}: ${message}`, ...places.slice(0, 3), ...differs].join('\n')
    })
    .join('\n')
}

const failed = (test: TestCase): boolean => test.result().state === 'failed'

function failuresIn(module: TestModule): Failure[] {
  const place = {
    suite: module.project.name,
    file: relative(root, module.moduleId).replaceAll('\\', '/'),
  }
  // A file that could not be loaded, or a hook of a whole suite.
  const suites = [module, ...module.children.allSuites()].flatMap((suite) => {
    const errors = suite.errors()
    if (errors.length === 0) return []
    const name = suite.type === 'suite' ? { test: suite.fullName } : {}
    return [{ ...place, ...name, message: told(errors) }]
  })
  const tests = [...module.children.allTests('failed')].map((test) => ({
    ...place,
    test: test.fullName,
    message: told(test.result().errors ?? []),
  }))
  const isUnfinished = ['pending', 'queued'].includes(module.state())
  const unfinished = isUnfinished ? [{ ...place, message: 'It did not end.' }] : []
  return [...suites, ...tests, ...unfinished]
}

/** A file that could not even be loaded has no failed test, but is a failure all the same. */
export function testRun(modules: readonly TestModule[], unhandled: readonly Thrown[]): TestRun {
  const tests = modules.flatMap((module) => [...module.children.allTests()])
  const failures = [
    ...modules.flatMap(failuresIn),
    ...unhandled.map((error) => ({ suite: 'outside of every test', message: told([error]) })),
  ]
  const failedTests = tests.filter(failed).length
  return {
    passed: tests.filter((test) => test.result().state === 'passed').length,
    failed: Math.max(failedTests, failures.length > 0 ? 1 : 0),
    skipped: tests.filter((test) => test.result().state === 'skipped').length,
    failures,
  }
}

export default class TallyReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly Thrown[]): void {
    const file = process.env.KEYREEL_TALLY
    if (file === undefined) throw new Error('KEYREEL_TALLY names no file')
    writeFileSync(file, JSON.stringify(testRun(modules, unhandled)))
  }
}
