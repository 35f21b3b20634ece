/** What an answer to a submit means for the task: taken, certainly refused, or refused without being sure. */
import { expect, it } from 'vitest'
import { RunwareClient } from '../../../../main/engines/runware/client.ts'
import { submit } from '../../../../main/engines/runware/submit.ts'
import { SHOT } from './engineBench.ts'

const { taskType, taskUUID } = SHOT
const ack = { taskType, taskUUID }
const error = { code: 'mediaNotFound', message: 'Gone.', parameter: 'inputs.video', taskUUID }

/** Sends to a service that gives these answers one after the other. */
function sent(...answers: readonly { readonly status: number; readonly body: object }[]) {
  const left = [...answers]
  const client = new RunwareClient({
    baseUrl: 'http://127.0.0.1:1/v1',
    readKey: async () => 'key-0123456789',
    fetch: async () => {
      const { status, body } = left.shift() ?? { status: 200, body: { data: [ack] } }
      return new Response(JSON.stringify(body), { status })
    },
  })
  const { signal } = new AbortController()
  return submit(SHOT, false, {
    ...{ client, signal, note: () => undefined },
    clock: { wait: async () => undefined },
  })
}

const refused = { status: 400, body: { data: [], errors: [error] } }

it.each([
  ['taken on', [{ status: 200, body: { data: [ack] } }], null],
  [
    'a conflict: it was taken on before',
    [{ ...refused, body: { errors: [{ code: 'conflictTaskUUID' }] } }],
    null,
  ],
  ['refused for certain', [refused], { mayBeThere: false }],
  [
    'refused after a full queue',
    [{ status: 429, body: { errors: [{}] } }, refused],
    { mayBeThere: false },
  ],
  [
    'refused after a gateway fault',
    [{ status: 504, body: { errors: [{}] } }, refused],
    { mayBeThere: true },
  ],
  [
    'an error beside the acknowledgement',
    [{ status: 200, body: { data: [ack], errors: [error] } }],
    { mayBeThere: true },
  ],
  [
    'the failed item itself',
    [{ status: 200, body: { data: [{ ...ack, status: 'error', error }] } }],
    { mayBeThere: false },
  ],
])('%s', async (_name, answers, expected) => {
  const refusal = await sent(...answers)
  if (expected === null) expect(refusal).toBeNull()
  else expect(refusal).toMatchObject({ ...expected, error: { code: 'mediaNotFound' } })
})
