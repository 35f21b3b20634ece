/** A shot with pinned pictures: each pin at its index, frames between pins, a moving camera where there is one pin. */

import { join } from 'node:path'
import { GenerationError } from '../../../shared/generation/failure.ts'
import type { VideoInferenceRequest } from '../../../shared/generation/request.ts'
import { displaySize, type MediaInfo } from '../../../shared/model/mediaInfo.ts'
import type { Said } from '../../../shared/words/Said.ts'
import { say } from '../../../shared/words/say.ts'
import { type Bridge, type BridgeMethod, bridgeFrames, bridgeSize } from './bridge.ts'
import { type Camera, cameraMove, cameraOf } from './cameraMove.ts'
import { inputArguments, pictureRun, pngInput, probedInput } from './filmInput.ts'
import { generationSize, sizeNote } from './outputSize.ts'
import type { RifeState } from './rife.ts'
import { type Pin, placePins, type Segment, segmentsOf } from './segments.ts'
import { RATE, toRgbCovering } from './sourceFilters.ts'
import { type FilmInput, partOf, type Rendering, type Size, type Work } from './Work.ts'

export interface PinnedShot {
  readonly request: VideoInferenceRequest
  /** One file per frameImage of the request. */
  readonly pictures: readonly string[]
  readonly frameCount: number
  readonly rife: () => Promise<RifeState>
}

export async function renderPinnedShot(work: Work, shot: PinnedShot): Promise<Rendering> {
  const { request, frameCount } = shot
  const isLoop = request.settings?.loop === true
  const images = request.inputs?.frameImages ?? []
  const { pins, dropped } = placePins(images, frameCount)
  const segments = segmentsOf(pins, frameCount, isLoop)
  const infos = await Promise.all(shot.pictures.map((path) => work.media.probe(path, work.signal)))
  const size = generationSize(request, shapeOf(infos[pins[0]?.image ?? 0]))
  const plates = await makePlates(partOf(work, 0, 0.05), pins, { ...shot, infos }, size)
  const bridges = await makeBridges(partOf(work, 0.05, 1), segments, plates, size, shot.rife)
  const camera = cameraOf(request.positivePrompt)
  const drawn = segments.map((segment) => draw(segment, { plates, bridges, camera, size }))
  return {
    inputs: drawn.map(({ input }) => input),
    graph: joinSegments(drawn.map(({ filters }) => filters)),
    frameCount,
    size,
    keyFrames: pins.map(({ frame }) => frame),
    method: methodOf([...bridges.made.values()].map(({ bridge }) => bridge.method)),
    notes: [
      ...dropped.map((image) => say('take:pinShared', { index: image })),
      ...bridgeNotes(bridges, size),
      ...(isLoop ? [say('take:looped')] : []),
      ...moveNotes(segments, camera, pins.length),
      ...sizeNote(request),
    ],
  }
}

function shapeOf(info: MediaInfo | undefined): Size | undefined {
  const stream = info?.video[0]
  return stream && displaySize(stream)
}

type Plates = ReadonlyMap<number, string>

/** Each pinned picture once, at the film's size: what the film shows at the pin. */
async function makePlates(
  work: Work,
  pins: readonly Pin[],
  { pictures, infos }: { pictures: readonly string[]; infos: readonly MediaInfo[] },
  size: Size,
): Promise<Plates> {
  const { filters } = await work.media.capabilities()
  const plates = new Map<number, string>()
  for (const [at, { image }] of pins.entries()) {
    const [picture, info] = [pictures[image], infos[image]]
    const stream = info?.video[0]
    if (picture === undefined || !stream) {
      throw new GenerationError(say('engine:pinNoPicture', { index: image }), { kind: 'input' })
    }
    const plate = join(work.folder, `pin-${image}.png`)
    await work.media.run(
      [
        ...inputArguments(probedInput(info, picture)),
        ...['-vf', toRgbCovering(stream, size, 'rgb24', filters).join(',')],
        ...['-frames:v', '1', '-update', '1', '-c:v', 'png', `file:${plate}`],
      ],
      { signal: work.signal },
    )
    plates.set(image, plate)
    work.progress((at + 1) / pins.length, say('progress:readingPins'))
  }
  return plates
}

type Bridged = Extract<Segment, { kind: 'bridge' }>
interface MadeBridge {
  readonly bridge: Bridge
  readonly size: Size
  readonly span: number
}
interface Bridges {
  readonly made: ReadonlyMap<string, MadeBridge>
  /** Why RIFE did not make them. */
  readonly withoutRife?: Said
}
const bridgeKey = ({ from, to }: Bridged): string => `${from.image}-${to.image}`

