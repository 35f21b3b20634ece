import { expect, it } from 'vitest'
import { colorMatrix, isFullRange } from '../../../shared/model/colorMatrix.ts'

it('reads by the tag, else HD by BT.709 and what is smaller by BT.601', () => {
  const read = (matrix: string | undefined, height: number) =>
    colorMatrix({ color: matrix === undefined ? {} : { matrix }, height })
  const cases = [
    ...([480, 576, 577, 1080] as const).map((height) => [undefined, height] as const),
    ...(['bt709', 'smpte170m', 'bt470bg', 'bt2020nc', 'bt2020c'] as const).map(
      (matrix) => [matrix, 1080] as const,
    ),
    ...[['smpte240m', 480] as const, ['fcc', 480] as const, ['gbr', 480] as const],
  ]
  expect(cases.map(([matrix, height]) => [matrix, height, read(matrix, height)])).toEqual([
    [undefined, 480, 'bt601'],
    [undefined, 576, 'bt601'],
    [undefined, 577, 'bt709'],
    [undefined, 1080, 'bt709'],
    ['bt709', 1080, 'bt709'],
    ['smpte170m', 1080, 'bt601'],
    ['bt470bg', 1080, 'bt601'],
    ['bt2020nc', 1080, 'bt2020'],
    ['bt2020c', 1080, 'bt2020'],
    ['smpte240m', 480, 'smpte240m'],
    ['fcc', 480, 'fcc'],
    ['gbr', 480, undefined],
  ])
})

it('takes the range from the tag or from the kind of numbers', () => {
  const isFull = (pixelFormat: string, range?: 'tv' | 'pc') =>
    isFullRange({ color: range ? { range } : {}, pixelFormat })
  expect([
    isFull('yuv420p'),
    isFull('yuv420p', 'tv'),
    isFull('yuv420p', 'pc'),
    isFull('yuvj420p'),
  ]).toEqual([false, false, true, true])
})
