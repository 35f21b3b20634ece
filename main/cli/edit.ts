import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { CommandRefused } from '../../shared/commands/Command.ts'
import {
  applyCommand,
  commandSchema,
  type Command as Edit,
} from '../../shared/commands/registry.ts'
import type { Project } from '../../shared/model/project.ts'
import { asWritten } from '../../shared/words/Said.ts'
import { type Command, text } from './Command.ts'
import { CommandFailed, EXIT, usageError } from './exitCodes.ts'
import { withProjects } from './projectStore.ts'
import { readTextFile } from './readTextFile.ts'

interface Line {
  /** From 1, as editors count. */
  readonly number: number
  readonly command: Edit
}

export const edit: Command = {
  name: 'edit',
  summary: 'apply a file of commands to a project: all of them, or none',
  usage: 'PROJECT COMMANDS.jsonl',
  options: {
    check: { type: 'boolean', help: 'only say whether it would work; change nothing' },
    label: { type: 'string', help: 'TEXT  one step in the history instead of one for each line' },
    at: { type: 'string', help: 'REVISION  refuse unless this is still the revision in view' },
  },
  async run([word, file, ...more], options, context) {
    if (word === undefined || file === undefined || more.length > 0) {
      throw usageError('edit takes a project and a file: keyreel edit PROJECT COMMANDS.jsonl')
    }
    const lines = parseLines(await readTextFile(file, 'a list of commands'))
    const label = text(options, 'label')
    const expected = text(options, 'at')
    const { output, io } = context
    await withProjects(context, async ({ find, revision, projects, store }) => {
      const { id } = find(word)
      const before = projects.present(id)
      if (expected !== undefined && revision(id, expected) !== before.head.revisionId) {
        throw new CommandFailed(
          `The project is at ${before.head.revisionId}, no longer at "${expected}", so nothing was changed. Look at keyreel history and try again.`,
          EXIT.refused,
        )
      }
      check(before.project, lines)
      if (options.check === true) {
        output.json({ checked: lines.length, head: before.head })
        output.print(`${lines.length} commands would apply; nothing was changed.`)
        return
      }
      io.signal.throwIfAborted()
      const edits: Edit[] =
        label === undefined
          ? lines.map(({ command }) => command)
          : [
              {
                id: randomUUID(),
                type: 'batch',
                payload: { label: asWritten(label), commands: lines.map(({ command }) => command) },
              },
            ]
      // One transaction: of a file that was interrupted nothing is left.
      const head = store.transaction(() => {
        let at = before.head
        for (const each of edits) at = projects.dispatch(id, at.revisionId, each).head
        return at
      })
      output.json({ applied: lines.length, head })
      output.print(`${lines.length} commands applied; the project is at ${head.revisionId}.`)
    })
  },
}

const fail = (number: number, why: string, code = EXIT.badInput as CommandFailed['code']) =>
  new CommandFailed(`Line ${number}: ${why} Nothing was changed.`, code)

/** One JSON object a line; empty lines and lines that begin with # are passed over. */
function parseLines(content: string): Line[] {
  const lines = content.split('\n').flatMap((line, index): Line[] => {
    const number = index + 1
    const words = line.trim()
    return words === '' || words.startsWith('#') ? [] : [{ number, command: parse(words, number) }]
  })
  if (lines.length > 0) return lines
  throw new CommandFailed('The file holds no commands. Nothing was changed.', EXIT.badInput)
}

function parse(words: string, number: number): Edit {
  let json: unknown
  try {
    json = JSON.parse(words)
  } catch (error) {
    throw fail(number, `this is no JSON (${error instanceof Error ? error.message : error}).`)
  }
  const parsed = commandSchema.safeParse(withIds(json))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const field = issue?.path.join('.') || 'the command'
  throw fail(number, `${field}: ${issue?.message ?? 'not understood'}.`)
}

/** Ids may be left out: they only name what a command makes. */
function withIds(json: unknown): unknown {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return json
  const given = json as Record<string, unknown>
  const inner = z
    .object({ commands: z.array(z.unknown()) })
    .loose()
    .safeParse(given.payload)
  const payload =
    given.type === 'batch' && inner.success
      ? { ...inner.data, commands: inner.data.commands.map(withIds) }
      : given.payload
  return { ...given, id: given.id ?? randomUUID(), payload }
}

/** Applies all to a document that is thrown away, so that the refused line is known by its number. */
function check(project: Project, lines: readonly Line[]): void {
  lines.reduce((document, { number, command }) => {
    try {
      return applyCommand(document, command)
    } catch (error) {
      if (error instanceof CommandRefused) throw fail(number, error.message, EXIT.refused)
      throw error
    }
  }, project)
}
