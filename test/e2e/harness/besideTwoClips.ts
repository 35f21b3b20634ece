/** A window with an empty store, and beside it two clips of ten seconds at 24 fps that its imports bring. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rational } from '../../../shared/time/rational.ts'
import { makeNumberedClip } from '../../fixtures/numbered.ts'
import { Editor } from './editor.ts'
import { type KeyreelWindow, launchKeyreel } from './keyreelWindow.ts'

export interface BesideTwoClips {
  readonly window: KeyreelWindow
  readonly editor: Editor
  /** Ends the window and takes store and clips away. */
  readonly close: () => Promise<void>
}

/** `numbered-a` has a tone and numbers from 0, `numbered-b` is silent and counts from 1000. */
export async function openBesideTwoClips(): Promise<BesideTwoClips> {
  const folder = await mkdtemp(join(tmpdir(), 'keyreel-two-clips-'))
  const files = ['numbered-a', 'numbered-b'].map((name) => join(folder, `${name}.mp4`))
  const size = { width: 640, height: 360, rate: rational(24), frames: 240 }
  await makeNumberedClip({ ...size, path: String(files[0]), sound: 'tone' })
  await makeNumberedClip({ ...size, path: String(files[1]), startAt: 1000 })
  const window = await launchKeyreel({
    library: join(folder, 'library'),
    env: { KEYREEL_TEST_OPEN: JSON.stringify(files) },
  })
  const editor = new Editor(window.page)
  await editor.ready()
  const close = async (): Promise<void> => {
    await window.close()
    await rm(folder, { recursive: true, force: true })
  }
  return { window, editor, close }
}
