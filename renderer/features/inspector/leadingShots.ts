/** Shots that lead on from what is in the cut: a gap filled, a cut bridged, a clip gone on with. */
import type { CutRef } from '../../../shared/edit/cut.ts'
import {
  bridgingCut,
  extendingClip,
  fillingGap,
  type LeadingShot,
} from '../../../shared/edit/leadingShot.ts'
import { EditRefused } from '../../../shared/edit/refuse.ts'
import type { Clip } from '../../../shared/model/clip.ts'
import type { ItemId, PinId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import { type PlacedItem, place } from '../../../shared/model/select.ts'
import type { Shot } from '../../../shared/model/shot.ts'
import { say } from '../../../shared/words/say.ts'
import { errorInWords } from '../../i18n/inWords.ts'
import { newCommand } from '../../store/dispatchAll.ts'
import { committedProject, dispatch, useDocument } from '../../store/document.ts'
import { useSession } from '../../store/session.ts'
import { blankShot, selectClipOf } from './newShot.ts'
import { firstSelected, shotBehind } from './selected.ts'

type Label = 'label:fillGap' | 'label:bridgeCut' | 'label:extendClip'

/** Puts the shot there with its pins, in one step, and shows it. What cannot be is said as any refused edit. */
function make(
  label: Label,
  lead: (project: Project) => LeadingShot,
  rest: Partial<Pick<Shot, 'prompt' | 'resolution' | 'aspect'>> = {},
): void {
  const project = committedProject()
  let leading: LeadingShot
  try {
    leading = lead(project)
  } catch (error) {
    if (!(error instanceof EditRefused)) throw error
    useDocument.setState({ refusal: errorInWords(error) })
    return
  }
  const { length, pictures, assets, place: at } = leading
  const shot: Shot = { ...blankShot(project, 'pins'), ...rest, length }
  const pins = pictures.map((pin) => ({
    ...pin,
    id: crypto.randomUUID() as string as PinId,
    shotId: shot.id,
  }))
  // In the history it is the gap, the cut or the clip that was gone on with, not only a new shot.
  const made = dispatch('batch', {
    label: say(label, { shot: shot.name }),
    commands: [
      ...(assets.length === 0 ? [] : [newCommand('assets.add', { assets: [...assets] })]),
      newCommand('shot.create', { shot, pins, place: at }),
    ],
  })
  if (made) selectClipOf(shot.id)
}

export const canFillGap = (): boolean => {
  const { project } = useDocument.getState()
  const { gap } = useSession.getState()
  return gap !== null && project?.tracks.get(gap.trackId)?.kind === 'picture'
}

export function fillGap(): void {
  const { gap } = useSession.getState()
  if (gap) make('label:fillGap', (project) => fillingGap(project, gap.trackId, gap.frame))
}

/** Of the cuts that are meant, the first between two pictures. */
function pictureCut(cuts: readonly CutRef[]): readonly [ItemId, ItemId] | undefined {
  const { project } = useDocument.getState()
  for (const { from, to } of cuts) {
    if (!project || from === null || to === null) continue
    if (place(project, from).track.kind === 'picture') return [from, to]
  }
  return undefined
}

export const canBridgeCut = (cuts: readonly CutRef[]): boolean => pictureCut(cuts) !== undefined

export function bridgeCut(cuts: readonly CutRef[]): void {
  const cut = pictureCut(cuts)
  if (cut) make('label:bridgeCut', (project) => bridgingCut(project, ...cut))
}

/** The selected picture clip. */
function selectedPicture(): PlacedItem<Clip> | null {
  const placed = firstSelected(useDocument.getState().project, useSession.getState().clips)
  return placed?.track.kind === 'picture' ? placed : null
}

export const canExtend = (): boolean => selectedPicture() !== null

/** Goes on with the words and the size of the shot that is gone on with, where it is one. */
export function extendClip(): void {
  const placed = selectedPicture()
  if (!placed) return
  const before = shotBehind(committedProject(), placed)
  make(
    'label:extendClip',
    (project) => extendingClip(project, placed.item.id),
    before ? { prompt: before.prompt, resolution: before.resolution, aspect: before.aspect } : {},
  )
}
