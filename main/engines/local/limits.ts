/** What a request asks for and this engine leaves out, each said in one sentence: nothing is dropped silently. */

import { mode, type VideoInferenceRequest } from '../../../shared/generation/request.ts'
import type { Said } from '../../../shared/words/Said.ts'
import { say } from '../../../shared/words/say.ts'

export function leftOut(request: VideoInferenceRequest): Said[] {
  const { settings } = request
  const edit = settings?.edit
  const kind = mode(request)
  const asked: readonly (readonly [boolean, Said])[] = [
    [settings?.hdr === true, say('take:noHdr')],
    [settings?.exrExport === true, say('take:noExr')],
    [edit?.controls !== undefined, say('take:noControls')],
    [kind === 'reframe' && request.inputs?.frameImages !== undefined, say('take:pinsUnused')],
    [kind === 'reframe' && edit !== undefined, say('take:editUnused')],
    [
      (kind === 'reframe' || kind === 'transform') && settings?.loop === true,
      say('take:loopUnused'),
    ],
    [(request.numberResults ?? 1) > 1, say('take:oneResult')],
    [
      request.outputFormat !== undefined && request.outputFormat !== 'MP4',
      say('take:mp4Instead', { format: request.outputFormat ?? '' }),
    ],
    [kind === 'pins', say('take:promptForCamera')],
  ]
  return asked.filter(([is]) => is).map(([, sentence]) => sentence)
}
