/** Where generated media comes from, as it travels in a clip's metadata. */
import type { Clip } from '../model/clip.ts'
import type { Project } from '../model/project.ts'
import { pinsOf, record } from '../model/select.ts'
import { inEnglish } from '../words/english.ts'
import type { Json, JsonObject } from './otio.ts'

/** Which shot, which take, made how and at what cost (1e-7 USD). Paths never travel. */
export function provenance({ source }: Clip, project: Project): JsonObject {
  if (source.kind !== 'shot') return {}
  const shot = record(project, 'shots', source.shotId)
  const pins = pinsOf(project, shot.id).map(({ index, picture }) => ({ index, picture }))
  const take = shot.takeId === undefined ? undefined : record(project, 'takes', shot.takeId)
  return {
    shot: JSON.parse(JSON.stringify({ ...shot, pins })) as Json,
    ...(take && {
      take: JSON.parse(
        JSON.stringify({
          ...{ id: take.id, number: take.number, engine: take.engine },
          ...{
            method: inEnglish(take.method),
            cost: take.cost,
            notes: take.notes.map(inEnglish),
            request: take.request,
            response: take.response,
          },
          ...{ submittedAt: take.submittedAt, finishedAt: take.finishedAt },
        }),
      ) as Json,
    }),
  }
}
