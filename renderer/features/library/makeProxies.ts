/** Asks for proxies of assets, needed or not. */
import type { AssetId } from '../../../shared/model/ids.ts'
import { call } from '../../bridge/keyreel.ts'
import { committedProject } from '../../store/document.ts'
import { useSession } from '../../store/session.ts'

export async function makeProxies(assetIds: readonly AssetId[]): Promise<void> {
  const { assets } = committedProject()
  const mediaKeys = assetIds.flatMap((id) => assets.get(id)?.mediaKey ?? [])
  await call('media:makeProxies', { mediaKeys })
}

/** Of the asset in the source monitor, else of those selected in the library. */
export const chosenAssets = (): AssetId[] => {
  const { source, assets } = useSession.getState()
  return (source === null ? assets : [source]) as AssetId[]
}
