/** The handle at a clip's upper corner: how long it takes to come in, or to go out. */
import type { ItemId } from '../../../../shared/model/ids.ts'
import { placeClip } from '../../../../shared/model/select.ts'
import { formatTimecode } from '../../../../shared/time/timecode.ts'
import { i18n } from '../../../i18n/i18n.ts'
import { newCommand } from '../../../store/dispatchAll.ts'
import { activeTimeline, committedProject } from '../../../store/document.ts'
import type { Gesture, PointerAt } from '../../../ui/pointer.ts'
import type { Surface } from '../surface.ts'
import { timeDrag } from './timeDrag.ts'

export function dragFade(
  surface: Surface,
  itemId: ItemId,
  side: 'in' | 'out',
  pressedAt: PointerAt,
): Gesture {
  const project = committedProject()
  const { item, start, end } = placeClip(project, itemId)
  const { rate } = activeTimeline(project)
  const { duration, fadeIn = 0, fadeOut = 0 } = item
  const isIn = side === 'in'
  const was = isIn ? fadeIn : fadeOut
  const most = duration - (isIn ? fadeOut : fadeIn)
  const lengthAt = (delta: number): number => (isIn ? was + delta : was - delta)
  return timeDrag(surface, pressedAt, {
    edges: [isIn ? start + fadeIn : end - fadeOut],
    moving: [itemId],
    limits: () =>
      isIn
        ? { min: -was, minBy: 'none', max: most - was, maxBy: 'none' }
        : { min: was - most, minBy: 'none', max: was, maxBy: 'none' },
    commands: (delta) => [
      newCommand('clip.fade', {
        itemId,
        ...(isIn ? { fadeIn: lengthAt(delta) } : { fadeOut: lengthAt(delta) }),
      }),
    ],
    text: (delta) =>
      i18n.t('timeline.feedback.frames', {
        count: lengthAt(delta),
        timecode: formatTimecode(lengthAt(delta), rate, false),
      }),
  })
}
