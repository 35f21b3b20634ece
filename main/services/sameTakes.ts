import type { SameTake } from '../../shared/ipc/money.ts'
import type { Store } from '../database/store.ts'
import type { EngineName } from '../engines/GenerationEngine.ts'

/** Takes of any project that were made from the same; each result once, however many copies of projects have it. */
export function sameTakes(
  store: Pick<Store, 'takes'>,
  recipe: string,
  engine: EngineName,
): SameTake[] {
  const results = new Set<string>()
  return store.takes.withRecipe(recipe, engine).flatMap(({ projectId, take }) => {
    const { mediaKey, name } = take.asset
    if (results.has(mediaKey)) return []
    results.add(mediaKey)
    const { id: takeId, shotId, number, cost } = take
    return [{ projectId, shotId, takeId, number, name, cost }]
  })
}
