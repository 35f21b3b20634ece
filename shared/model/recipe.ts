/**
 * What a shot asks for, as one canonical string: equal strings ask for the same thing. Names, ids and windows on
 * the shot are no part of it; media count by their content (`mediaKey`), so that relinking a file changes nothing.
 */
import { z } from 'zod'
import { formatRational } from '../time/rational.ts'
import type { Project } from './project.ts'
import { pinsOf, record, shotOf } from './select.ts'
import { type PictureRef, resolutionSchema, type Shot } from './shot.ts'
import { shotLength } from './shotLength.ts'
import type { Take } from './take.ts'

/**
 * Only what the shot's mode sends counts: a generation has no source, a transformation no loop. Members are written
 * in a fixed order, hence canonical. @throws MissingRecord when a picture's asset is gone.
 */
export function recipeOf(project: Project, shot: Shot): string {
  const { mode, prompt, resolution, sizing, hdr, exrExport } = shot
  const isGenerated = mode === 'text' || mode === 'pins'
  return JSON.stringify({
    mode,
    prompt,
    length: formatRational(shotLength(shot)),
    resolution,
    ...(sizing !== undefined && { sizing }),
    ...(mode !== 'transform' && { aspect: shot.aspect }),
    ...(isGenerated && { loop: shot.loop }),
    ...(mode !== 'reframe' && { hdr, exrExport }),
    ...((mode === 'pins' || mode === 'transform') && {
      pins: pinsOf(project, shot.id).map(({ index, picture, anchor }) => [
        index,
        ...pictureKey(project, picture),
        ...(anchor === undefined ? [] : [anchor]),
      ]),
    }),
    ...(!isGenerated && { source: sourceKey(project, shot) }),
    ...(mode === 'transform' && { edit: editKey(shot) }),
    ...(mode === 'reframe' && { placement: placementKey(shot) }),
    ...remoteKey(shot),
    ...outputKey(shot),
  })
}

/** Whether the take's shot would now ask for something else than the take was made from. */
export const isStale = (project: Project, take: Pick<Take, 'shotId' | 'recipe'>): boolean =>
  recipeOf(project, shotOf(project, take.shotId)) !== take.recipe

/** The size that was asked for. */
export const resolutionIn = (recipe: string): Shot['resolution'] | undefined =>
  sizedSchema.safeParse(JSON.parse(recipe)).data?.resolution

const sizedSchema = z.object({ resolution: resolutionSchema })

const pictureKey = (project: Project, { assetId, time }: PictureRef): [string, string] => [
  record(project, 'assets', assetId).mediaKey,
  formatRational(time),
]

function sourceKey(project: Project, { source }: Shot): string[] | null {
  if (!source) return null
  const { mediaKey } = record(project, 'assets', source.assetId)
  return [mediaKey, formatRational(source.start), formatRational(source.duration)]
}

/** Absent and empty both mean automatic. */
function editKey({ edit }: Shot): object | null {
  const { strength, poseStrength, depthBlur, normalsAugmentation, trajectorySparsity, face } =
    edit ?? {}
  const { autoControls } = edit ?? {}
  const key = {
    ...{ strength, poseStrength, depthBlur, normalsAugmentation, trajectorySparsity, face },
    ...(autoControls === undefined ? {} : { autoControls }),
  }
  return Object.values(key).every((value) => value === undefined) ? null : key
}

function placementKey({ placement }: Shot): number[] | null {
  return placement ? [placement.x, placement.y, placement.width, placement.height] : null
}

/** What the service fetches itself, where the mode sends it. */
function remoteKey({ mode, remote, source }: Shot): object {
  const video = source || mode === 'text' || mode === 'pins' ? undefined : remote?.video
  const pictures =
    mode === 'pins' || mode === 'transform'
      ? (remote?.pictures ?? []).map(({ image, frame }) => [frame, image])
      : []
  return {
    ...(video !== undefined && { remoteVideo: video }),
    ...(pictures.length > 0 && { remotePictures: pictures }),
  }
}

/** What of the delivery changes the result itself. */
function outputKey({ delivery }: Shot): object {
  const { outputFormat, outputQuality, safety } = delivery ?? {}
  return {
    ...(outputFormat !== undefined && { outputFormat }),
    ...(outputQuality !== undefined && { outputQuality }),
    ...(safety && { safety: [safety.checkContent ?? null, safety.mode ?? null] }),
  }
}
