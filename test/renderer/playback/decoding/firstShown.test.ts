import { readFile } from 'node:fs/promises'
import { ALL_FORMATS, BufferSource, EncodedPacketSink, Input } from 'mediabunny'
import { expect, it } from 'vitest'
import { firstShown } from '../../../../renderer/playback/decoding/firstShown.ts'
import { CORPUS } from '../../../fixtures/corpus/corpus.ts'
import { pictureTimes } from '../../../fixtures/inspect.ts'
import { readNumbers } from '../../../fixtures/numbered.ts'
import { runTool } from '../../../fixtures/tool.ts'
import { temporaryFolder } from '../../../main/media/temporaryFolder.ts'

const folder = temporaryFolder()

/** Of the container's first packet, and of the picture that is shown first. */
async function timesOf(path: string): Promise<{ stored: number; shown: number }> {
  const input = new Input({
    source: new BufferSource(await readFile(path)),
    formats: ALL_FORMATS,
  })
  const track = await input.getPrimaryVideoTrack()
  if (!track) throw new Error('no picture')
  const stored = await track.getFirstTimestamp()
  const shown = await firstShown(input, track, new EncodedPacketSink(track))
  input.dispose()
  return { stored, shown }
}

async function made(name: string): Promise<string> {
  const file = CORPUS.find((one) => one.name === name)
  if (!file) throw new Error(`no ${name} in the corpus`)
  const path = folder(name)
  await file.make(path)
  return path
}

it.each(['edit-list.mp4', 'before-zero.mkv', 'late.mkv', 'late-picture.mp4', 'b-frames.mp4'])(
  '%s is shown from where ffmpeg shows it',
  async (name) => {
    const path = await made(name)
    const [first] = await pictureTimes(path)
    expect((await timesOf(path)).shown).toBeCloseTo(first ?? Number.NaN, 3)
  },
)

it('what an edit list hides is not shown, nor a picture that it cuts in two', async () => {
  const whole = await made('edit-list.mp4')
  expect(await timesOf(whole)).toEqual({ stored: -0.5, shown: 0 })
  const cut = folder('cut.mp4')
  await runTool('ffmpeg', ['-v', 'error', '-ss', '0.51', '-i', whole, '-c', 'copy', cut])
  // Picture 36 stands at zero in the whole, so that number 48 is cut in two a hundredth of a second after it begins.
  const [first] = await readNumbers(cut)
  expect(first).toBe(49)
  const { stored, shown } = await timesOf(cut)
  expect(stored).toBeLessThan(0)
  expect(shown).toBeCloseTo(1 / 24 - 0.01, 3)
})
