/** What a clip says to screen readers and tests: name, place, state. */
import type { Clip } from '../../../../shared/model/clip.ts'
import type { PlacedItem } from '../../../../shared/model/select.ts'
import type { Timeline } from '../../../../shared/model/timeline.ts'
import { formatTimecode } from '../../../../shared/time/timecode.ts'

/**
 * `oak_push, candidate, 00:00:10:11 to 00:00:14:09, selected`: first what is `written` on it, so that it can be called
 * by that, and its further `states` last, all in words of the interface's language.
 */
export function clipLabel(
  { item, start, end }: PlacedItem<Clip>,
  { rate, startFrame }: Pick<Timeline, 'rate' | 'startFrame'>,
  to: string,
  written: readonly string[],
  states: readonly string[],
): string {
  const timecode = (frame: number): string => formatTimecode(frame + startFrame, rate)
  return [item.name, ...written, `${timecode(start)} ${to} ${timecode(end)}`, ...states].join(', ')
}