async function makeBridges(
  work: Work,
  segments: readonly Segment[],
  plates: Plates,
  size: Size,
  rife: () => Promise<RifeState>,
): Promise<Bridges> {
  const wanted = new Map<string, Bridged>()
  for (const segment of segments) {
    if (segment.kind === 'bridge') wanted.set(bridgeKey(segment), segment)
  }
  const made = new Map<string, MadeBridge>()
  if (wanted.size === 0) return { made }
  const state = await rife()
  const total = [...wanted.values()].reduce((sum, { span }) => sum + span - 1, 0)
  const small = bridgeSize(size, total)
  let done = 0
  for (const [key, { from, to, span }] of wanted) {
    const [a, b] = [plates.get(from.image), plates.get(to.image)]
    if (a === undefined || b === undefined) throw new RangeError(`No plate for the bridge ${key}`)
    const part = partOf(work, done / total, (done + span - 1) / total)
    const job = { a, b, span, size: small, name: `bridge-${key}` }
    made.set(key, { bridge: await bridgeFrames(part, state, job), size: small, span })
    done += span - 1
  }
  return { made, ...(state.isReady ? {} : { withoutRife: state.why }) }
}

/** One input and its chain to whole RGB pictures at 24 per second. */
function draw(
  segment: Segment,
  from: {
    readonly plates: Plates
    readonly bridges: Bridges
    readonly camera: Camera
    readonly size: Size
  },
): { readonly input: FilmInput; readonly filters: readonly string[] } {
  const rate = ['-framerate', `${RATE}`]
  if (segment.kind === 'bridge') {
    const made = from.bridges.made.get(bridgeKey(segment))
    if (!made) throw new RangeError(`No frames for the bridge ${bridgeKey(segment)}`)
    const { folder, firstNumber } = made.bridge
    const { width, height } = from.size
    return {
      input: {
        options: ['-f', 'image2', ...rate, '-start_number', `${firstNumber + segment.skip}`],
        path: pictureRun(folder),
      },
      filters: [
        `trim=end_frame=${segment.frames}`,
        `scale=${width}:${height}:flags=lanczos+accurate_rnd`,
        'format=gbrp',
      ],
    }
  }
  const path = from.plates.get(segment.pin.image)
  if (path === undefined) throw new RangeError(`No plate for picture ${segment.pin.image}`)
  const input = pngInput(path, rate)
  if (segment.kind === 'pin') return { input, filters: ['format=gbrp'] }
  return {
    input,
    filters: [
      'format=gbrp',
      `loop=loop=${segment.frames - 1}:size=1`,
      cameraMove({ ...segment, camera: from.camera }, from.size),
    ],
  }
}

export const joinSegments = (chains: readonly (readonly string[])[]): string =>
  [
    ...chains.map(
      (chain, at) =>
        `[${at}:v]${[...chain, 'setsar=1', `setpts=N/(${RATE}*TB)`].join(',')}[s${at}]`,
    ),
    `${chains.map((_, at) => `[s${at}]`).join('')}concat=n=${chains.length},setpts=N/(${RATE}*TB)[picture]`,
  ].join(';')

const methodOf = (used: readonly BridgeMethod[]): Said => {
  const [first] = used
  if (first === undefined) return say('method:cameraMove')
  return used.every((method) => method === first) ? say(`method:${first}`) : say('method:mixed')
}

function bridgeNotes(bridges: Bridges, size: Size): Said[] {
  const made = [...bridges.made.values()]
  const [first] = made
  if (!first) return []
  const why = bridges.withoutRife
  const uses = (method: BridgeMethod): boolean =>
    made.some(({ bridge }) => bridge.method === method)
  const isSmaller = first.size.width < size.width
  return [
    ...(why === undefined ? [say('take:rifeUsed')] : [say('take:rifeUnused', { why })]),
    ...(uses('minterpolate') ? [say('take:ffmpegUsed')] : []),
    ...(uses('dissolve') ? [say('take:dissolves')] : []),
    ...(isSmaller
      ? [say('take:enlarged', { width: first.size.width, height: first.size.height })]
      : []),
    ...(uses('rife') && made.some(({ bridge }) => !bridge.isSameScene) ? [say('take:morph')] : []),
  ]
}

function moveNotes(segments: readonly Segment[], camera: Camera, pinCount: number): Said[] {
  if (!segments.some(({ kind }) => kind === 'move')) return []
  return pinCount === 1
    ? [say('take:onePinHeld', { camera: say(`camera:${camera.name}`) })]
    : [say('take:nearestHeld', { camera: say(`camera:${camera.name}`) })]
}
