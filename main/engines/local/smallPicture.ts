/** Small computed pictures (gradients, masks) that ffmpeg enlarges: 16 bits per colour, so that no steps show. */
import { writeFile } from 'node:fs/promises'
import type { FilmInput, Size } from './Work.ts'

/** 0..1 at the middle of a pixel, given as fractions of the picture. */
export type Shade = (x: number, y: number) => readonly [red: number, green: number, blue: number]

export const grey = (value: number): readonly [number, number, number] => [value, value, value]

export function paint({ width, height }: Size, shade: Shade): Uint8Array {
  const picture = new Uint8Array(width * height * 6)
  const view = new DataView(picture.buffer)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const colour = shade((x + 0.5) / width, (y + 0.5) / height)
      for (const [channel, value] of colour.entries()) {
        const level = Math.round(Math.min(1, Math.max(0, value)) * 65535)
        view.setUint16((y * width + x) * 6 + channel * 2, level, true)
      }
    }
  }
  return picture
}

/** Writes it to `path` and answers how ffmpeg opens it: one picture. */
export async function paintedInput(path: string, size: Size, shade: Shade): Promise<FilmInput> {
  await writeFile(path, paint(size, shade))
  return {
    options: [
      ...['-f', 'rawvideo', '-pixel_format', 'rgb48le'],
      ...['-video_size', `${size.width}x${size.height}`, '-framerate', '24'],
    ],
    path,
  }
}

/** A still input as `frames` enlarged pictures. */
export const enlarged = ({ width, height }: Size, pixels: string, frames: number): string[] => [
  `scale=${width}:${height}:flags=bicubic+accurate_rnd`,
  `format=${pixels}`,
  'setsar=1',
  `loop=loop=${frames - 1}:size=1`,
  'setpts=N/(24*TB)',
]
