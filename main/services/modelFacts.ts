/**
 * Which table of the model's sizes, limits and prices counts: the one that this program was built with, or a newer one in
 * the library, written by `keyreel contract`. The program's own sources are never touched.
 */
import { readFile, stat, writeFile } from 'node:fs/promises'
import { isDeepStrictEqual } from 'node:util'
import { type ModelFacts, parseModelFacts } from '../../shared/generation/modelFacts.ts'
import { RAY_3_2 } from '../../shared/generation/models.ts'
import type { Said } from '../../shared/words/Said.ts'
import { say } from '../../shared/words/say.ts'
import { writeAtomically } from '../files/atomicOutput.ts'

export interface ModelFactsFile {
  readonly file: string
  /** The newer of the two tables. */
  current(): ModelFacts
  /** Why the library's table does not count although there is one; null where it counts, is older, or is not there. */
  problem(): Said | null
  /** Looks whether another process has left another table, and counts by it from now on. Answers whether it has. */
  refresh(): Promise<boolean>
  /** Writes a table and counts by it from now on. @throws OutputError */
  replace(facts: ModelFacts): Promise<void>
}

/** Never throws: a table that cannot be read is told by `problem`, and the built-in one counts. */
export async function openModelFacts(file: string): Promise<ModelFactsFile> {
  // Asked before the reading: what is written in between is another file at the next look.
  let stamp = await stampOf(file)
  let { facts, problem } = await read(file)
  return {
    file,
    current: () => facts,
    problem: () => problem,
    async refresh() {
      const now = await stampOf(file)
      if (now === stamp) return false
      stamp = now
      const before = { facts, problem }
      ;({ facts, problem } = await read(file))
      return !isDeepStrictEqual({ facts, problem }, before)
    },
    async replace(next) {
      const text = `${JSON.stringify(next, null, 2)}\n`
      await writeAtomically(file, (temporary) => writeFile(temporary, text))
      facts = next
      problem = null
    },
  }
}

/** Another one for another file under the name; empty where there is none. */
async function stampOf(file: string): Promise<string> {
  try {
    const { ino, size, mtimeMs } = await stat(file)
    return `${ino} ${size} ${mtimeMs}`
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    // Why it cannot be read is told by the reading.
    return String(error)
  }
}

interface Read {
  readonly facts: ModelFacts
  readonly problem: Said | null
}

async function read(file: string): Promise<Read> {
  const refused = (why: Said): Read => ({
    facts: RAY_3_2,
    problem: say('service:badModelFacts', { file, why, asOf: RAY_3_2.asOf }),
  })
  let value: unknown
  try {
    value = JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) return refused(say('service:factsNotJson'))
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return { facts: RAY_3_2, problem: null }
    return refused(say('service:factsUnreadable', { code: code ?? 'unknown' }))
  }
  const parsed = parseModelFacts(value)
  if (!parsed.ok) return refused(parsed.said)
  // Dates are written alike, so the later one is the larger string; a month counts from its first day.
  return parsed.facts.asOf > RAY_3_2.asOf
    ? { facts: parsed.facts, problem: null }
    : { facts: RAY_3_2, problem: null }
}
