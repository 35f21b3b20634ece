import { describe, expect, it } from 'vitest'
import { drawnTo, movedTo, wholeOf } from '../../../renderer/features/timeline/overview/window.ts'
import { rational } from '../../../shared/time/rational.ts'

const view = { framesPerPixel: 2, scrollFrame: 400 }
/** Pixels: the tracks show frames 400 to 600. */
const width = 100

describe('the overview', () => {
  it('stands for the cut with some air, a minute where there is none, and what is shown behind the end', () => {
    expect(wholeOf(1000, rational(24), view, width)).toBe(1050)
    expect(wholeOf(0, rational(24), view, width)).toBe(24 * 60 * 1.05)
    expect(wholeOf(500, rational(24), view, width)).toBe(600)
  })
  it('moves its window no further than there is something to show', () => {
    expect(movedTo(view, 300, 1050, width)).toEqual({ framesPerPixel: 2, scrollFrame: 300 })
    expect(movedTo(view, -20, 1050, width).scrollFrame).toBe(0)
    expect(movedTo(view, 2000, 1050, width).scrollFrame).toBe(850)
    expect(movedTo({ ...view, framesPerPixel: 20 }, 50, 1050, width).scrollFrame).toBe(0)
  })
  it('zooms by an edge while the other one stays', () => {
    expect(drawnTo(view, 'start', 500, width)).toEqual({ framesPerPixel: 1, scrollFrame: 500 })
    expect(drawnTo(view, 'end', 800, width)).toEqual({ framesPerPixel: 4, scrollFrame: 400 })
    expect(drawnTo(view, 'start', -50, width)).toEqual({ framesPerPixel: 6, scrollFrame: 0 })
  })
  it('never turns over where one edge is drawn past the other', () => {
    const least = 1 / 48
    expect(drawnTo(view, 'end', 100, width)).toEqual({ framesPerPixel: least, scrollFrame: 400 })
    const { scrollFrame } = drawnTo(view, 'start', 900, width)
    expect(scrollFrame).toBeCloseTo(600 - width * least)
  })
})
