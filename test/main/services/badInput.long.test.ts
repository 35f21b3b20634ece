/**
 * What is odd but can be used comes in through the real import, and everything that the window shows of it is made, or fails
 * with a sentence: no job hangs. The pictures themselves are judged in test/main/media/corpus.random.test.ts.
 */
import { mkdir } from 'node:fs/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { compose, type Services } from '../../../main/compose.ts'
import { inEnglish } from '../../../shared/words/english.ts'
import { CORPUS } from '../../fixtures/corpus/corpus.ts'
import { temporaryFolder } from '../media/temporaryFolder.ts'

const at = temporaryFolder()
let services: Services
let wake: () => void = () => undefined
beforeAll(async () => {
  services = await compose({
    library: at('library'),
    announce: (name) => {
      if (name === 'job:changed') wake()
    },
  })
  services.queue.start()
})
afterAll(() => services.close())

const NAMES = [
  ...['8k.mp4', 'one-picture.mp4', '12-hours.mkv', '1fps.mp4', '240fps.mp4', 'odd-size.mp4'],
  ...['sound.m4a', '12-hours.wav', '16-sounds.mkv', 'cut-tail.mp4', 'cut-tail.mkv'],
  ...['damaged.ts', 'damaged.mp4', '🎬 فيلم.mp4', '-y.mp4', 'two\nlines.mp4', 'shot%03d.png'],
]

/** How each preparation of a medium ended, and what people are told of those that failed. */
async function ended(mediaKey: string): Promise<Record<string, string>> {
  const { jobs, preparations } = services.store
  while (jobs.openAbout('prepare', mediaKey).length > 0) {
    await new Promise<void>((resolve) => {
      wake = resolve
    })
  }
  const made = preparations.of(mediaKey).filter(({ state }) => state !== 'none')
  return Object.fromEntries(made.map(({ what, state }) => [what, state]))
}

it.each(NAMES.map((name, index) => [JSON.stringify(name), name, index] as const))(
  '%s',
  async (_name, name, index) => {
    const file = CORPUS.find((each) => each.name === name)
    if (!file || 'refused' in file.expected) throw new Error(`${name} is not in the corpus`)
    await mkdir(at(`${index}`))
    const path = at(`${index}/${name}`)
    await file.make(path)
    const { assets, refused } = await services.media.importPaths([path])
    const [asset] = assets
    if (!asset) throw new Error(refused.map(({ message }) => inEnglish(message)).join(' '))
    expect(asset.info.warnings.map(inEnglish)).toEqual(file.expected.warnings ?? [])
    const { info, mediaKey } = asset
    const outcome = await ended(mediaKey)
    expect(outcome).toEqual({
      ...(info.video.length > 0 && { poster: 'ready' }),
      ...(info.kind === 'video' && { filmstrip: 'ready' }),
      ...(info.audio.length > 0 && { peaks: 'ready' }),
      ...(outcome.proxy !== undefined && { proxy: 'ready' }),
      hash: 'ready',
    })
  },
)
