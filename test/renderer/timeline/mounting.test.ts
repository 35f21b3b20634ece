import { describe, expect, it } from 'vitest'
import { barsOf } from '../../../renderer/features/timeline/clip/runs.ts'
import { hit } from '../../../renderer/features/timeline/hit.ts'
import { clipsAmong, columnsOf, mounting } from '../../../renderer/features/timeline/mounting.ts'
import { rowsOf } from '../../../renderer/features/timeline/rows.ts'
import type { ItemId } from '../../../shared/model/ids.ts'
import { placedItems, tracksOf } from '../../../shared/model/select.ts'
import { clipOn, documentOf, solid } from '../../fixtures/documents.ts'

/** `count` clips of ten frames with a gap of two behind each. */
function cutOf(count: number) {
  const items = Array.from({ length: count }, () => [clipOn(solid('#000'), 10), 2]).flat()
  const made = documentOf({ cut: { tracks: [{ items }] } })
  const [track] = tracksOf(made.project, made.timeline)
  if (!track) throw new Error('no track')
  const placed = placedItems(made.project, track)
  return { ...made, placed, clips: clipsAmong(placed) }
}

describe('what of a row is mounted', () => {
  it('is everything where there are few, however narrow', () => {
    const { clips } = cutOf(24)
    expect(mounting(clips, 100, null)).toEqual({ mounted: clips, painted: [] })
  })
  it('is what has room for a name where there are many', () => {
    const { clips } = cutOf(25)
    expect(mounting(clips, 10 / 48, null)).toEqual({ mounted: clips, painted: [] })
    expect(mounting(clips, 10 / 47, null)).toEqual({ mounted: [], painted: clips })
  })
  it('is the clip with the keys in any case', () => {
    const { clips } = cutOf(5000)
    const focused = clips[700]
    const { mounted, painted } = mounting(clips, 100, focused?.item.id as ItemId)
    expect(mounted).toEqual([focused])
    expect(painted).toHaveLength(4999)
    expect(painted).not.toContain(focused)
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
