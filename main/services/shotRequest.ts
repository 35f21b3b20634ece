/**
 * From a shot to the wire document, purely. Media of this machine stands in it as placeholder strings that name the
 * content and the time, so that two equal recipes mean the same thing from the same pictures.
 */

import { type ModelFacts, sizeOf } from '../../shared/generation/modelFacts.ts'
import { RAY_3_2 } from '../../shared/generation/models.ts'
import type { RequestFacts } from '../../shared/generation/pricing.ts'
import {
  type EditSettings,
  type FrameReference,
  RAY_MODEL,
  type VideoInferenceRequest,
} from '../../shared/generation/request.ts'
import { writeSourcePosition } from '../../shared/generation/sourcePosition.ts'
import { error, type RuleViolation } from '../../shared/generation/violation.ts'
import type { Asset } from '../../shared/model/asset.ts'
import { displaySize } from '../../shared/model/mediaInfo.ts'
import type { Project } from '../../shared/model/project.ts'
import { pinsOf, record } from '../../shared/model/select.ts'
import type { EditControls, Pin, Shot, SourceSpan } from '../../shared/model/shot.ts'
import { lastPinIndex } from '../../shared/model/shotLength.ts'
import { frameAt, secondsAt } from '../../shared/time/frames.ts'
import { formatRational, type Rational } from '../../shared/time/rational.ts'
import type { Said } from '../../shared/words/Said.ts'
import { say } from '../../shared/words/say.ts'

/** What must be made from the project's media before the request can leave. */
export type ShotInput =
  | {
      readonly kind: 'picture'
      readonly placeholder: string
      readonly mediaKey: string
      /** Exact seconds of the medium. */
      readonly time: Rational
    }
  | {
      readonly kind: 'span'
      readonly placeholder: string
      readonly mediaKey: string
      readonly start: Rational
      /** Pictures of the model's 24 per second. */
      readonly frames: number
    }
  /** The picture that the earlier span of a long source shows where this one begins. */
  | { readonly kind: 'boundary'; readonly placeholder: string }

export interface ShotRequest {
  readonly request: VideoInferenceRequest
  readonly inputs: readonly ShotInput[]
  readonly facts: RequestFacts
  /** What the document itself cannot say, e.g. that the shot has no source yet. */
  readonly violations: readonly RuleViolation[]
}

interface Part {
  readonly body: Partial<VideoInferenceRequest>
  readonly inputs: readonly ShotInput[]
  readonly facts: RequestFacts
  readonly violations?: readonly RuleViolation[]
}

/** @throws MissingRecord when the shot names a picture or a source that the project does not have. */
export function requestOf(
  project: Project,
  shot: Shot,
  taskUUID: string,
  model: ModelFacts,
): ShotRequest {
  const part = PARTS[shot.mode](project, shot, model)
  return {
    request: {
      taskType: 'videoInference',
      taskUUID,
      model: RAY_MODEL,
      positivePrompt: shot.prompt,
      ...part.body,
      ...shot.delivery,
    },
    inputs: part.inputs,
    facts: {
      ...part.facts,
      model,
      localInputs: new Set(part.inputs.map(({ placeholder }) => placeholder)),
    },
    violations: part.violations ?? [],
  }
}

const PARTS = { text, pins, transform, reframe } as const

function text(_project: Project, shot: Shot, model: ModelFacts): Part {
  return {
    body: { ...wireSize(shot, model), duration: shot.length, ...settingsOf(shot) },
    inputs: [],
    facts: {},
  }
}

function pins(project: Project, shot: Shot, model: ModelFacts): Part {
  const { frameImages, inputs } = pinned(project, shot)
  const body = { ...wireSize(shot, model), duration: shot.length, inputs: { frameImages } }
  return { body: { ...body, ...settingsOf(shot) }, inputs, facts: {} }
}

function transform(project: Project, shot: Shot): Part {
  const guides = pinned(project, shot)
  const source = sourceOf(project, shot)
  const edit = shot.edit && editOf(shot.edit)
  return {
    body: {
      ...(shot.sizing === 'service' ? {} : { resolution: shot.resolution }),
      inputs: {
        ...(source.video === undefined ? {} : { video: source.video }),
        ...(guides.frameImages.length === 0 ? {} : { frameImages: guides.frameImages }),
      },
      ...settingsOf(shot, edit && { edit }),
    },
    inputs: [...source.inputs, ...guides.inputs],
    facts: source.facts,
    violations: source.violations,
  }
}

function reframe(project: Project, shot: Shot, model: ModelFacts): Part {
  const source = sourceOf(project, shot)
  // A canvas of 1 x 1: the placement is in fractions already.
  const sourcePosition =
    shot.placement && writeSourcePosition(shot.placement, { width: 1, height: 1 })
  return {
    body: {
      ...wireSize(shot, model),
      ...(source.video === undefined ? {} : { inputs: { video: source.video } }),
      ...settingsOf(shot, sourcePosition && { sourcePosition }),
    },
    inputs: source.inputs,
    facts: source.facts,
    violations: source.violations,
  }
}

