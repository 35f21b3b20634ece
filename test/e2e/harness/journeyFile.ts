/**
 * What the file of the journey must hold, read from its own pixels and samples: frames 24..95 and 144..215 of the first
 * clip (the second part shrinking), 120 frames of the accepted take, and 8 s of the second clip at its own 25 fps.
 */
import { expect } from 'vitest'
import { brightColumns, pictureLikeness, soundLevels } from '../../fixtures/compare.ts'
import { inspectMedia } from '../../fixtures/inspect.ts'
import { numberBlocks, readNumbers } from '../../fixtures/numbered.ts'

/** Where a numbered picture has white blocks: from which fraction of its width to which. */
function whiteColumns(number: number): readonly [number, number] {
  const columns = [...numberBlocks(number)].flatMap((value, block) =>
    value > 128 ? [block % 6] : [],
  )
  return [Math.min(...columns) / 6, (Math.max(...columns) + 1) / 6]
}

/** Whole pixels of a region. */
const whole = (region: Readonly<Record<'x' | 'y' | 'width' | 'height', number>>) => ({
  x: Math.round(region.x),
  y: Math.round(region.y),
  width: Math.round(region.width),
  height: Math.round(region.height),
})

/** `take` is the file that the service gave for the shot. */
export async function expectTheCut(out: string, take: string): Promise<void> {
  const [video, audio] = await inspectMedia(out)
  expect(video).toMatchObject({
    codec: 'h264',
    frames: 456,
    width: 1280,
    height: 720,
    rate: '24/1',
  })
  expect(audio).toMatchObject({ codec: 'aac', sampleRate: 48_000, channels: 2 })

  const numbers = await readNumbers(out)
  // 24 frames were trimmed from the start: the first second is gone.
  expect(numbers.slice(0, 72)).toEqual(Array.from({ length: 72 }, (_, frame) => 24 + frame))
  // 25 fps seen through 24: at every frame the picture that is on screen then.
  expect(numbers.slice(264)).toEqual(
    Array.from({ length: 192 }, (_, frame) => 1000 + Math.floor((frame * 25) / 24)),
  )
  // From 100 % to 50 % over 36 frames, then held: read where the picture must be by then, and its edges measured.
  const looks = [0, 9, 18, 27, 36, 54, 71]
  const scaleAt = (frame: number): number => 1 - 0.5 * Math.min(1, frame / 36)
  const shrunk = await Promise.all(
    looks.map(async (frame) => {
      const size = { width: 1280 * scaleAt(frame), height: 720 * scaleAt(frame) }
      const region = { ...size, x: (1280 - size.width) / 2, y: (720 - size.height) / 2 }
      return (await readNumbers(out, { region: whole(region) }))[72 + frame]
    }),
  )
  expect(shrunk).toEqual(looks.map((frame) => 144 + frame))
  const edges = await brightColumns(
    out,
    looks.map((frame) => 72 + frame),
    [1280, 720],
  )
  const strays = looks.map((frame, index) => {
    const meant = whiteColumns(144 + frame).map((x) => 640 + (x - 0.5) * 1280 * scaleAt(frame))
    return Math.max(...meant.map((x, side) => Math.abs(x - Number(edges[index]?.[side]))))
  })
  // A frame's step is 18 pixels of width.
  expect(Math.max(...strays)).toBeLessThan(2)

  // The shot shows the service's own file, frame by frame: nothing else lies as near, not even its neighbours.
  const [same, early] = await Promise.all(
    [0, 1].map((shift) =>
      pictureLikeness(
        { path: out, from: 144 + shift, matrix: 'bt709' },
        { path: take, from: 0, matrix: 'bt601' },
        119,
        [640, 360],
      ),
    ),
  )
  expect(Math.min(...(same ?? []))).toBeGreaterThan(30)
  expect((same ?? []).filter((value, frame) => value <= (early?.[frame] ?? 0))).toEqual([])

  // The tone belongs to the first clip's two pieces, 6 s of it; behind them nothing sounds.
  const [tone, silence] = await soundLevels(out, [
    [0.1, 5.9],
    [6.1, 18.9],
  ])
  expect(tone).toBeGreaterThan(0.2)
  expect(silence).toBeLessThan(0.001)
}
