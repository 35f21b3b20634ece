/** The menu of what lies under the pointer, made of the same actions as the menu bar. */
import type { MouseEvent } from 'react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ActionId } from '../../../shared/actions/catalogue.ts'
import type { CutRef } from '../../../shared/edit/cut.ts'
import type { ItemId } from '../../../shared/model/ids.ts'
import { isPlacedClip, linkedClips, placedItems } from '../../../shared/model/select.ts'
import { committedProject } from '../../store/document.ts'
import { formatChord, keysOf } from '../../store/keymap.ts'
import { isMac } from '../../store/platform.ts'
import { selectClips, selectEdges, selectNothing, useSession } from '../../store/session.ts'
import type { ContextMenuItem } from '../../ui/ContextMenu.tsx'
import { thingUnder } from './gestures/thingUnder.ts'
import { hit } from './hit.ts'
import { findThing, selectByKey } from './keyboard.ts'
import { rowUnder, type Surface, xWithin } from './surface.ts'
import type { ThingRef } from './things.ts'
import { cutAtEdge } from './transition/cutUnder.ts'

/** What the frame of the application can do for a feature. */
export interface Actions {
  readonly run: (action: ActionId) => void
  readonly isEnabled: (action: ActionId) => boolean
}

type Place = 'clip' | 'cut' | 'transition' | 'keyframe' | 'pin' | 'gap' | 'empty'

/** Sections of each menu. */
const MENUS: Readonly<Record<Place, readonly (readonly ActionId[])[]>> = {
  clip: [
    ['edit.cut', 'edit.copy', 'edit.paste', 'edit.pasteAttributes', 'edit.duplicate'],
    ['clip.split', 'clip.join', 'clip.lift', 'clip.extract'],
    ['clip.speed', 'clip.freeze', 'clip.enable', 'clip.link', 'clip.group', 'clip.ungroup'],
    ['keyframe.lanes', 'keyframe.add'],
    ['transition.add', 'transition.addSound', 'clip.fadeIn', 'clip.fadeOut'],
    ['clip.nest', 'timeline.openNested'],
    ['clip.matchFrame', 'clip.replace', 'range.clip'],
    ['shot.transform', 'shot.reframe', 'shot.workflow', 'shot.lookOver', 'shot.extend'],
    ['shot.generate'],
  ],
  cut: [
    ['transition.add', 'transition.addSound'],
    ['transition.dissolve', 'transition.dip', 'transition.wipe', 'transition.crossfade'],
    ['clip.join', 'clip.extend', 'clip.rollBack', 'clip.rollForward'],
    ['shot.bridgeCut'],
  ],
  transition: [
    ['transition.dissolve', 'transition.dip', 'transition.wipe', 'transition.crossfade'],
    ['transition.centre'],
    ['clip.lift'],
  ],
  keyframe: [
    ['edit.cut', 'edit.copy', 'edit.paste', 'clip.lift'],
    ['keyframe.linear', 'keyframe.smooth', 'keyframe.easeIn', 'keyframe.easeOut', 'keyframe.hold'],
    ['keyframe.scale', 'keyframe.curve'],
  ],
  pin: [['edit.cut', 'edit.copy', 'edit.paste', 'clip.lift'], ['keyframe.scale']],
  gap: [
    ['shot.fillGap', 'clip.extract'],
    ['edit.paste', 'edit.pasteInsert', 'clip.insert', 'clip.overwrite'],
    ['time.insert'],
  ],
  empty: [
    ['edit.paste', 'edit.pasteInsert', 'clip.insert', 'clip.overwrite'],
    ['title.new', 'solid.new', 'adjustment.new', 'caption.new'],
    ['selection.all', 'marker.add', 'time.insert'],
    ['track.addPicture', 'track.addSound', 'track.addSubtitle', 'view.fit'],
  ],
}

