import { globSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { buildIfStale } from './buildIfStale.ts'
import { withDisplay } from './display/withDisplay.ts'
import { inRepository, root } from './paths.ts'
import { runOrThrow } from './process/run.ts'
import { setUp } from './setup.ts'
import { duration, expected, report, totalOf } from './soak/report.ts'
import { readState, sources, writeState } from './soak/state.ts'
import { shardOf, suitesOf } from './soak/suites.ts'
import { SCREEN } from './test/endToEnd.ts'
import { failuresText } from './test/failure.ts'
import { summary } from './test/tally.ts'
import { vitest } from './test/vitest.ts'

/**
 * Every suite at its full numbers. Stopped, it goes on where it was as long as the sources are the same. `--only` takes
 * the suites with that word in their name, `--list` only says what there is and how long it takes here.
 */
const { values } = parseArgs({
  options: {
    shard: { type: 'string', default: '1/1' },
    restart: { type: 'boolean', default: false },
    only: { type: 'string' },
    list: { type: 'boolean', default: false },
  },
})
const [shard = 1, shards = 1] = values.shard.split('/').map(Number)
if (!(shard >= 1 && shard <= shards)) {
  throw new Error(`--shard wants i/n with 1 <= i <= n, not ${values.shard}`)
}
const say = (line: string): void => void process.stdout.write(`${line}\n`)

const name = `soak-${shard}-of-${shards}`
const stateFile = inRepository('test-output', `${name}.json`)
const reportFile = inRepository('test-output', `${name}.md`)
const state = readState(stateFile, await sources(), values.restart)
const chosen = shardOf(
  suitesOf(globSync('test/**/*.test.{ts,tsx}', { cwd: root })),
  shard,
  shards,
).filter((suite) => suite.name.includes(values.only ?? ''))
const isOver = (suite: { readonly name: string }): boolean =>
  state.outcomes[suite.name]?.failed === 0
const left = (): string[] => chosen.filter((suite) => !isOver(suite)).map((suite) => suite.name)

/** What remains, and how long that takes on this machine, as far as earlier runs tell. */
function outlook(): string {
  const names = left()
  const known = names.filter((each) => state.times[each] !== undefined).length
  const seconds = expected(names, state.times)
  const time =
    seconds === undefined ? 'how long is not known yet' : `about ${duration(seconds)} here`
  return `${names.length} of ${chosen.length} suites left: ${time} (${known} of them timed before)`
}

function writeReport(commit: string): void {
  const machine = `${availableParallelism()} x ${cpus()[0]?.model.trim() ?? 'processor'}`
  writeFileSync(
    reportFile,
    report(state.outcomes, { shard: `${shard}/${shards}`, commit, machine }),
  )
}

say(outlook())
if (values.list) {
  for (const suite of chosen) {
    const known = state.times[suite.name]
    say(`${isOver(suite) ? 'passed' : '      '} ${known ?? '?'} s  ${suite.name}`)
  }
} else {
  const electron = await setUp()
  if (chosen.some((suite) => suite.project === 'e2e' && !isOver(suite))) await buildIfStale()
  const commit = (
    await runOrThrow('git', ['rev-parse', '--short', 'HEAD'], { cwd: root })
  ).stdout.trim()
  await withDisplay(async (display) => {
    for (const suite of chosen) {
      if (isOver(suite)) {
        say(`ok     already passed at ${state.outcomes[suite.name]?.endedAt}: ${suite.name}`)
        continue
      }
      const part = suite.part === undefined ? {} : { KEYREEL_SOAK_PART: suite.part }
      const env = { ...process.env, ...electron.env, ...display.env, KEYREEL_SOAK: '1', ...part }
      const start = performance.now()
      const tally = await vitest(suite.project, [suite.file], env)
      const seconds = Math.round((performance.now() - start) / 1000)
      state.outcomes[suite.name] = { ...tally, seconds, endedAt: new Date().toISOString() }
      state.times[suite.name] = seconds
      writeState(stateFile, state)
      writeReport(commit)
      say(`${tally.failed ? 'FAILED' : 'ok    '} ${seconds} s  ${suite.name}: ${summary(tally)}`)
      say(outlook())
    }
  }, SCREEN)
  writeReport(commit)
  say(
    `\n${report(state.outcomes, { shard: `${shard}/${shards}`, commit, machine: 'this machine' })}`,
  )
  say(reportFile)
  const total = totalOf(state.outcomes)
  if (total.failed) say(failuresText(total.failures))
  say(summary(total))
  process.exitCode = total.failed || left().length > 0 ? 1 : 0
}
