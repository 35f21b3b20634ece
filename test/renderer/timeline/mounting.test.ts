import { describe, expect, it } from 'vitest'
import { barsOf } from '../../../renderer/features/timeline/clip/runs.ts'
import { hit } from '../../../renderer/features/timeline/hit.ts'
import { columnsOf, shareOf, widest } from '../../../renderer/features/timeline/mounting.ts'
import { rowsOf } from '../../../renderer/features/timeline/rows.ts'
import { placedClips, placedItems, tracksOf } from '../../../shared/model/select.ts'
import { clipOn, documentOf, solid } from '../../fixtures/documents.ts'

/** `count` clips of ten frames with a gap of two behind each. */
function cutOf(count: number) {
  const items = Array.from({ length: count }, () => [clipOn(solid('#000'), 10), 2]).flat()
  const made = documentOf({ cut: { tracks: [{ items }] } })
  const [track] = tracksOf(made.project, made.timeline)
  if (!track) throw new Error('no track')
  const placed = placedItems(made.project, track)
  return { ...made, placed, clips: placedClips(made.project, track) }
}

describe('what of the rows is mounted', () => {
  const track = (count: number) => ({ kind: 'track', count }) as const
  const parts = (rows: readonly ReturnType<typeof track>[], share: number) =>
    rows.reduce((sum, { count }) => sum + 9 + 3 * Math.min(count, share), 0)
  it('is everything where there is room for all of it, however narrow', () => {
    expect(shareOf([])).toBe(Infinity)
    expect(shareOf([track(20), track(20), track(20)])).toBe(Infinity)
    const { clips } = cutOf(60)
    expect(widest(clips, Infinity, 100)).toBe(clips)
  })
  it('is less of each full row the more rows there are, and never more than a page may have', () => {
    expect(shareOf(Array.from({ length: 5 }, () => track(30)))).toBe(14)
    expect(shareOf(Array.from({ length: 12 }, () => track(17)))).toBe(4)
    for (const counts of [[30, 30, 30, 30, 30], [1000, 2, 2], [500], [9, 40, 3, 80, 80, 1, 17]]) {
      const rows = counts.map(track)
      const used = parts(rows, shareOf(rows))
      expect(used).toBeLessThanOrEqual(264)
      // And the room is used: one thing more in each full row would be too many.
      expect(parts(rows, shareOf(rows) + 1)).toBeGreaterThan(264)
    }
  })
  it('leaves what rows with few things do not need to the others', () => {
    expect(shareOf([track(2), track(1000)])).toBe(80)
    expect(shareOf([{ kind: 'keyframes', count: 500 }, track(0)])).toBe(246)
  })
  it('is nothing of a row that lies in the dark of too many rows', () => {
    expect(shareOf(Array.from({ length: 40 }, () => track(5)))).toBe(0)
  })
  it('is of a full row the widest, and none without room for its controls', () => {
    const { clips } = cutOf(25)
    expect(widest(clips, 24, 10 / 71)).toEqual([])
    expect(widest(clips, 3, 10 / 72)).toEqual(clips.slice(0, 3))
    const wide = clips.map((placed, order) => ({
      ...placed,
      end: placed.start + (order % 10 === 4 ? 20 : 10),
    }))
    expect(widest(wide, 2, 10 / 72)).toEqual([wide[4], wide[14]])
  })
  it('counts the header and the fullest track as columns', () => {
    const { project, timeline } = cutOf(30)
    expect(columnsOf(project, rowsOf(project, timeline, []))).toBe(31)
  })
})

describe('bars of narrow clips', () => {
  const look = () => 'all'
  it('stand where their clips do, on whole pixels', () => {
    const { clips } = cutOf(2)
    expect(barsOf(clips, { framesPerPixel: 1, scrollFrame: 0 }, 100, look)).toEqual([
      { left: 0, width: 10, look: 'all' },
      { left: 12, width: 10, look: 'all' },
    ])
  })
  it('are never more than pixels, and one where all look alike', () => {
    const { clips } = cutOf(5000)
    const bars = barsOf(clips, { framesPerPixel: 60, scrollFrame: 0 }, 1000, look)
    expect(bars).toEqual([{ left: 0, width: 1000, look: 'all' }])
  })
  it('show each look that has a pixel of its own', () => {
    const { clips } = cutOf(100)
    const view = { framesPerPixel: 12, scrollFrame: 0 }
    const bars = barsOf(clips, view, 100, ({ order }) => (order === 20 ? 'missing' : 'there'))
    expect(bars).toEqual([
      { left: 0, width: 10, look: 'there' },
      { left: 10, width: 1, look: 'missing' },
      { left: 11, width: 89, look: 'there' },
    ])
  })
})

describe('what lies under the pointer', () => {
  it('is found among many as among few', () => {
    const { placed } = cutOf(5000)
    const view = { framesPerPixel: 1, scrollFrame: 12 * 4000 }
    const found = (x: number) => hit(placed, x, view)
    expect(found(5)?.placed).toMatchObject({ start: 48_000, end: 48_010 })
    expect(found(9.5)?.zone).toBe('end')
    // Three pixels of a clip are the clip, not its edge.
    expect(hit(placed, 0.1, { framesPerPixel: 3, scrollFrame: 0 })?.zone).toBe('body')
    expect(found(11)?.placed.item.kind).toBe('gap')
    expect(hit(placed, 5, { ...view, scrollFrame: 12 * 5000 })).toBeNull()
    expect(hit(placed, -1, { framesPerPixel: 1, scrollFrame: 0 })).toBeNull()
  })
})
