/** The only door to ipcMain: every message is checked for its sender before anything looks at it. */

import { type IpcMainInvokeEvent, ipcMain } from 'electron'
import { callChannel } from '../../shared/ipc/channels.ts'
import { type CallName, CONTRACT } from '../../shared/ipc/contract.ts'
import { failed, type Result } from '../../shared/ipc/result.ts'
import { inEnglish } from '../../shared/words/english.ts'
import { say } from '../../shared/words/say.ts'
import { type AnswerPorts, answer } from './answer.ts'
import { type Expected, isTrusted, type Sender } from './sender.ts'

const senderOf = ({ sender, senderFrame }: IpcMainInvokeEvent): Sender => ({
  frameUrl: senderFrame?.url,
  isMainFrame: senderFrame !== null && senderFrame === sender.mainFrame,
  webContentsId: sender.id,
})

const strange = say('failure:stranger')

/** Registers every call of the contract. */
export function handleCalls(ports: AnswerPorts, expected: () => Expected): void {
  for (const name of Object.keys(CONTRACT) as CallName[]) {
    ipcMain.handle(callChannel(name), async (event, input: unknown): Promise<Result<unknown>> => {
      const sender = senderOf(event)
      if (isTrusted(sender, expected())) return answer(ports, name, input)
      ports.log.write('error', `${name} was called by a stranger`, sender)
      return failed({ code: 'refused', said: strange, message: inEnglish(strange) })
    })
  }
}
