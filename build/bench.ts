import { globSync, mkdirSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { buildIfStale } from './buildIfStale.ts'
import { withDisplay } from './display/withDisplay.ts'
import { inRepository, root } from './paths.ts'
import { run } from './process/run.ts'
import { setUp } from './setup.ts'
import { summary } from './test/tally.ts'

/**
 * Runs the benchmarks (each file directly in test/bench is one; words on the command line choose by name).
 * A benchmark prints a table for people and, as its last line, one JSON object; those are kept together.
 */
const wanted = process.argv.slice(2)
const files = globSync('test/bench/*.ts', { cwd: root })
  .sort()
  .filter((file) => wanted.length === 0 || wanted.some((word) => basename(file).includes(word)))

const electron = await setUp()
await buildIfStale()
const results: Record<string, unknown> = {}
let failed = 0
await withDisplay(async (display) => {
  const env = { ...process.env, ...electron.env, ...display.env }
  for (const file of files) {
    process.stdout.write(`\n── ${file}\n`)
    const finished = await run(process.execPath, [file], { cwd: root, env, output: 'tee' })
    const lastLine = finished.stdout.trimEnd().split('\n').at(-1) ?? ''
    const answered = finished.code === 0 && lastLine.startsWith('{')
    if (answered) results[basename(file, '.ts')] = JSON.parse(lastLine)
    else failed += 1
  }
})
mkdirSync(inRepository('test-output'), { recursive: true })
writeFileSync(inRepository('test-output', 'bench.json'), `${JSON.stringify(results, null, 2)}\n`)
process.stdout.write(
  `\n${summary({ passed: files.length - failed, failed })} (test-output/bench.json)\n`,
)
process.exitCode = failed ? 1 : 0
