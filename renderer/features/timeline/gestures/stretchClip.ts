/** Dragging an edge with the rate tool: the same media in more or less time. */
import type { Clip } from '../../../../shared/model/clip.ts'
import { linkedClips, type PlacedItem } from '../../../../shared/model/select.ts'
import { toNumber } from '../../../../shared/time/rational.ts'
import { say } from '../../../../shared/words/say.ts'
import { i18n } from '../../../i18n/i18n.ts'
import { percent } from '../../../i18n/numbers.ts'
import { newCommand } from '../../../store/dispatchAll.ts'
import { committedProject } from '../../../store/document.ts'
import type { Gesture, PointerAt } from '../../../ui/pointer.ts'
import { speedFor, stretchLimits } from '../stretch.ts'
import type { Surface } from '../surface.ts'
import { timeDrag } from './timeDrag.ts'

/** The other edge stays where it is. With Ctrl at the end, what comes later gives way. */
export function stretchClip(
  surface: Surface,
  { item, start, end }: PlacedItem<Clip>,
  edge: 'start' | 'end',
  pressedAt: PointerAt,
): Gesture {
  // Speed is one for a recording: linked clips always follow.
  const moving = linkedClips(committedProject(), item.id)
  const durationAt = (delta: number): number => item.duration + (edge === 'end' ? delta : -delta)
  const retime = (delta: number, ripple: boolean) =>
    newCommand('clip.retime', {
      itemId: item.id,
      speed: speedFor(item, durationAt(delta)),
      ripple,
    })
  const move = (delta: number) =>
    newCommand('clips.move', {
      itemIds: [item.id],
      delta,
      trackDelta: 0,
      mode: 'overwrite',
      linked: true,
    })
  return timeDrag(surface, pressedAt, {
    label: say('label:batchStretch', { clip: say('words:quoted', { name: item.name }) }),
    edges: [edge === 'start' ? start : end],
    moving,
    limits: ({ project }, at) => stretchLimits(project, moving, edge, edge === 'end' && at.ctrl),
    commands: (delta, at) => {
      if (edge === 'end') return [retime(delta, at.ctrl)]
      // The speed is set from the clip's start: it goes to its new place before it grows, and after it shrank.
      return delta < 0 ? [move(delta), retime(delta, false)] : [retime(delta, false), move(delta)]
    },
    text: (delta) =>
      i18n.t('timeline.feedback.stretch', {
        percent: percent(toNumber(speedFor(item, durationAt(delta))), 1),
        count: durationAt(delta),
      }),
  })
}
