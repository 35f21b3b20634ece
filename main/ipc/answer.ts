/** One call from the window: parse, do, check the answer, and turn every error into a plain failure. Electron-free. */

import { CONTRACT, type Output } from '../../shared/ipc/contract.ts'
import type { CallName } from '../../shared/ipc/names.ts'
import { failed, ok, type Result } from '../../shared/ipc/result.ts'
import { sent } from '../../shared/ipc/travel.ts'
import type { Log } from '../log/Log.ts'
import { failureOf } from './failureOf.ts'
import type { Handler, Handlers } from './Handler.ts'

export interface AnswerPorts {
  readonly handlers: Handlers
  readonly log: Log
  readonly secrets: () => readonly string[]
}

/** Never rejects: the window always gets a Result. */
export async function answer(
  { handlers, log, secrets }: AnswerPorts,
  name: CallName,
  input: unknown,
): Promise<Result<unknown>> {
  const { input: inputSchema, output: outputSchema } = CONTRACT[name]
  const handler = handlers[name] as Handler<CallName>
  try {
    const parsed = inputSchema.parse(input)
    return ok(sent(name, parseOutput(outputSchema, await handler(parsed))))
  } catch (thrown) {
    const failure = failureOf(thrown, secrets())
    const level = failure.code === 'internal' ? 'error' : 'warn'
    log.write(level, `${name}: ${failure.message}`, thrown)
    return failed(failure)
  }
}

/** An answer that is not what the contract says is a mistake of ours, not of the caller's. */
function parseOutput(
  schema: (typeof CONTRACT)[CallName]['output'],
  value: unknown,
): Output<CallName> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new Error(`The answer breaks the contract: ${parsed.error.message}`)
}
