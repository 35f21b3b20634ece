/** A clip drawn as it looks when it is a part of the page: its name, and under it its pictures or its sound. */
import type { Clip } from '../../../../shared/model/clip.ts'
import type { Project } from '../../../../shared/model/project.ts'
import type { PlacedItem } from '../../../../shared/model/select.ts'
import { type Rational, toNumber } from '../../../../shared/time/rational.ts'
import { spriteNow } from '../../../playback/sprites.ts'
import type { useMedia } from '../../../store/media.ts'
import { paintStrip } from '../filmstrip/paintStrip.ts'
import { drawnTiles } from '../filmstrip/tiles.ts'
import type { Tokens } from '../tokens.ts'
import { paintWave } from '../waveform/paintWave.ts'
import type { PeakReader } from '../waveform/peakReader.ts'
import { type View, xOf } from '../zoom.ts'
import type { Paint } from './looks.ts'
import { shownMedia } from './mediaOfClip.ts'
import { paintName } from './paintName.ts'
import { NAME_STRIP } from './sizes.ts'

export interface ClipPainting {
  readonly project: Project
  /** The timeline's. */
  readonly rate: Rational
  readonly view: View
  /** Pixels of the tracks' window, and of a clip. */
  readonly width: number
  readonly height: number
  readonly media: ReturnType<typeof useMedia.getState>['byKey']
  readonly peaksOf: (mediaKey: string) => PeakReader | null
  readonly tokens: Tokens
}

const RADIUS = 5
/** Of the ring about a chosen clip, half of which lies outside of it. */
const RING = 4
/** Pixels of a column of sound: coarser than on clips that are parts of the page. */
const WAVE_STEP = 2

/** What of a clip is in the window, in its own pixels. */
interface Seen {
  /** From the left of what is seen to the clip's start, 0 or less. */
  readonly clipLeft: number
  readonly width: number
}

export function paintClip(
  context: CanvasRenderingContext2D,
  placed: PlacedItem<Clip>,
  { color, alpha, isChosen }: Paint,
  painting: ClipPainting,
): void {
  const { view, width, height, tokens } = painting
  const left = xOf(placed.start, view)
  const right = xOf(placed.end, view)
  const shown = Math.max(0, left)
  const seen: Seen = { clipLeft: left - shown, width: Math.min(right, width) - shown }
  if (seen.width <= 0) return
  context.save()
  context.globalAlpha = alpha
  context.beginPath()
  context.roundRect(left, 0, right - left, height, RADIUS)
  context.clip()
  context.fillStyle = color
  context.fillRect(shown, 0, seen.width, height)
  context.translate(shown, 0)
  if (placed.track.kind === 'sound') paintSound(context, placed.item, seen, painting)
  else paintPictures(context, placed.item, seen, painting)
  context.globalAlpha = alpha
  paintName(context, placed.item.name, seen.width, tokens)
  context.translate(-shown, 0)
  context.globalAlpha = 1
  context.strokeStyle = isChosen ? tokens.of('accent') : 'rgb(0 0 0 / 0.55)'
  context.lineWidth = isChosen ? RING : 2
  context.beginPath()
  context.roundRect(left, 0, right - left, height, RADIUS)
  context.stroke()
  context.restore()
}

function paintSound(
  context: CanvasRenderingContext2D,
  clip: Clip,
  seen: Seen,
  { project, rate, view, height, peaksOf, tokens }: ClipPainting,
): void {
  const media = shownMedia(project, clip, rate)
  const reader = media && peaksOf(media.asset.mediaKey)
  if (!reader) return
  const secondsAt = (pixels: number): number => media.secondsAt(pixels * view.framesPerPixel)
  context.fillStyle = tokens.of('sound-strong')
  context.globalAlpha *= 0.85
  paintWave(context, reader, { ...seen, height, secondsAt }, WAVE_STEP)
}

/** Only a whole filmstrip, or a still's poster. */
function paintPictures(
  context: CanvasRenderingContext2D,
  clip: Clip,
  seen: Seen,
  { project, rate, view, height, media }: ClipPainting,
): void {
  const shown = shownMedia(project, clip, rate)
  if (!shown || shown.asset.info.video.length === 0) return
  const { mediaKey, info } = shown.asset
  const status = media[mediaKey]
  const tiles = status?.filmstripPart === undefined ? status?.filmstripTiles : undefined
  const isStill = info.kind === 'still' && status?.poster === 'ready'
  const what = tiles ? 'filmstrip' : isStill ? 'poster' : null
  const image = what && spriteNow(what, mediaKey)
  if (!image) return
  const form = tiles ?? {
    ...{ count: 1, tileWidth: image.naturalWidth, tileHeight: image.naturalHeight },
  }
  const slots = drawnTiles(form, {
    ...seen,
    height: height - NAME_STRIP,
    secondsAt: (pixels) => shown.secondsAt(pixels * view.framesPerPixel),
    mediaDuration: toNumber(info.duration),
  })
  context.translate(0, NAME_STRIP)
  paintStrip(context, image, form, slots, height - NAME_STRIP)
  context.translate(0, -NAME_STRIP)
}