/** Selects what the menu will be about, as a press would, and says what that is. */
function placeOf(surface: Surface, event: MouseEvent<HTMLElement>): Place {
  const ref = meant(surface, event)
  if (ref && ref.kind !== 'clip') {
    if (!isChosen(ref)) selectByKey(ref, false)
    return ref.kind === 'handle' ? 'keyframe' : ref.kind
  }
  const id = ref?.itemId ?? clipUnder(surface, event)
  if (id !== undefined) {
    const cut = cutNear(surface, event)
    if (cut) {
      selectEdges([cut])
      return 'cut'
    }
    const { clips, linked } = useSession.getState()
    if (!clips.includes(id)) selectClips(linked ? linkedClips(committedProject(), id) : [id])
    return 'clip'
  }
  return gapUnder(surface, event)
}

/** What lies under the pointer, besides clips; Shift+F10 has no pointer and is about what has the focus. */
function meant(surface: Surface, event: MouseEvent<HTMLElement>): ThingRef | null {
  if (event.button !== 2) {
    const key = event.target instanceof HTMLElement ? event.target.dataset.thing : undefined
    return (key !== undefined && findThing(surface.rows(), key)?.thing.ref) || null
  }
  const under = thingUnder(surface, { x: event.clientX, y: event.clientY })
  if (under?.kind === 'pin') return under
  if (under?.kind === 'keyframe') return { kind: 'keyframe', ...under.ref }
  return under?.kind === 'transition' ? { kind: 'transition', transitionId: under.id } : null
}

function isChosen(ref: ThingRef): boolean {
  const { keyframes, pins, transitions } = useSession.getState()
  if (ref.kind === 'pin') return pins.includes(ref.pinId)
  if (ref.kind === 'transition') return transitions.includes(ref.transitionId)
  return ref.kind !== 'clip' && keyframes.some(({ keyframeId }) => keyframeId === ref.keyframeId)
}

/** The cut that lies within a few pixels of the pointer: on a cut its own menu opens, not its clip's. */
function cutNear(surface: Surface, event: MouseEvent<HTMLElement>): CutRef | null {
  // Shift+F10 has no place of its own; it is about the clip that has the focus.
  if (event.button !== 2) return null
  const row = rowUnder(surface, event.clientY)
  if (row?.kind !== 'track' || row.track.locked) return null
  const project = committedProject()
  const x = xWithin(surface, event.clientX)
  const found = hit(placedItems(project, row.track), x, useSession.getState())
  return found && isPlacedClip(found.placed) && found.zone !== 'body'
    ? cutAtEdge(project, found.placed, found.zone)
    : null
}

/** The item under the pointer, whether it is a part of the page or painted; Shift+F10 has no pointer. */
function itemUnder(surface: Surface, { button, clientX, clientY }: MouseEvent<HTMLElement>) {
  const row = button === 2 ? rowUnder(surface, clientY) : null
  if (row?.kind !== 'track') return null
  const placed = placedItems(committedProject(), row.track)
  return hit(placed, xWithin(surface, clientX), useSession.getState())?.placed ?? null
}

function clipUnder(surface: Surface, event: MouseEvent<HTMLElement>): ItemId | undefined {
  const found = itemUnder(surface, event)
  return found && isPlacedClip(found) ? found.item.id : undefined
}

function gapUnder(surface: Surface, event: MouseEvent<HTMLElement>): Place {
  selectNothing()
  const found = itemUnder(surface, event)
  if (!found || isPlacedClip(found)) return 'empty'
  useSession.setState({ gap: { trackId: found.track.id, frame: found.start } })
  return 'gap'
}

export function useContextMenu({ run, isEnabled }: Actions) {
  const { t } = useTranslation()
  const [place, setPlace] = useState<Place>('empty')
  const items = MENUS[place].flatMap((section) =>
    section.map((id, order): ContextMenuItem => {
      const [key] = keysOf(id)
      return {
        label: t(`action:${id}`),
        run: () => run(id),
        hint: key === undefined ? undefined : formatChord(key, isMac),
        isDisabled: !isEnabled(id),
        section: order === 0,
      }
    }),
  )
  return {
    items,
    onOpen: (surface: Surface, event: MouseEvent<HTMLElement>) => setPlace(placeOf(surface, event)),
  }
}
