/** What has just been opened comes into view, and the track that it belongs to stays there. */
import { type RefObject, useLayoutEffect, useRef } from 'react'
import { useOpenings } from './lanes/showLane.ts'
import type { Row } from './rows.ts'

/**
 * How far to scroll down for the lanes that `rows` has and `before` had not, or not as high; null where nothing was opened.
 * Of more than there is room for the upper ones are seen, under their track. Pure; pixels.
 */
export function scrollForOpened(
  before: readonly Row[],
  rows: readonly Row[],
  { top, height }: { readonly top: number; readonly height: number },
): number | null {
  const heights = new Map(before.map((row) => [row.key, row.height]))
  const opened = rows.filter(
    (row) => row.kind !== 'track' && row.height > (heights.get(row.key) ?? 0),
  )
  const last = opened.at(-1)
  const own = rows.find(({ key }) => key === opened[0]?.track.id)
  if (!last || !own) return null
  const enough = Math.max(top, last.top + last.height - height)
  return Math.min(enough, own.top)
}

export function useOpened(
  rows: readonly Row[],
  host: RefObject<HTMLElement | null>,
  height: number,
): void {
  const openings = useOpenings(({ count }) => count)
  const before = useRef({ rows, openings })
  useLayoutEffect(() => {
    const known = before.current
    before.current = { rows, openings }
    const element = host.current
    if (!element || known.openings === openings) return
    const to = scrollForOpened(known.rows, rows, { top: element.scrollTop, height })
    if (to !== null) element.scrollTop = to
  }, [rows, openings, host, height])
}
