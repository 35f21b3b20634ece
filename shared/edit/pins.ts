/**
 * The pins of a shot: pictures held to indexes of its 24 fps grid.
 *
 *     index   0          48         120            0              72    120
 *     pins    ▲──────────▲──────────▲       →      ▲──────────────▲─────▲      move one
 *
 * Checked here is what the document alone can tell: one pin per index, inside the shot's length, at most 64 pins,
 * and on a looping shot none but the first picture. What a model allows beyond that is shared/generation/rules.
 * Nothing here touches clips, takes or the shot itself.
 */
import type { PinId, ShotId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { pinsOf, record, shotOf } from '../model/select.ts'
import type { PictureRef, Pin } from '../model/shot.ts'
import { lastPinIndex } from '../model/shotLength.ts'
import { change } from './draft.ts'
import { refuse } from './refuse.ts'

export const MAX_PINS = 64

export const addPin = (project: Project, { pin }: { readonly pin: Pin }): Project =>
  checked(
    change(project, (draft) => {
      record(project, 'assets', pin.picture.assetId)
      draft.add('pins', pin)
    }),
    [pin.shotId],
  )

export const movePins = (
  project: Project,
  { moves }: { readonly moves: readonly { readonly pinId: PinId; readonly index: number }[] },
): Project =>
  checked(
    change(project, (draft) => {
      for (const { pinId, index } of moves) draft.set('pins', pinId, { index })
    }),
    moves.map(({ pinId }) => record(project, 'pins', pinId).shotId),
  )

export const removePins = (
  project: Project,
  { pinIds }: { readonly pinIds: readonly PinId[] },
): Project =>
  change(project, (draft) => {
    for (const id of pinIds) draft.remove('pins', id)
  })

export const replacePin = (
  project: Project,
  { pinId, picture }: { readonly pinId: PinId; readonly picture: PictureRef },
): Project =>
  change(project, (draft) => {
    record(project, 'assets', picture.assetId)
    draft.set('pins', pinId, { picture })
  })

function checked(project: Project, shotIds: readonly ShotId[]): Project {
  for (const id of new Set(shotIds)) checkPins(project, id)
  return project
}

/** @throws EditRefused when the shot's pins do not fit it. */
export function checkPins(project: Project, shotId: ShotId): void {
  const shot = shotOf(project, shotId)
  const pins = pinsOf(project, shotId)
  if (pins.length > MAX_PINS) {
    refuse(`"${shot.name}" would have ${pins.length} pins; a shot takes at most ${MAX_PINS}.`)
  }
  const last = lastPinIndex(shot)
  let before = -1
  for (const { index } of pins) {
    if (index === before) {
      refuse(`Two pins of "${shot.name}" would be at index ${index}; choose another index.`)
    }
    if (index > last) {
      refuse(
        `A pin at index ${index} would be outside "${shot.name}", which ends at index ${last}.`,
      )
    }
    if (shot.loop && index > 0) {
      refuse(
        `"${shot.name}" loops, which allows a pin at index 0 only; turn the loop off or remove the others.`,
      )
    }
    before = index
  }
}
