/** Exposes exactly KeyreelApi. Runs sandboxed: it forwards, and keeps what is not in the contract from passing. */
import { contextBridge, ipcRenderer, webFrame, webUtils } from 'electron'
import type { KeyreelApi } from '../shared/ipc/api.ts'
import { callChannel, eventChannel } from '../shared/ipc/channels.ts'
import type { Answer, Output } from '../shared/ipc/contract.ts'
import type { EventPayload } from '../shared/ipc/events.ts'
import { CALL_NAMES, type CallName, EVENT_NAMES, type EventName } from '../shared/ipc/names.ts'
import { failed, type Result } from '../shared/ipc/result.ts'
import type { Rational } from '../shared/time/rational.ts'

/** The page has no paths, so it may not make this call itself: only files that were really dropped pass. */
const importPaths: CallName = 'media:importPaths'
const callNames: ReadonlySet<string> = new Set(CALL_NAMES)
const eventNames: ReadonlySet<string> = new Set(EVENT_NAMES)

const unknownCall = (name: string): Result<never> =>
  failed({
    code: 'badInput',
    said: { key: 'failure:unknownCall', params: { name } },
    message: `There is no call ${name}`,
  })

const invoke = (name: CallName, input: unknown): Promise<unknown> =>
  ipcRenderer.invoke(callChannel(name), input)

/** What every page asks first, asked already while its scripts are being fetched. Each answer is given once. */
const EARLY: readonly CallName[] = ['preferences:read', 'project:open']
// The empty document that a window begins with runs this too, and may ask nothing.
const early = new Map(
  location.protocol === 'about:' ? [] : EARLY.map((name) => [name, invoke(name, {})] as const),
)

const isEmpty = (input: unknown): boolean =>
  typeof input === 'object' && input !== null && Object.keys(input).length === 0

function ask(name: CallName, input: unknown): Promise<unknown> {
  const asked = early.get(name)
  early.delete(name)
  return asked !== undefined && isEmpty(input) ? asked : invoke(name, input)
}

const api: KeyreelApi = {
  async call<N extends CallName>(name: N, input: unknown): Promise<Result<Answer<N>>> {
    if (!callNames.has(name) || name === importPaths) return unknownCall(name)
    return (await ask(name, input)) as Result<Answer<N>>
  },
  on<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void {
    if (!eventNames.has(name)) throw new Error(`The program has no event "${name}"`)
    // Parsed by main before it was sent, as answers are.
    const receive = (_event: unknown, payload: unknown): void =>
      listener(payload as EventPayload<N>)
    ipcRenderer.on(eventChannel(name), receive)
    return () => {
      ipcRenderer.removeListener(eventChannel(name), receive)
    }
  },
  async importDropped(
    files: readonly unknown[],
    sequenceRate?: Rational,
  ): Promise<Result<Output<'media:importPaths'>>> {
    const dropped = files
      .filter((file): file is File => file instanceof File)
      .map((file) => ({ name: file.name, path: webUtils.getPathForFile(file) }))
    const paths = dropped.flatMap(({ path }) => (path === '' ? [] : [path]))
    const answer = (await invoke(importPaths, { paths, sequenceRate })) as Result<
      Output<'media:importPaths'>
    >
    if (!answer.ok) return answer
    // Made by the page itself, or named in letters that the system's locale lacks.
    const pathless = dropped
      .filter(({ path }) => path === '')
      .map(({ name }) => ({ name, message: { key: 'file:pathless', params: { name } } as const }))
    const { assets, refused } = answer.value
    return { ...answer, value: { assets, refused: [...refused, ...pathless] } }
  },
  enlarge(by: number): void {
    if (!(by >= 1 && by <= 2)) throw new Error('A page is made 1 to 2 times as large')
    webFrame.setZoomFactor(by)
  },
}

contextBridge.exposeInMainWorld('keyreel', api)
