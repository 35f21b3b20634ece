/** Takes that came overnight, put into the cut together. */
import type { ShotId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import { settingsOf, shotOf } from '../../../shared/model/select.ts'
import { say } from '../../../shared/words/say.ts'
import { i18n } from '../../i18n/i18n.ts'
import { dispatchAll, newCommand } from '../../store/dispatchAll.ts'
import { committedProject, settled, useDocument } from '../../store/document.ts'
import { useSession } from '../../store/session.ts'
import { loadTakes, takesInView, useTakes } from '../../store/takes.ts'

/** Shots behind the selected clips, each once. */
const selectedShots = (project: Project): ShotId[] => [
  ...new Set(
    useSession.getState().clips.flatMap((id) => {
      const item = project.items.get(id)
      return item?.kind === 'clip' && item.source.kind === 'shot' ? [item.source.shotId] : []
    }),
  ),
]

export const canAcceptNewest = (): boolean => {
  const { project } = useDocument.getState()
  return project !== null && selectedShots(project).length > 0
}

/** The newest take of each selected clip's shot goes into the cut, all in one step. */
export async function acceptNewest(): Promise<void> {
  await settled()
  const project = committedProject()
  const shotIds = selectedShots(project)
  await Promise.all(shotIds.map((shotId) => loadTakes(settingsOf(project).id, shotId)))
  const { byShot } = useTakes.getState()
  const accepted = shotIds.flatMap((shotId) => {
    const take = takesInView(byShot[shotId], shotOf(project, shotId)).at(-1)
    const isInCut = take !== undefined && project.shots.get(shotId)?.takeId === take.id
    return take && !isInCut ? [newCommand('take.accept', { shotId, take })] : []
  })
  if (accepted.length === 0) useDocument.setState({ refusal: i18n.t('takes.noneNewer') })
  else if (dispatchAll(say('label:acceptTakes', { count: accepted.length }), accepted)) {
    useSession.setState({ audition: null })
  }
}
