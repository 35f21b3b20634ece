/** Which takes of a shot are held against each other. */
import type { ShotId, TakeId } from '../../../shared/model/ids.ts'
import type { Shot } from '../../../shared/model/shot.ts'
import { type CompareMode, MOST_COMPARED, useSession } from '../../store/session.ts'
import { takesInView, useTakes } from '../../store/takes.ts'

export const chosenOf = (shotId: ShotId): readonly TakeId[] => {
  const { chosenTakes } = useSession.getState()
  return chosenTakes?.shotId === shotId ? chosenTakes.takeIds : []
}

/** Joins or leaves the choice; of more than four the one chosen first leaves. */
export function choose(shotId: ShotId, takeId: TakeId): void {
  const before = chosenOf(shotId)
  const takeIds = before.includes(takeId)
    ? before.filter((other) => other !== takeId)
    : [...before, takeId].slice(-MOST_COMPARED)
  useSession.setState({ chosenTakes: { shotId, takeIds } })
}

export const isComparing = (shotId: ShotId): boolean => {
  const { audition } = useSession.getState()
  return audition?.shotId === shotId && (audition.takeIds.length > 1 || audition.mode !== 'one')
}

/** Those chosen; without a choice the newest against the one before it, or against the cut. */
function toCompare(shot: Shot): readonly TakeId[] {
  const chosen = chosenOf(shot.id)
  if (chosen.length > 1) return chosen
  return takesInView(useTakes.getState().byShot[shot.id], shot)
    .slice(-2)
    .map(({ id }) => id)
}

export const canCompare = (shot: Shot): boolean =>
  isComparing(shot.id) || toCompare(shot).length > 1

/** Begins to compare, two by a wipe and more side by side, or ends it. */
export function toggleComparing(shot: Shot): void {
  if (isComparing(shot.id)) {
    useSession.setState({ audition: null })
    return
  }
  const takeIds = toCompare(shot)
  if (takeIds.length < 2) return
  const mode = takeIds.length > 2 ? 'side' : 'wipe'
  useSession.setState({ audition: { shotId: shot.id, takeIds, mode } })
}

const MODES: readonly CompareMode[] = ['side', 'wipe', 'difference']

/** Side by side, wipe, difference, and round again; begins to compare where nothing is compared yet. */
export function nextComparison(shot: Shot): void {
  const { audition } = useSession.getState()
  if (!audition || !isComparing(shot.id)) {
    toggleComparing(shot)
    return
  }
  const mode = MODES[(MODES.indexOf(audition.mode) + 1) % MODES.length] ?? 'side'
  useSession.setState({ audition: { ...audition, mode } })
}
