/**
 * The pins of a shot: pictures held to indexes of its 24 fps grid.
 *
 *     index   0          48         120            0              72    120
 *     pins    ▲──────────▲──────────▲       →      ▲──────────────▲─────▲      move one
 *
 * Checked here is what the document alone can tell: one pin per index, inside the shot's length, at most 64 pins,
 * and on a looping shot none but the first picture. What a model allows beyond that is shared/generation/rules.
 * Nothing here touches clips, takes or the shot itself.
 *
 * Around: linked, shots, takes, transitions, markers, locked, sync-locked stay; pins change.
 */
import type { MakeId, PinId, ShotId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { pinsOf, record, shotOf } from '../model/select.ts'
import type { PictureRef, Pin } from '../model/shot.ts'
import { lastPinIndex } from '../model/shotLength.ts'
import type { Rational } from '../time/rational.ts'
import { change } from './draft.ts'
import { refuse } from './refuse.ts'
import { scaledAbout } from './scaledAbout.ts'

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

export interface PinCopy {
  readonly pinIds: readonly PinId[]
  readonly toShotId: ShotId
  /** Where the first of them lands; the others keep their distance. */
  readonly index: number
}

export function copyPins(project: Project, args: PinCopy, makeId: MakeId): Project {
  const pins = [...new Set(args.pinIds)].map((id) => record(project, 'pins', id))
  const first = Math.min(...pins.map(({ index }) => index))
  const copied = change(project, (draft) => {
    for (const pin of pins) {
      const index = args.index + pin.index - first
      draft.add('pins', { ...pin, id: makeId<PinId>(), shotId: args.toShotId, index })
    }
  })
  return checked(copied, [args.toShotId])
}

export interface PinScaling {
  readonly pinIds: readonly PinId[]
  /** The index that stays; the distances of the pins from it are multiplied. */
  readonly anchor: number
  /** Positive. */
  readonly factor: Rational
}

/** Indexes are rounded to the nearest. */
export function scalePins(project: Project, { pinIds, anchor, factor }: PinScaling): Project {
  const moves = [...new Set(pinIds)].map((pinId) => {
    const index = scaledAbout(anchor, record(project, 'pins', pinId).index, factor)
    if (index < 0) refuse('edit:pinScaledBeforeStart')
    return { pinId, index }
  })
  return movePins(project, { moves })
}

function checked(project: Project, shotIds: readonly ShotId[]): Project {
  for (const id of new Set(shotIds)) checkPins(project, id)
  return project
}

/** @throws EditRefused when the shot's pins do not fit it. */
export function checkPins(project: Project, shotId: ShotId): void {
  const shot = shotOf(project, shotId)
  const pins = pinsOf(project, shotId)
  if (pins.length > MAX_PINS) {
    refuse('edit:pinsTooMany', { shot: shot.name, count: pins.length, most: MAX_PINS })
  }
  // Where a video out on the web ends nobody here knows: the service says it.
  const isOpen = shot.source === undefined && shot.remote?.video !== undefined
  const last = isOpen ? Number.POSITIVE_INFINITY : lastPinIndex(shot)
  let before = -1
  for (const { index } of pins) {
    if (index === before) {
      refuse('edit:pinsMeet', { shot: shot.name, index })
    }
    if (index > last) {
      refuse('edit:pinOutside', { shot: shot.name, index, last })
    }
    if (shot.loop && index > 0) {
      refuse('edit:pinsOnLoop', { shot: shot.name })
    }
    before = index
  }
}
