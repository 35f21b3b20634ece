/** A window with a store of its own, in which the sample project stands open. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Editor } from './editor.ts'
import { type KeyreelWindow, type LaunchOptions, launchKeyreel } from './keyreelWindow.ts'

export interface OpenSample {
  readonly window: KeyreelWindow
  readonly editor: Editor
  /** Ends the window and takes the store away. */
  readonly close: () => Promise<void>
}

export async function openSample(
  options: Omit<LaunchOptions, 'library'> = {},
): Promise<OpenSample> {
  const folder = await mkdtemp(join(tmpdir(), 'keyreel-sample-'))
  const window = await launchKeyreel({ library: join(folder, 'library'), ...options })
  const editor = new Editor(window.page)
  await editor.ready()
  const close = async (): Promise<void> => {
    await window.close()
    await rm(folder, { recursive: true, force: true })
  }
  return { window, editor, close }
}
