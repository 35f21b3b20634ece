/** One look over several clips: the shots they become, in one step, and all their takes for one price. */
import { EditRefused } from '../../../shared/edit/refuse.ts'
import { shotFromClip } from '../../../shared/edit/shotFromClip.ts'
import type { Clip } from '../../../shared/model/clip.ts'
import type { ItemId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import { settingsOf, shotOf } from '../../../shared/model/select.ts'
import type { Pin, Shot } from '../../../shared/model/shot.ts'
import type { Said } from '../../../shared/words/Said.ts'
import { say } from '../../../shared/words/say.ts'
import { call } from '../../bridge/keyreel.ts'
import { errorInWords } from '../../i18n/inWords.ts'
import { dispatchAll, newCommand } from '../../store/dispatchAll.ts'
import { committedProject, settled, useDocument } from '../../store/document.ts'
import { blankShot } from './newShot.ts'
import type { EngineName } from './quotes.ts'

export type PlannedLook = readonly {
  readonly itemId: ItemId
  readonly shot: Shot
  readonly pins: Pin[]
}[]

export interface LookPlan {
  readonly planned: PlannedLook
  /** Clips that cannot be transformed, such as stills, with the reason. */
  readonly refused: ReadonlyMap<ItemId, Said>
}

/** Each shot with the source that its clip uses. */
export function planLook(
  project: Project,
  clips: readonly Clip[],
  look: Pick<Shot, 'prompt' | 'resolution' | 'edit'>,
): LookPlan {
  const planned: PlannedLook[number][] = []
  const refused = new Map<ItemId, Said>()
  for (const { id: itemId, name } of clips) {
    const blank: Shot = { ...blankShot(project, 'transform'), ...look, name }
    try {
      const made = shotFromClip(project, { itemId, shot: blank, pins: [] })
      planned.push({ itemId, shot: shotOf(made, blank.id), pins: [] })
    } catch (error) {
      if (!(error instanceof EditRefused)) throw error
      refused.set(itemId, error.said)
    }
  }
  return { planned, refused }
}

/** One step of the history. */
export const makeLook = (planned: PlannedLook): boolean =>
  dispatchAll(
    say('label:lookOver', { count: planned.length }),
    planned.map((each) => newCommand('shot.fromClip', each)),
  )

/** @param quoted what all of them were said to cost, 1e-7 USD */
export async function generateLook(
  planned: PlannedLook,
  engine: EngineName,
  quoted: number,
  isConfirmed: boolean,
): Promise<void> {
  await settled()
  const projectId = settingsOf(committedProject()).id
  const shotIds = planned.map(({ shot }) => shot.id)
  try {
    await call('shot:generateAll', { projectId, shotIds, engine, quoted, isConfirmed })
  } catch (error) {
    useDocument.setState({ refusal: errorInWords(error) })
  }
}
