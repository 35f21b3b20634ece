/** What is cut out of a source for a request: the picture on screen at each moment of the model's grid. */
import { expect, it } from 'vitest'
import { spanArguments } from '../../../main/jobs/runners/shotInputs.ts'
import { createFfmpegEngine } from '../../../main/media/ffmpeg/createFfmpegEngine.ts'
import { rational } from '../../../shared/time/rational.ts'
import { makeNumberedClip, readNumbers } from '../../fixtures/numbered.ts'
import { temporaryFolder } from '../media/temporaryFolder.ts'

const folder = temporaryFolder()
const engine = createFfmpegEngine({})

it.each([
  [24, 1],
  [30, 1],
  [25, 1],
  [30000, 1001],
  [24000, 1001],
  [60, 1],
] as const)('a span shows what was on screen at each of its moments: %s/%s', async (num, den) => {
  const rate = rational(num, den)
  const source = folder(`${num}-${den}.mp4`)
  const frames = Math.ceil((4 * num) / den)
  await makeNumberedClip({ path: source, width: 96, height: 64, rate, frames })
  for (const first of [0, 1, 7, 30, 31]) {
    const out = folder(`${num}-${den}-${first}.mp4`)
    const input = {
      ...({ kind: 'span', placeholder: 'x', mediaKey: 'x', frames: 20 } as const),
      start: rational(first, 24),
    }
    await engine.run(spanArguments(source, input, out))
    const wanted = Array.from({ length: 20 }, (_, i) =>
      Math.floor(((first + i) * num) / (24 * den)),
    )
    expect([first, await readNumbers(out)]).toEqual([first, wanted])
  }
})
