import { expect, it } from 'vitest'
import { withGivenKey } from '../../../main/cli/givenKey.ts'
import type { Io } from '../../../main/cli/output.ts'
import { takeEnvironment } from '../../../main/services/keyVariable.ts'

async function* piped(...chunks: readonly (string | Uint8Array)[]) {
  yield* chunks
}

const sink = { write: () => true }
const io = (stdin?: Io['stdin']): Io => ({
  ...{ stdout: sink, stderr: sink, env: { HOME: '/h' }, signal: AbortSignal.abort() },
  ...(stdin && { stdin }),
})

it.each([
  ['one line', ['a-key-of-mine\n'], 'a-key-of-mine'],
  ['pieces and more lines', ['a-key', Buffer.from('-of-mine \r\nrest')], 'a-key-of-mine'],
  ['no end of line', ['a-key-of-mine'], 'a-key-of-mine'],
] as const)('a key comes on standard input as %s', async (_name, chunks, key) => {
  const given = await withGivenKey(io(piped(...chunks)), { 'key-stdin': true })
  expect(given.env).toEqual({ HOME: '/h', KEYREEL_RUNWARE_KEY: key })
})

it('is not read when nobody asked, and missed when it does not come', async () => {
  const left = io(piped('a-key-of-mine'))
  expect(await withGivenKey(left, {})).toBe(left)
  await expect(withGivenKey(io(), { 'key-stdin': true })).rejects.toThrow(/nothing came/)
  await expect(withGivenKey(io(piped('k'.repeat(2000))), { 'key-stdin': true })).rejects.toThrow(
    /too long/,
  )
})

it('the environment is ours with the key, and without it for whom we start', () => {
  const env: Record<string, string | undefined> = {
    PATH: '/bin',
    KEYREEL_RUNWARE_KEY: 'secret-key',
  }
  expect([takeEnvironment(env), env]).toEqual([
    { PATH: '/bin', KEYREEL_RUNWARE_KEY: 'secret-key' },
    { PATH: '/bin' },
  ])
})
