import { expect, test } from 'vitest'
import {
  clampZoom,
  edgeNear,
  fitting,
  framesToFit,
  frameUnder,
  inWidth,
  positionAt,
  revealing,
  xOf,
  zoomAbout,
} from '../../../renderer/features/timeline/zoom.ts'
import { rational } from '../../../shared/time/rational.ts'

const view = { framesPerPixel: 0.5, scrollFrame: 100 }

test('pixels and frames are each other’s inverse at the present zoom', () => {
  expect([xOf(100, view), xOf(110, view), xOf(90, view)]).toEqual([0, 20, -20])
  expect([positionAt(0, view), positionAt(21, view)]).toEqual([100, 110.5])
})

test('a frame is under all of its pixels, an edge is the nearest boundary, and neither is before zero', () => {
  expect([frameUnder(20, view), frameUnder(21, view), frameUnder(22, view)]).toEqual([
    110, 110, 111,
  ])
  expect([edgeNear(20, view), edgeNear(21, view), edgeNear(22, view)]).toEqual([110, 111, 111])
  expect([frameUnder(-500, view), edgeNear(-500, view)]).toEqual([0, 0])
})

test('zooming keeps the frame under the pointer in its place', () => {
  const zoomed = zoomAbout(view, 2, 40)
  expect(zoomed).toEqual({ framesPerPixel: 1, scrollFrame: 80 })
  expect(positionAt(40, zoomed)).toBe(positionAt(40, view))
})

test('zooming out at the start does not scroll before frame 0', () => {
  expect(zoomAbout({ framesPerPixel: 1, scrollFrame: 10 }, 4, 100)).toEqual({
    framesPerPixel: 4,
    scrollFrame: 0,
  })
})

test('a frame is never wider than 48 pixels', () => {
  expect(clampZoom(0.001)).toBe(1 / 48)
})

test('fitting shows the whole cut with air behind it', () => {
  expect(fitting(950, 1000)).toEqual({ framesPerPixel: 1, scrollFrame: 0 })
})

test('who saw the whole cut goes on seeing it in another width; who looked closer keeps the place', () => {
  const whole = fitting(950, 1000)
  expect(inWidth(whole, 950, 1000, 500)).toEqual(fitting(950, 500))
  expect(inWidth(whole, 900, 1000, 500)).toBe(whole)
  const closer = { framesPerPixel: 1, scrollFrame: 3 }
  expect(inWidth(closer, 950, 1000, 500)).toBe(closer)
})

test('an empty timeline shows about a minute, at any rate', () => {
  expect(framesToFit(950, rational(24))).toBe(950)
  expect(framesToFit(0, rational(24))).toBe(1440)
  expect(framesToFit(0, rational(30_000, 1001))).toBe(1798)
})

test('revealing scrolls only for what is out of view, and leaves room ahead', () => {
  expect(revealing(view, 150, 200)).toBe(view)
  expect(revealing(view, 400, 200)).toEqual({ framesPerPixel: 0.5, scrollFrame: 325 })
  expect(revealing(view, 60, 200)).toEqual({ framesPerPixel: 0.5, scrollFrame: 35 })
})
