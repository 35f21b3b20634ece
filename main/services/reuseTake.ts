import { randomUUID } from 'node:crypto'
import type { SameTake } from '../../shared/ipc/money.ts'
import type { AssetId, JobId, ProjectId, ShotId, TakeId } from '../../shared/model/ids.ts'
import { recipeOf } from '../../shared/model/recipe.ts'
import { shotOf } from '../../shared/model/select.ts'
import type { Take } from '../../shared/model/take.ts'
import { say } from '../../shared/words/say.ts'
import type { Store } from '../database/store.ts'
import type { Announce } from './Announce.ts'
import type { Projects } from './projects.ts'
import { ServiceError } from './ServiceError.ts'
import type { Words } from './spoken.ts'

export interface ReusePorts {
  readonly store: Store
  readonly projects: Pick<Projects, 'read'>
  readonly announce: Announce
  /** A take is called in the language spoken when it is given. */
  readonly words: Words
}

export type TakeSource = Pick<SameTake, 'projectId' | 'takeId'>

/**
 * Gives a shot a take that another one has already, made from exactly the same. Nothing is generated and nothing
 * paid. @throws ServiceError when it was made from something else
 */
export function reuseTake(
  { store, projects, announce, words: spoken }: ReusePorts,
  projectId: ProjectId,
  shotId: ShotId,
  from: TakeSource,
): Take {
  const project = projects.read(projectId)
  const shot = shotOf(project, shotId)
  const given = store.transaction(() => {
    const found = store.takes.ofProject(from.projectId).find(({ id }) => id === from.takeId)
    if (!found) throw new ServiceError('notFound', say('money:noTake'))
    if (found.recipe !== recipeOf(project, shot)) {
      const words = { take: found.number, shot: shot.name }
      throw new ServiceError('refused', say('money:otherRecipe', words))
    }
    if (from.projectId === projectId && found.shotId === shotId) return found
    const number = store.takes.nextNumber(projectId, shotId)
    const words = { take: found.number, shot: found.asset.name }
    const take: Take = {
      ...found,
      ...{ id: randomUUID() as TakeId, shotId, number, cost: 0 },
      asset: {
        ...found.asset,
        id: randomUUID() as AssetId,
        name: spoken(say('newName:take', { shot: shot.name, number })),
      },
      notes: [...found.notes, say('money:reused', words)],
    }
    // No job made it; the table wants a name of its own for each.
    store.takes.insert(projectId, `reused-${take.id}` as JobId, take)
    return take
  })
  announce('take:arrived', { projectId, take: given })
  return given
}
