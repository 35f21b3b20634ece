/** The only door to ipcMain: every message is checked for its sender before anything looks at it. */
import { type IpcMainInvokeEvent, ipcMain } from 'electron'
import { callChannel } from '../../shared/ipc/channels.ts'
import { CALL_NAMES, type CallName } from '../../shared/ipc/names.ts'
import { failed, type Result } from '../../shared/ipc/result.ts'
import { say } from '../../shared/words/say.ts'
import type { Log } from '../log/Log.ts'
import { type Expected, isTrusted, type Sender } from './sender.ts'

export interface CallPorts {
  /** May wait for the services; the window asks while they are still being opened. */
  readonly answer: (name: CallName, input: unknown) => Promise<Result<unknown>>
  readonly expected: () => Expected
  readonly log: Log
}

const senderOf = ({ sender, senderFrame }: IpcMainInvokeEvent): Sender => ({
  frameUrl: senderFrame?.url,
  isMainFrame: senderFrame !== null && senderFrame === sender.mainFrame,
  webContentsId: sender.id,
})

/** Registers every call of the contract. */
export function handleCalls({ answer, expected, log }: CallPorts): void {
  for (const name of CALL_NAMES) {
    ipcMain.handle(callChannel(name), async (event, input: unknown): Promise<Result<unknown>> => {
      const sender = senderOf(event)
      if (isTrusted(sender, expected())) return answer(name, input)
      const message = `${name} was called by a stranger`
      log.write('error', message, sender)
      return failed({ code: 'refused', said: say('failure:stranger'), message })
    })
  }
}