function wireSize(
  { resolution, aspect, sizing }: Shot,
  model: ModelFacts,
): Pick<VideoInferenceRequest, 'width' | 'height' | 'resolution'> {
  if (sizing === 'resolution') return { resolution }
  const size = sizeOf(model, aspect, resolution)
  return size ? { width: size.width, height: size.height } : {}
}

/** Switches that are off are left out: absence means the same. */
function settingsOf(
  shot: Shot,
  more: NonNullable<VideoInferenceRequest['settings']> = {},
): Pick<VideoInferenceRequest, 'settings'> {
  const settings = {
    ...(shot.loop ? { loop: true } : {}),
    ...(shot.hdr ? { hdr: true } : {}),
    ...(shot.exrExport ? { exrExport: true } : {}),
    ...more,
  }
  return Object.keys(settings).length === 0 ? {} : { settings }
}

function editOf({ autoControls, strength, ...controls }: EditControls): EditSettings {
  return {
    ...(autoControls === undefined ? {} : { autoControls }),
    ...(strength === undefined ? {} : { strength }),
    ...(Object.keys(controls).length === 0 ? {} : { controls }),
  }
}

function pinned(project: Project, shot: Shot) {
  const pictures = pinsOf(project, shot.id).map((pin) => {
    const { mediaKey } = record(project, 'assets', pin.picture.assetId)
    const { time } = pin.picture
    const placeholder = `keyreel:${mediaKey}@${formatRational(time)}`
    return { placeholder, mediaKey, time, frame: frameOf(pin, shot) }
  })
  const remote = shot.remote?.pictures ?? []
  const frames = spelled([...pictures, ...remote], shot)
  return {
    frameImages: [...pictures.map(({ placeholder }) => placeholder), ...remote.map((r) => r.image)]
      .map((image, i) => ({ image, frame: frames[i] ?? 0 }))
      .toSorted((a, b) => placeOf(a.frame) - placeOf(b.frame)),
    inputs: pictures.map(
      ({ placeholder, mediaKey, time }): ShotInput => ({
        kind: 'picture',
        placeholder,
        mediaKey,
        time,
      }),
    ),
  }
}

/** A loop takes its picture by the word only; otherwise a pin is a word where a document said so and it still stands there. */
function frameOf({ index, anchor }: Pin, shot: Shot): FrameReference {
  if (index === 0 && (anchor === 'first' || shot.loop)) return 'first'
  return anchor === 'last' && index === lastPinIndex(shot) ? 'last' : index
}

/** Words cannot be mixed with numbers, nor can a clip of 10 s have any. */
function spelled(pictures: readonly { readonly frame: FrameReference }[], shot: Shot) {
  const isLong = shot.mode === 'pins' && shot.length === 10
  const isNumbered = pictures.some(({ frame }) => typeof frame === 'number' && frame >= 0)
  // Where a transformation ends the service knows best: -1 is the last picture in numbers.
  const last = shot.mode === 'pins' ? lastPinIndex(shot) : -1
  return pictures.map(({ frame }) => {
    if (!isLong && !isNumbered) return frame
    return frame === 'first' ? 0 : frame === 'last' ? last : frame
  })
}

const placeOf = (frame: FrameReference): number =>
  frame === 'first' ? 0 : frame === 'last' || frame === -1 ? Number.MAX_SAFE_INTEGER : frame

interface Source {
  readonly video?: string
  readonly inputs: readonly ShotInput[]
  readonly facts: RequestFacts
  readonly violations: readonly RuleViolation[]
}

function sourceOf(project: Project, shot: Shot): Source {
  const isReframe = shot.mode === 'reframe'
  const asset = shot.source && record(project, 'assets', shot.source.assetId)
  const remote = shot.source ? undefined : shot.remote?.video
  if (remote !== undefined) return { video: remote, inputs: [], facts: {}, violations: [] }
  if (!shot.source || !asset) {
    return withoutSource(
      say(isReframe ? 'generation:noFootageToReframe' : 'generation:noFootageToTransform'),
    )
  }
  if (asset.info.kind !== 'video') {
    const key = isReframe ? 'generation:noPicturesToReframe' : 'generation:noPicturesToTransform'
    return withoutSource(say(key, { name: asset.name }))
  }
  const input = spanOf(asset, shot.source)
  const [stream] = asset.info.video
  return {
    video: input.placeholder,
    inputs: [input],
    facts: {
      sourceDuration: secondsAt(input.frames, RAY_3_2.rate),
      ...(stream ? { sourceSize: displaySize(stream) } : {}),
    },
    violations: [],
  }
}

const withoutSource = (said: Said): Source => ({
  inputs: [],
  facts: {},
  violations: [error('inputs.video', said)],
})

function spanOf(asset: Asset, { start, duration }: SourceSpan): ShotInput & { kind: 'span' } {
  const frames = Math.max(1, frameAt(duration, RAY_3_2.rate, 'nearest'))
  const placeholder = `keyreel:${asset.mediaKey}@${formatRational(start)}+${frames}f`
  return { kind: 'span', placeholder, mediaKey: asset.mediaKey, start, frames }
}
