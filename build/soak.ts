import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { buildIfStale } from './buildIfStale.ts'
import { withDisplay } from './display/withDisplay.ts'
import { inRepository, root } from './paths.ts'
import { run } from './process/run.ts'
import { setUp } from './setup.ts'
import { add, none, summary, type Tally } from './test/tally.ts'
import { vitest } from './test/vitest.ts'

type Suite = { readonly file: string; readonly project: 'unit' | 'random' | 'e2e' }
type Outcome = Tally & { readonly seconds: number; readonly endedAt: string }
/** What a stopped soak goes on from. It counts only for the sources it was made with. */
type State = { readonly sources: string; readonly outcomes: Record<string, Outcome> }

const { values } = parseArgs({
  options: {
    shard: { type: 'string', default: '1/1' },
    restart: { type: 'boolean', default: false },
  },
})
const [shard = 1, shards = 1] = values.shard.split('/').map(Number)
if (!(shard >= 1 && shard <= shards)) {
  throw new Error(`--shard wants i/n with 1 <= i <= n, not ${values.shard}`)
}

const stateFile = inRepository('test-output', `soak-${shard}-of-${shards}.json`)

const projectOf = (file: string): Suite['project'] => {
  if (file.startsWith('test/e2e/')) return 'e2e'
  return file.endsWith('.random.test.ts') ? 'random' : 'unit'
}

/** Every test file is a suite; dealt out round robin, so that the slow kinds spread over the shards. */
function suites(): Suite[] {
  return globSync('test/**/*.test.{ts,tsx}', { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .sort()
    .map((file): Suite => ({ file, project: projectOf(file) }))
    .filter((_, index) => index % shards === shard - 1)
}

/** The commit and what was changed since, so that no result survives an edit. */
async function sources(): Promise<string> {
  const head = await run('git', ['rev-parse', 'HEAD'], { cwd: root })
  const edits = await run('git', ['diff', 'HEAD'], { cwd: root })
  return `${head.stdout.trim()}+${createHash('sha256').update(edits.stdout).digest('hex').slice(0, 12)}`
}

function readState(current: string): State {
  if (values.restart || !existsSync(stateFile)) return { sources: current, outcomes: {} }
  const state: State = JSON.parse(readFileSync(stateFile, 'utf8'))
  return state.sources === current ? state : { sources: current, outcomes: {} }
}

function writeState(state: State): void {
  mkdirSync(inRepository('test-output'), { recursive: true })
  writeFileSync(`${stateFile}.new`, JSON.stringify(state, null, 2))
  renameSync(`${stateFile}.new`, stateFile)
}

const electron = await setUp()
const chosen = suites()
if (chosen.some(({ project }) => project === 'e2e')) await buildIfStale()
const state = readState(await sources())
let total = none
await withDisplay(async (display) => {
  const env = { ...process.env, ...electron.env, ...display.env, KEYREEL_SOAK: '1' }
  for (const { file, project } of chosen) {
    const known = state.outcomes[file]
    if (known?.failed === 0) {
      process.stdout.write(`ok     already passed at ${known.endedAt}: ${file}\n`)
      total = add(total, known)
      continue
    }
    const start = performance.now()
    const tally = await vitest(project, [file], env)
    const took = Math.round((performance.now() - start) / 1000)
    state.outcomes[file] = { ...tally, seconds: took, endedAt: new Date().toISOString() }
    writeState(state)
    total = add(total, tally)
    process.stdout.write(
      `${tally.failed ? 'FAILED' : 'ok    '} ${took} s  ${file}: ${summary(tally)}\n`,
    )
  }
})
process.stdout.write(`\n${summary(total)}\n`)
process.exitCode = total.failed ? 1 : 0
