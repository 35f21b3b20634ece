/** What a request asks for and this engine leaves out, each said in one sentence: nothing is dropped silently. */
import { mode, type VideoInferenceRequest } from '../../../shared/generation/request.ts'

export function leftOut(request: VideoInferenceRequest): string[] {
  const { settings } = request
  const edit = settings?.edit
  const kind = mode(request)
  const asked: readonly (readonly [boolean, string])[] = [
    [settings?.hdr === true, 'HDR was asked for; the local engine writes SDR (BT.709, 8 bits).'],
    [
      settings?.exrExport === true,
      'EXR export was asked for; the local engine has no HDR picture to export.',
    ],
    [
      edit?.controls !== undefined,
      'Pose, depth, normals, trajectory and face controls steer the real model; the local engine keeps the motion as it is and ignores them.',
    ],
    [
      kind === 'reframe' && request.inputs?.frameImages !== undefined,
      'Pinned pictures were not used: a reframe takes none.',
    ],
    [
      kind === 'reframe' && edit !== undefined,
      'Transformation settings were not used: a reframe keeps the look.',
    ],
    [
      (kind === 'reframe' || kind === 'transform') && settings?.loop === true,
      'Loop was not followed: it is for generated shots only.',
    ],
    [
      (request.numberResults ?? 1) > 1,
      'One result was made: the local engine gives the same picture every time.',
    ],
    [
      request.outputFormat !== undefined && request.outputFormat !== 'MP4',
      `${request.outputFormat} was asked for; the local engine writes MP4.`,
    ],
    [
      kind === 'pins',
      'The prompt was read for a camera move at most; nothing was generated from it.',
    ],
  ]
  return asked.filter(([is]) => is).map(([, sentence]) => sentence)
}
