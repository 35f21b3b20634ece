import { describe, expect, it } from 'vitest'
import { answer } from '../../../main/ipc/answer.ts'
import { failureOf } from '../../../main/ipc/failureOf.ts'
import type { Handlers } from '../../../main/ipc/Handler.ts'
import { isTrusted } from '../../../main/ipc/sender.ts'
import type { LogLevel } from '../../../main/log/Log.ts'
import { ServiceError } from '../../../main/services/ServiceError.ts'
import { CommandRefused } from '../../../shared/commands/Command.ts'
import { GenerationError } from '../../../shared/generation/failure.ts'
import { type Answer, CONTRACT } from '../../../shared/ipc/contract.ts'
import { received } from '../../../shared/ipc/travel.ts'
import type { RevisionId } from '../../../shared/model/ids.ts'
import { asWritten } from '../../../shared/words/Said.ts'
import { say } from '../../../shared/words/say.ts'
import { cutOf } from '../../shared/edit/cutText.ts'

const lines: [LogLevel, string][] = []
const ports = (handlers: Partial<Handlers>) => ({
  handlers: handlers as Handlers,
  log: { write: (level: LogLevel, message: string) => void lines.push([level, message]) },
  secrets: () => ['rw-secret'],
})

describe('a call', () => {
  it('reaches its handler parsed, and answers parsed', async () => {
    const handlers: Partial<Handlers> = {
      'preferences:write': (({ key }: { key: string }) => ({ key })) as never,
    }
    const given = { key: 'theme', value: 1, more: true }
    expect(await answer(ports(handlers), 'preferences:write', given)).toEqual({
      ok: true,
      value: {},
    })
  })

  it('is refused when it is not what the contract says, and never reaches the handler', async () => {
    const refuse = (): never => {
      throw new Error('reached')
    }
    const result = await answer(ports({ 'jobs:cancel': refuse }), 'jobs:cancel', { jobId: 7 })
    expect(result).toMatchObject({
      ok: false,
      failure: { code: 'badInput', detail: expect.stringContaining('jobId') },
    })
  })

  it('becomes an internal failure when the answer breaks the contract', async () => {
    const wrong = (() => ({ jobs: 'none' })) as never
    expect(await answer(ports({ 'jobs:list': wrong }), 'jobs:list', {})).toMatchObject({
      ok: false,
      failure: { code: 'internal', detail: expect.stringContaining('breaks the contract') },
    })
    expect(lines.at(-1)?.[0]).toBe('error')
  })
})

it('a document crosses to the window as plain values and is the same document there', async () => {
  const project = cutOf(['V1 |A 0-24|gap 24-30|B 30-40|'])
  const open = {
    project,
    head: { revisionId: 'r' as RevisionId, undoLabel: null, redoLabel: null, at: '' },
  }
  const result = await answer(ports({ 'project:open': () => open }), 'project:open', {})
  if (!result.ok) throw new Error(result.failure.message)
  const arrived = structuredClone(result.value) as Answer<'project:open'>
  expect(arrived.project).toEqual(JSON.parse(JSON.stringify(project)))
  expect(received('project:open', arrived)).toEqual(open)
})

it('what is no document is not sent as one', async () => {
  const project = { ...cutOf([]), items: {} }
  const wrong = (() => ({ project, head: null })) as never
  expect(await answer(ports({ 'project:open': wrong }), 'project:open', {})).toMatchObject({
    ok: false,
    failure: { code: 'internal', detail: expect.stringContaining('breaks the contract') },
  })
})

it('every failure becomes a code and a sentence, without stacks and secrets', () => {
  const code = (error: unknown) => failureOf(error, ['rw-secret'])
  expect(code(new CommandRefused(say('edit:trackLocked', { track: 'V1' })))).toEqual({
    code: 'refused',
    said: { key: 'edit:trackLocked', params: { track: 'V1' } },
    message: 'The track V1 is locked; unlock it to change what lies on it.',
  })
  expect(code(new ServiceError('conflict', asWritten('Changed elsewhere.')))).toEqual({
    code: 'conflict',
    said: asWritten('Changed elsewhere.'),
    message: 'Changed elsewhere.',
  })
  const generation = new GenerationError(asWritten('Refused.'), {
    kind: 'auth',
    detail: 'key rw-secret',
  })
  expect(code(generation)).toEqual({
    code: 'generation',
    said: asWritten('Refused.'),
    message: 'Refused.',
    detail: 'key [hidden]',
  })
  expect(code(new TypeError('x of undefined'))).toMatchObject({
    code: 'internal',
    detail: 'TypeError: x of undefined',
  })
  expect(code('text')).toMatchObject({ code: 'internal', detail: 'text' })
})

it('only the main frame of our window with our page may call', () => {
  const expected = { origin: 'keyreel-app://app', webContentsIds: new Set([1]) }
  const ours = { frameUrl: 'keyreel-app://app/index.html', isMainFrame: true, webContentsId: 1 }
  const verdicts = [
    ours,
    { ...ours, isMainFrame: false },
    { ...ours, webContentsId: 2 },
    { ...ours, frameUrl: undefined },
    { ...ours, frameUrl: 'https://example.com/' },
    { ...ours, frameUrl: 'keyreel-app://app.example.com/' },
    { ...ours, frameUrl: 'keyreel-media://store/original/x' },
    { ...ours, frameUrl: 'about:blank' },
    { ...ours, frameUrl: 'not an address' },
  ].map((sender) => isTrusted(sender, expected))
  expect(verdicts).toEqual([true, ...Array(8).fill(false)])
})

it('the page can name no path: paths occur in one input, which the preload keeps to itself', () => {
  const withPaths = Object.entries(CONTRACT)
    .filter(([, { input }]) => /path/i.test(JSON.stringify(Object.keys(input.shape))))
    .map(([name]) => name)
  expect(withPaths).toEqual(['media:importPaths'])
})
