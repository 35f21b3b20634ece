/** What a clip says to screen readers and tests: name, place, state. */
import type { Clip } from '../../../../shared/model/clip.ts'
import type { PlacedItem } from '../../../../shared/model/select.ts'
import type { Timeline } from '../../../../shared/model/timeline.ts'
import { formatTimecode } from '../../../../shared/time/timecode.ts'

/** `oak_push, 00:00:10:11 to 00:00:14:09, candidate, selected`; `states` are words of the interface's language. */
export function clipLabel(
  { item, start, end }: PlacedItem<Clip>,
  { rate, startFrame }: Pick<Timeline, 'rate' | 'startFrame'>,
  to: string,
  states: readonly string[],
): string {
  const timecode = (frame: number): string => formatTimecode(frame + startFrame, rate)
  return [item.name, `${timecode(start)} ${to} ${timecode(end)}`, ...states].join(', ')
}
