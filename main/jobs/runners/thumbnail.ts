/** Makes the picture that stands for a project. */
import { tmpdir } from 'node:os'
import type { Asset } from '../../../shared/model/asset.ts'
import type { Project } from '../../../shared/model/project.ts'
import { placedClips, settingsOf, timelineOf, tracksOf } from '../../../shared/model/select.ts'
import type { Timeline } from '../../../shared/model/timeline.ts'
import { stillArgs } from '../../../shared/render/ffmpegArgs.ts'
import { planRender } from '../../../shared/render/planRender.ts'
import { say } from '../../../shared/words/say.ts'
import type { Store } from '../../database/store.ts'
import { inFolder, writePlates } from '../../exports/plates/writePlates.ts'
import type { MediaStore } from '../../files/mediaStore.ts'
import { type MediaEngine, MediaError } from '../../media/MediaEngine.ts'
import type { Media } from '../../services/media.ts'
import type { Projects } from '../../services/projects.ts'
import { ServiceError } from '../../services/ServiceError.ts'
import { thumbnailKey } from '../../services/thumbnails.ts'
import { thumbnailPayloadSchema } from '../payloads.ts'
import { defineRunner } from '../Runner.ts'

export interface ThumbnailPorts {
  readonly store: Store
  readonly engine: MediaEngine
  readonly files: MediaStore
  readonly projects: Pick<Projects, 'readAt'>
  readonly media: Pick<Media, 'pathOf'>
}

/** Pixels of the longer side. */
const SIDE = 320

/** The in point, else where the first visible picture begins; undefined where there is none. */
export function posterFrame(project: Project, timeline: Timeline): number | undefined {
  if (timeline.inFrame !== undefined) return timeline.inFrame
  const starts = tracksOf(project, timeline)
    .filter(({ kind, hidden }) => kind === 'picture' && !hidden)
    .flatMap((track) => placedClips(project, track).slice(0, 1))
    .map(({ start }) => start)
  return starts.length === 0 ? undefined : Math.min(...starts)
}

/** Both sides even, as encoders want them. */
function sizeOf({ width, height }: Timeline): { width: number; height: number } {
  const scale = SIDE / Math.max(width, height)
  const even = (value: number): number => Math.max(2, 2 * Math.round((value * scale) / 2))
  return { width: even(width), height: even(height) }
}

export const thumbnailRunner = ({ store, engine, files, projects, media }: ThumbnailPorts) =>
  defineRunner({
    kind: 'thumbnail',
    payload: thumbnailPayloadSchema,
    async run({ projectId }, { signal }) {
      const row = store.projects.find(projectId)
      if (!row) throw new ServiceError('notFound', say('job:projectGone'))
      const keep = (key: string | null): void =>
        store.projects.setThumbnail(projectId, { key, revisionId: row.head })
      const project = projects.readAt(projectId, row.head)
      const timeline = timelineOf(project, settingsOf(project).timelineId)
      const frame = posterFrame(project, timeline)
      if (frame === undefined) return { note: say('job:noPictureYet'), commit: () => keep(null) }
      const range = { in: frame, out: frame + 1 }
      // What cannot be drawn is a card here.
      const onLeftOut = (): void => undefined
      const plan = planRender(project, timeline, { range, size: sizeOf(timeline), onLeftOut })
      const fileOf = (asset: Asset): string => media.pathOf(asset.mediaKey)
      const key = thumbnailKey(row)
      try {
        await files.cache.getOrMake('thumbnail', `${key}.jpg`, (out) =>
          inFolder(tmpdir(), async (folder) => {
            const still = stillArgs(plan, out, { fileOf, folder })
            await writePlates(still, folder, signal)
            await engine.run(still.args, { signal })
          }),
        )
      } catch (error) {
        signal.throwIfAborted()
        // A project whose media are missing keeps its place in the list, without a picture.
        const isMissing = error instanceof ServiceError || error instanceof MediaError
        if (!isMissing) throw error
        return { note: error.said, commit: () => keep(null) }
      }
      return { note: say('job:ready'), commit: () => keep(key) }
    },
  })
