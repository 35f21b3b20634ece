/** Which spans of a take go on from something that is not there any more. */
import type { TakeSpan } from './take.ts'

/**
 * Indexes of the spans whose first guide was the end of another result than the one that now stands before them, and
 * of all that follow those by guides.
 */
export function staleSpans(
  spans: readonly Pick<TakeSpan, 'mediaKey' | 'guideKey'>[],
): readonly number[] {
  const stale = new Set<number>()
  for (const [index, { guideKey }] of spans.entries()) {
    if (guideKey === undefined) continue
    if (guideKey !== spans[index - 1]?.mediaKey || stale.has(index - 1)) stale.add(index)
  }
  return [...stale]
}
