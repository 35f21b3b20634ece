/**
 * From a wire document to a shot, purely: the way back of shotRequest.ts. What a shot has no control of its own for
 * (media out on the web, how the result comes back) it keeps beside, so that the document comes out again as it was.
 */

import { findSize, type ModelFacts } from '../../shared/generation/modelFacts.ts'
import { mode, type VideoInferenceRequest } from '../../shared/generation/request.ts'
import { readSourcePosition } from '../../shared/generation/sourcePosition.ts'
import type { Asset } from '../../shared/model/asset.ts'
import type { MakeId, PinId, ShotId } from '../../shared/model/ids.ts'
import { type Delivery, type Pin, type Shot, shotSchema } from '../../shared/model/shot.ts'
import { lastPinIndex } from '../../shared/model/shotLength.ts'
import { type Rational, ZERO } from '../../shared/time/rational.ts'
import type { Said } from '../../shared/words/Said.ts'

export interface ShotFromRequest {
  readonly shot: Shot
  readonly pins: readonly Pin[]
  /** What was read in one of several ways, in one sentence each. */
  readonly notes: readonly Said[]
}

/** Exact seconds of the medium's own time. */
export interface MediaPart {
  readonly start: Rational
  /** Absent: a picture, or all of it. */
  readonly duration?: Rational
}

export interface RequestPorts {
  readonly id: ShotId
  readonly name: string
  readonly makeId: MakeId
  /** The asset that stands for a media string; undefined for what lies out where the service fetches it itself. */
  readonly assetFor: (media: string) => Asset | undefined
  /** What of that asset is meant, where the string says so: a span of it, or a picture at a time. */
  readonly partOf?: (media: string) => MediaPart | undefined
  /** Whose table says what shape a size is. */
  readonly model: ModelFacts
}

/**
 * @param request one without errors (shared/generation/rules).
 * @throws z.ZodError for another one, whose values a shot cannot hold.
 */
export function shotFromRequest(
  request: VideoInferenceRequest,
  ports: RequestPorts,
): ShotFromRequest {
  const { settings, inputs } = request
  const position = settings?.sourcePosition && readSourcePosition(settings.sourcePosition)
  const remoteVideo =
    inputs?.video === undefined || ports.assetFor(inputs.video) ? undefined : inputs.video
  const pictures = inputs?.frameImages ?? []
  const remotePictures = pictures.filter(({ image }) => !ports.assetFor(image))
  const remote = {
    ...(remoteVideo === undefined ? {} : { video: remoteVideo }),
    ...(remotePictures.length === 0 ? {} : { pictures: remotePictures }),
  }
  const delivery = deliveryOf(request)
  const shot = shotSchema.parse({
    id: ports.id,
    name: ports.name,
    mode: mode(request),
    prompt: request.positivePrompt,
    // Where the source's length is not known, pins stand on the longer grid.
    length: request.duration ?? (remoteVideo === undefined ? 5 : 10),
    ...sizeOf(request, ports.model),
    loop: settings?.loop ?? false,
    hdr: settings?.hdr ?? false,
    exrExport: settings?.exrExport ?? false,
    ...sourceOf(request, ports),
    ...editOf(request),
    ...(position ? { placement: position.rect } : {}),
    ...(Object.keys(remote).length === 0 ? {} : { remote }),
    ...(Object.keys(delivery).length === 0 ? {} : { delivery }),
  })
  const pins = pictures.flatMap(({ image, frame }): Pin[] => {
    const asset = ports.assetFor(image)
    if (!asset) return []
    const isLast = frame === 'last' || frame === -1
    const index = frame === 'first' ? 0 : isLast ? lastPinIndex(shot) : frame
    const anchor = frame === 'first' ? 'first' : isLast ? 'last' : undefined
    const picture = { assetId: asset.id, time: ports.partOf?.(image)?.start ?? ZERO }
    const pin = { id: ports.makeId<PinId>(), shotId: shot.id, index, picture }
    return [anchor ? { ...pin, anchor } : pin]
  })
  return { shot, pins, notes: position?.note === undefined ? [] : [position.note] }
}

type Sized = Pick<Shot, 'resolution' | 'aspect' | 'sizing'>

function sizeOf(
  { width = 0, height = 0, resolution, inputs }: VideoInferenceRequest,
  model: ModelFacts,
): Sized {
  const size = findSize(model, width, height)
  if (size) return { resolution: size.resolution, aspect: size.aspect }
  const isTransformed = inputs?.video !== undefined
  if (resolution === undefined) return { resolution: '1080p', aspect: '16:9', sizing: 'service' }
  return { resolution, aspect: '16:9', ...(isTransformed ? {} : { sizing: 'resolution' }) }
}

function sourceOf({ inputs }: VideoInferenceRequest, { assetFor, partOf }: RequestPorts) {
  const asset = inputs?.video === undefined ? undefined : assetFor(inputs.video)
  if (!asset) return {}
  const duration = asset.info.video[0]?.duration ?? asset.info.duration
  const part = inputs?.video === undefined ? undefined : partOf?.(inputs.video)
  return {
    source: { assetId: asset.id, start: part?.start ?? ZERO, duration: part?.duration ?? duration },
  }
}

function editOf({ settings }: VideoInferenceRequest): Pick<Shot, 'edit'> {
  const { autoControls, strength, controls } = settings?.edit ?? {}
  const isByHand = strength !== undefined || Object.keys(controls ?? {}).length > 0
  if (isByHand) return { edit: { ...(strength === undefined ? {} : { strength }), ...controls } }
  return autoControls === false ? { edit: { autoControls } } : {}
}

function deliveryOf(request: VideoInferenceRequest): Delivery {
  const { includeCost, outputFormat, outputQuality, ttl, webhookURL, uploadEndpoint, safety } =
    request
  const all = { includeCost, outputFormat, outputQuality, ttl, webhookURL, uploadEndpoint, safety }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
}
