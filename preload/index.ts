/** Exposes exactly KeyreelApi. Runs sandboxed: it forwards, and keeps what is not in the contract from passing. */
import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { KeyreelApi } from '../shared/ipc/api.ts'
import { callChannel, eventChannel } from '../shared/ipc/channels.ts'
import { type Answer, type CallName, CONTRACT, type Output } from '../shared/ipc/contract.ts'
import { EVENTS, type EventName, type EventPayload } from '../shared/ipc/events.ts'
import { failed, type Result } from '../shared/ipc/result.ts'

/** The page has no paths, so it may not make this call itself: only files that were really dropped pass. */
const importPaths: CallName = 'media:importPaths'

const unknownCall = (name: string): Result<never> =>
  failed({
    code: 'badInput',
    said: { key: 'failure:unknownCall', params: { name } },
    message: `There is no call ${name}`,
  })

const api: KeyreelApi = {
  async call<N extends CallName>(name: N, input: unknown): Promise<Result<Answer<N>>> {
    if (!Object.hasOwn(CONTRACT, name) || name === importPaths) return unknownCall(name)
    return (await ipcRenderer.invoke(callChannel(name), input)) as Result<Answer<N>>
  },
  on<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void {
    if (!Object.hasOwn(EVENTS, name)) throw new Error(`The program has no event "${name}"`)
    const receive = (_event: unknown, payload: unknown): void =>
      listener(EVENTS[name].parse(payload) as EventPayload<N>)
    ipcRenderer.on(eventChannel(name), receive)
    return () => {
      ipcRenderer.removeListener(eventChannel(name), receive)
    }
  },
  async importDropped(files: readonly unknown[]): Promise<Result<Output<'media:importPaths'>>> {
    // Files that the page made itself have no path.
    const paths = files
      .filter((file): file is File => file instanceof File)
      .map((file) => webUtils.getPathForFile(file))
      .filter((path) => path !== '')
    return (await ipcRenderer.invoke(callChannel(importPaths), { paths })) as Result<
      Output<'media:importPaths'>
    >
  },
}

contextBridge.exposeInMainWorld('keyreel', api)
