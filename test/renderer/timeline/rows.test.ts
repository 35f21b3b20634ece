import { expect, test } from 'vitest'
import { tracksTouched } from '../../../renderer/features/timeline/gestures/marquee.ts'
import { edgeWidth, hit } from '../../../renderer/features/timeline/hit.ts'
import { rowAt, rowsHeight, rowsOf, rowsWithin } from '../../../renderer/features/timeline/rows.ts'
import { scrollForOpened } from '../../../renderer/features/timeline/useOpened.ts'
import { within } from '../../../renderer/features/timeline/within.ts'
import type { KeyframeId } from '../../../shared/model/ids.ts'
import { constant } from '../../../shared/model/keyframe.ts'
import { clipOf, placedItems, timelineOf, trackOf } from '../../../shared/model/select.ts'
import { cutOf, item, TIMELINE, track } from '../../shared/edit/cutText.ts'

const project = cutOf(['V2 |B 0-10|', 'V1 |A 0-24|gap 24-48|C 48-72|', 'A1 |A 0-24|'])
const timeline = timelineOf(project, TIMELINE)
const view = { framesPerPixel: 0.5, scrollFrame: 10 }

test('picture tracks stand above sound tracks, the topmost first, one below the other', () => {
  const rows = rowsOf(project, timeline, [])
  expect(rows.map(({ key, top, height }) => [key, top, height])).toEqual([
    ['V2', 0, 66],
    ['V1', 66, 66],
    ['A1', 132, 40],
  ])
  expect(rowsHeight(rows)).toBe(172)
  expect([rowAt(rows, 65)?.key, rowAt(rows, 66)?.key, rowAt(rows, 172)]).toEqual(['V2', 'V1', null])
  expect(rowsWithin(rows, 66, 66).map(({ key }) => key)).toEqual(['V1'])
  expect(tracksTouched(rows, 60, 70).map(({ id }) => id)).toEqual(['V2', 'V1'])
})

test('an open clip shows a lane for each keyed value under its track, or the usual one', () => {
  const clip = clipOf(project, item('V1.A'))
  const keyframe = {
    id: 'k' as KeyframeId,
    frame: 0,
    value: 1,
    easing: { kind: 'linear' },
  } as const
  const keyed = {
    ...project,
    items: project.items.with({
      ...clip,
      picture: {
        ...clip.picture,
        scale: { value: 1, keyframes: [keyframe] },
        opacity: { ...constant(1), keyframes: [keyframe] },
      },
    }),
  }
  const open = [item('V1.A'), item('A1.A')]
  expect(rowsOf(keyed, timeline, open).map(({ key, top }) => [key, top])).toEqual([
    ['V2', 0],
    ['V1', 66],
    ['V1.A/scale', 132],
    ['V1.A/opacity', 166],
    ['A1', 200],
    ['A1.A/volume', 240],
  ])
})

test('opened lanes come into view as far as their track stays there; nothing else is scrolled for', () => {
  const closed = rowsOf(project, timeline, [])
  const open = rowsOf(project, timeline, [item('V1.A')])
  const curves = ['V1.A/scale']
  const curve = rowsOf(project, timeline, [item('V1.A')], { shown: [], curves })
  // V2 0–66, V1 66–132, its lane 132–166, as a curve 132–280.
  const scrolled = (before: typeof closed, rows: typeof closed, top: number, height: number) =>
    scrollForOpened(before, rows, { top, height })
  expect(scrolled(closed, open, 0, 200)).toBe(0)
  expect(scrolled(closed, open, 0, 150)).toBe(16)
  expect(scrolled(open, curve, 16, 150)).toBe(66)
  expect(scrolled(open, curve, 0, 240)).toBe(40)
  // Its track is above the window.
  expect(scrolled(closed, open, 90, 60)).toBe(66)
  expect(scrolled(curve, open, 30, 150)).toBe(null)
  expect(scrolled(open, closed, 30, 150)).toBe(null)
})

test('only what overlaps the window is found, gaps included', () => {
  const placed = placedItems(project, trackOf(project, track('V1')))
  const names = (start: number, end: number) =>
    within(placed, start, end).map(({ item: one }) => (one.kind === 'clip' ? one.name : 'gap'))
  expect([names(0, 24), names(23, 49), names(24, 48), names(72, 900), names(0, 900)]).toEqual([
    ['A'],
    ['A', 'gap', 'C'],
    ['gap'],
    [],
    ['A', 'gap', 'C'],
  ])
  expect(placedItems(project, trackOf(project, track('V1')))).toBe(placed)
})

test('the outer six pixels of a clip are its edges', () => {
  const placed = placedItems(project, trackOf(project, track('V1')))
  // C lies at 48..72: pixels 76..124.
  const zones = [75, 76, 81, 82, 117, 118, 123].map((x) => hit(placed, x, view)?.zone ?? null)
  expect(zones).toEqual(['end', 'start', 'start', 'body', 'body', 'end', 'end'])
  expect(hit(placed, 75, view)?.placed.item.kind).toBe('gap')
  expect(hit(placed, 124, view)).toBe(null)
})

test('a narrow clip keeps a third of itself to be moved by, and a very narrow one all', () => {
  expect([edgeWidth(100), edgeWidth(12), edgeWidth(9), edgeWidth(8)]).toEqual([6, 4, 3, 0])
})
