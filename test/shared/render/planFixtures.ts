/** Small projects for the tests of the render plan. */
import type { Asset } from '../../../shared/model/asset.ts'
import { type Clip, defaultPicture, defaultSound, type Item } from '../../../shared/model/clip.ts'
import type { AssetId, ItemId, MakeId } from '../../../shared/model/ids.ts'
import { type Animated, constant, type Easing, LINEAR } from '../../../shared/model/keyframe.ts'
import type { MediaInfo } from '../../../shared/model/mediaInfo.ts'
import { newProject } from '../../../shared/model/newProject.ts'
import type { Project } from '../../../shared/model/project.ts'
import { Records } from '../../../shared/model/records.ts'
import { timelineOf } from '../../../shared/model/select.ts'
import type { Timeline } from '../../../shared/model/timeline.ts'
import { ONE, type Rational, rational, ZERO } from '../../../shared/time/rational.ts'

export function counter(prefix = 'id'): MakeId {
  let count = 0
  return <T extends string>() => `${prefix}${++count}` as T
}

export const assetOf = (id: string, info: MediaInfo): Asset => ({
  id: id as AssetId,
  name: id,
  mediaKey: `key-${id}`,
  origin: 'footage',
  info,
})

export const videoInfo = (
  rate: Rational,
  overrides: { width?: number; height?: number; seconds?: number; sound?: boolean } = {},
): MediaInfo => {
  const duration = rational(overrides.seconds ?? 10)
  return {
    container: 'mov,mp4,m4a,3gp,3g2,mj2',
    kind: 'video',
    byteSize: 1000,
    duration,
    video: [
      {
        index: 0,
        codec: 'h264',
        width: overrides.width ?? 320,
        height: overrides.height ?? 180,
        rotation: 0,
        sampleAspect: ONE,
        rate,
        isVariableRate: false,
        timeBase: rational(1, 12288),
        start: ZERO,
        duration,
        pixelFormat: 'yuv420p',
        bitDepth: 8,
        hasAlpha: false,
        fieldOrder: 'progressive',
        color: {},
      },
    ],
    audio:
      overrides.sound === false
        ? []
        : [
            {
              index: 1,
              codec: 'aac',
              sampleRate: 48000,
              channels: 2,
              layout: 'stereo',
              start: ZERO,
              duration,
            },
          ],
    warnings: [],
  }
}

export const clip = (overrides: Partial<Clip> & Pick<Clip, 'source' | 'duration'>): Clip => ({
  kind: 'clip',
  id: 'x' as ItemId,
  name: 'clip',
  sourceStart: ZERO,
  speed: ONE,
  enabled: true,
  picture: defaultPicture(),
  sound: defaultSound(),
  ...overrides,
})

export const ofAsset = (asset: Asset): Clip['source'] => ({ kind: 'asset', assetId: asset.id })

export const keyed = (...points: [frame: number, value: number, easing?: Easing][]): Animated => ({
  ...constant(points[0]?.[1] ?? 0),
  keyframes: points.map(([frame, value, easing = LINEAR]) => ({
    id: `k${frame}` as never,
    frame,
    value,
    easing,
  })),
})

/** Items by track name: V1, V2, A1, A2. Each gets an id from its place. A number is a gap. */
export function projectOf(
  format: { rate?: Rational; width?: number; height?: number },
  assets: readonly Asset[],
  tracks: Partial<Record<'V1' | 'V2' | 'A1' | 'A2', readonly (Clip | number)[]>>,
): { project: Project; timeline: Timeline } {
  const base = newProject(
    'Test',
    { rate: format.rate ?? rational(24), width: format.width ?? 320, height: format.height ?? 180 },
    counter(),
    'Timeline 1',
  )
  const items: Item[] = []
  const placed = Records.of(
    base.tracks.values().map((track) => {
      const content = tracks[track.name as 'V1'] ?? []
      const ids = content.map((item, index) => {
        const id = `${track.name}.${index}` as ItemId
        items.push(typeof item === 'number' ? { kind: 'gap', id, duration: item } : { ...item, id })
        return id
      })
      return { ...track, items: ids }
    }),
  )
  const project: Project = {
    ...base,
    tracks: placed,
    items: Records.of(items),
    assets: Records.of(assets),
  }
  const [settings] = project.settings.values()
  if (!settings) throw new Error('no settings')
  return { project, timeline: timelineOf(project, settings.timelineId) }
}
