/** Looks at a result before it becomes a take. */

import { RAY_3_2 } from '../../../shared/generation/models.ts'
import type { VideoInferenceRequest } from '../../../shared/generation/request.ts'
import type { MediaInfo } from '../../../shared/model/mediaInfo.ts'
import { toNumber } from '../../../shared/time/rational.ts'
import type { Said } from '../../../shared/words/Said.ts'
import { say } from '../../../shared/words/say.ts'
import { type MediaEngine, MediaError } from '../../media/MediaEngine.ts'

export interface VerifiedTake {
  readonly info: MediaInfo
  /** Pictures that decode. */
  readonly frames: number
  /** Where the result differs from what was asked, in plain sentences. A paid result is kept all the same. */
  readonly notes: readonly Said[]
}

/** Decodes every picture. @throws MediaError when the file is no film or breaks off. */
export async function verifyTake(
  engine: MediaEngine,
  file: string,
  request: VideoInferenceRequest,
  expectedSeconds: number | undefined,
  signal: AbortSignal,
): Promise<VerifiedTake> {
  const info = await engine.probe(file, signal)
  const [picture] = info.video
  if (!picture) {
    throw new MediaError(say('media:noPictures'), 'unsupported')
  }
  let frames = 0
  const onFrame = (frame: number): void => {
    frames = frame
  }
  await engine.run(
    [
      '-xerror',
      '-i',
      `file:${file}`,
      '-map',
      '0:v:0',
      '-fps_mode',
      'passthrough',
      '-f',
      'null',
      '-',
    ],
    { signal, onFrame },
  )
  if (frames === 0) {
    throw new MediaError(say('media:noneDecodes'), 'unreadable')
  }
  const notes: Said[] = []
  const { width, height } = request
  if (
    width !== undefined &&
    height !== undefined &&
    (picture.width !== width || picture.height !== height)
  ) {
    notes.push(
      say('take:otherSize', { width, height, gotWidth: picture.width, gotHeight: picture.height }),
    )
  }
  const rate = toNumber(picture.rate)
  const wantedRate = toNumber(RAY_3_2.rate)
  if (Math.abs(rate - wantedRate) > 0.01) {
    notes.push(say('take:otherRate', { wanted: wantedRate, got: Math.round(rate * 1000) / 1000 }))
  }
  const wantedFrames =
    expectedSeconds === undefined ? undefined : Math.round(expectedSeconds * wantedRate)
  // The index grid ends one past the last picture, and services were seen to send either count.
  if (wantedFrames !== undefined && Math.abs(frames - wantedFrames) > 1) {
    notes.push(say('take:otherLength', { wanted: wantedFrames, got: frames }))
  }
  return { info, frames, notes }
}
