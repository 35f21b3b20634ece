/** Plates are there while ffmpeg runs, and gone afterwards, whatever happened. */
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { inFolder, writePlates } from '../../../main/exports/plates/writePlates.ts'
import { renderTimeline } from '../../../main/exports/renderTimeline.ts'
import { createFfmpegEngine } from '../../../main/media/ffmpeg/createFfmpegEngine.ts'
import type { MediaEngine } from '../../../main/media/MediaEngine.ts'
import { defaultTitle } from '../../../shared/model/generator.ts'
import { rational } from '../../../shared/time/rational.ts'
import { clipOn, documentOf, solid } from '../../fixtures/documents.ts'
import { temporaryFolder } from '../media/temporaryFolder.ts'

const file = temporaryFolder()
const engine = createFfmpegEngine()
const wipe = { kind: 'wipe', angle: 0, softness: 0.5 } as const
const document = () =>
  documentOf({
    main: {
      ...{ width: 64, height: 36, rate: rational(25) },
      tracks: [
        {
          items: [clipOn(solid('#ff0000'), 10), clipOn(solid('#0000ff'), 10)],
          transitions: [{ at: 1, before: 5, after: 5, style: wipe }],
        },
        { items: [clipOn(defaultTitle('Oak'), 20)] },
      ],
    },
  })
const task = (out: string) => ({
  ...document(),
  ...{ preset: 'draft' as const, out: file(out), fileOf: () => '', workDir: file('work') },
})
const left = () => readdir(file('work'))

describe('the plates of an export', () => {
  it('are written frame by frame, and removed with their folder', async () => {
    const plate = {
      kind: 'wipe',
      width: 4,
      height: 1,
      angle: 0,
      softness: 1,
      steps: [0.25, 0.75],
    } as const
    const written = await inFolder(file('.'), async (folder) => {
      await writePlates({ plates: [{ name: '0.raw', plate }] }, folder)
      return [...(await readFile(`${folder}/0.raw`))]
    })
    // p * 2 - s at s = 1/8, 3/8, 5/8 and 7/8.
    expect(written).toEqual([96, 32, 0, 0, 255, 255, 223, 159])
    expect((await readdir(file('.'))).filter((name) => name.startsWith('keyreel'))).toEqual([])
  })

  it('leave nothing behind after a render, a failure and a cancel', async () => {
    await mkdir(file('work'))
    await renderTimeline(engine, task('whole.mp4'))
    expect(await left()).toEqual([])
    const failing: MediaEngine = {
      ...engine,
      capabilities: () => engine.capabilities(),
      run: async (args) => {
        expect(args.filter((arg) => arg.endsWith('.raw')).length).toBeGreaterThan(1)
        throw new Error('no room')
      },
    }
    await expect(renderTimeline(failing, task('failed.mp4'))).rejects.toThrow('no room')
    expect(await left()).toEqual([])
    const cancel = new AbortController()
    const cancelled: MediaEngine = {
      ...failing,
      run: async () => {
        cancel.abort(new Error('enough'))
        cancel.signal.throwIfAborted()
      },
    }
    await expect(
      renderTimeline(cancelled, task('cancelled.mp4'), { signal: cancel.signal }),
    ).rejects.toThrow('enough')
    expect(await left()).toEqual([])
  })

  it('name the filter that this ffmpeg lacks', async () => {
    const lacking: MediaEngine = {
      ...engine,
      capabilities: async () => {
        const found = await engine.capabilities()
        return {
          ...found,
          filters: new Set([...found.filters].filter((name) => name !== 'alphamerge')),
        }
      },
    }
    await expect(renderTimeline(lacking, task('lacking.mp4'))).rejects.toThrow(
      'cannot draw this cut: it lacks alphamerge. Install',
    )
  })
})
