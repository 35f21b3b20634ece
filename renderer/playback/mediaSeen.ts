/** Whether news of media changes what a scene shows. Pure. */
import type { MediaStatus } from '../../shared/ipc/calls/media.ts'
import { layersIn } from './compositor/layersIn.ts'
import type { Scene } from './Scene.ts'

type ByKey = Readonly<Record<string, MediaStatus>>

/**
 * A medium that comes or goes, the proxy that stands in for it, and the poster of a still that cannot be decoded. How far
 * its other files are changes nothing here, and is told many times.
 */
export function looksOther(
  scene: Pick<Scene, 'picture' | 'others'>,
  now: ByKey,
  before: ByKey,
): boolean {
  return [scene.picture, ...scene.others].flatMap(layersIn).some(({ content }) => {
    if (content.kind !== 'media') return false
    const [is, was] = [now[content.asset.mediaKey], before[content.asset.mediaKey]]
    return is?.online !== was?.online || is?.proxy !== was?.proxy || is?.poster !== was?.poster
  })
}
