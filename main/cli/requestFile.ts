/** A request document with the local files that stand for its media. */
import { basename, extname, resolve } from 'node:path'
import { parseRequestDocument } from '../../shared/generation/document.ts'
import type { RequestFacts } from '../../shared/generation/pricing.ts'
import type { VideoInferenceRequest } from '../../shared/generation/request.ts'
import { checkRequest, isSendable, type RuleViolation } from '../../shared/generation/rules.ts'
import { displaySize } from '../../shared/model/mediaInfo.ts'
import { inEnglish } from '../../shared/words/english.ts'
import type { Services } from '../compose.ts'
import type { Media } from '../services/media.ts'
import type { RequestDocument } from '../services/requests.ts'
import { CommandFailed, EXIT, usageError } from './exitCodes.ts'
import { isFile } from './isFile.ts'
import { readTextFile } from './readTextFile.ts'

export interface RequestFile extends RequestDocument {
  readonly facts: RequestFacts
}

/**
 * `given` are the words of `--input`: `video=FILE`, `image0=FILE` …
 * @throws CommandFailed; MediaError for a video that cannot be read.
 */
export async function readRequestFile(
  path: string,
  given: readonly string[],
  services: Pick<Services, 'media' | 'modelFacts'>,
  signal: AbortSignal,
): Promise<RequestFile> {
  const name = `"${basename(path)}"`
  const request = await parse(path, name)
  const inputs = new Map<string, string>()
  for (const word of given) {
    const [, role = '', file = ''] = /^([a-z]+\d*)=(.+)$/.exec(word) ?? []
    const reference = mediaOf(request, role)
    if (reference === undefined) {
      throw usageError(
        `"${word}" does not fit ${name}: give --input video=FILE or --input image0=FILE for media that the request names (${rolesOf(request).join(', ') || 'it names none'}).`,
      )
    }
    const place = resolve(file)
    if (!(await isFile(place))) {
      throw new CommandFailed(
        `The file for ${role} is not there: ${place}. Correct --input; nothing was sent.`,
        EXIT.missingMedia,
      )
    }
    inputs.set(reference, place)
  }
  return {
    ...{ request, inputs, name: basename(path, extname(path)) || 'Request' },
    facts: {
      model: services.modelFacts.current(),
      ...(await factsOf(request, inputs, services.media, signal)),
    },
  }
}
async function parse(path: string, name: string): Promise<VideoInferenceRequest> {
  const content = await readTextFile(path, 'a request')
  let document: unknown
  try {
    document = JSON.parse(content.replace(/^\uFEFF/, ''))
  } catch (error) {
    const where = error instanceof Error ? error.message : String(error)
    throw new CommandFailed(
      `${name} cannot be read as a request: it is not JSON (${where}).`,
      EXIT.badInput,
    )
  }
  const parsed = parseRequestDocument(document)
  if (parsed.ok) return parsed.request
  const problems = parsed.problems.map(({ field, said }) =>
    field === '' ? inEnglish(said) : `${field}: ${inEnglish(said)}`,
  )
  throw new CommandFailed(
    `${name} is not a request that can be sent. ${problems.join(' ')}`,
    EXIT.refused,
  )
}

const rolesOf = ({ inputs }: VideoInferenceRequest): string[] => [
  ...(inputs?.video === undefined ? [] : ['video']),
  ...(inputs?.frameImages ?? []).map((_, index) => `image${index}`),
]

function mediaOf({ inputs }: VideoInferenceRequest, role: string): string | undefined {
  if (role === 'video') return inputs?.video
  const index = /^image(\d+)$/.exec(role)?.[1]
  return index === undefined ? undefined : inputs?.frameImages?.[Number(index)]?.image
}

async function factsOf(
  { inputs: wire }: VideoInferenceRequest,
  inputs: ReadonlyMap<string, string>,
  media: Pick<Media, 'look'>,
  signal: AbortSignal,
): Promise<RequestFacts> {
  const localInputs = new Set(inputs.keys())
  const file = wire?.video === undefined ? undefined : inputs.get(wire.video)
  if (file === undefined) return { localInputs }
  const [stream] = (await media.look(file, signal)).info.video
  if (!stream) {
    throw new CommandFailed(
      `"${basename(file)}" holds no picture, so it cannot be a source.`,
      EXIT.badInput,
    )
  }
  return { localInputs, sourceDuration: stream.duration, sourceSize: displaySize(stream) }
}

/** @throws CommandFailed `refused` with every error; answers the warnings. */
export function requireSendable({ request, facts }: RequestFile): readonly RuleViolation[] {
  const violations = checkRequest(request, facts)
  if (isSendable(violations)) return violations
  const errors = violations
    .filter(({ severity }) => severity === 'error')
    .map(({ field, said }) => `${field}: ${inEnglish(said)}`)
  throw new CommandFailed(`The request was not sent. ${errors.join(' ')}`, EXIT.refused)
}
