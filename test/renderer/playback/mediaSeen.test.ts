import { expect, test } from 'vitest'
import { looksOther } from '../../../renderer/playback/mediaSeen.ts'
import type { Scene } from '../../../renderer/playback/Scene.ts'
import type { MediaStatus } from '../../../shared/ipc/calls/media.ts'

const layer = (mediaKey: string) => ({
  kind: 'layer',
  content: { kind: 'media', asset: { mediaKey } },
})
const picture = (...nodes: unknown[]) => ({ width: 4, height: 4, nodes })
const nested = { kind: 'layer', content: { kind: 'nested', picture: picture(layer('deep')) } }
const scene = {
  picture: picture(layer('seen'), nested),
  others: [picture(layer('compared'))],
} as unknown as Pick<Scene, 'picture' | 'others'>

const waiting: MediaStatus = {
  ...{ mediaKey: 'any', online: true },
  ...{ poster: 'queued', filmstrip: 'queued', peaks: 'queued', proxy: 'queued' },
}
const before = { seen: waiting, deep: waiting, compared: waiting, hidden: waiting }
const news = (mediaKey: string, status: Partial<MediaStatus>): boolean =>
  looksOther(scene, { ...before, [mediaKey]: { ...waiting, ...status } }, before)

test('a scene is drawn anew for a proxy, a poster and a file that comes or goes', () => {
  expect([
    news('seen', { proxy: 'ready' }),
    news('deep', { online: false }),
    news('compared', { poster: 'ready' }),
    looksOther(scene, before, {}),
  ]).toEqual([true, true, true, true])
})

test('not for how far other files are, nor for media that it does not show', () => {
  expect([
    news('seen', { filmstripPart: 3, peaks: 'running' }),
    news('hidden', { online: false }),
    looksOther(scene, before, before),
  ]).toEqual([false, false, false])
})
