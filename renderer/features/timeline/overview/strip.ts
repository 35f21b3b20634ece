/** The strip itself: every track a line, in the order of the rows; markers as marks through all of them. */
import { type RefObject, useCallback } from 'react'
import type { Clip } from '../../../../shared/model/clip.ts'
import type { Project } from '../../../../shared/model/project.ts'
import { type PlacedItem, placedClips } from '../../../../shared/model/select.ts'
import type { Marker } from '../../../../shared/model/timeline.ts'
import type { Track } from '../../../../shared/model/track.ts'
import { useMedia } from '../../../store/media.ts'
import { useCanvas } from '../canvas.ts'
import { type Look, lookOf, paintsOf } from '../clip/looks.ts'
import { type Bar, barsOf } from '../clip/runs.ts'
import { tokensOf } from '../tokens.ts'

/** Pixels. */
export const STRIP_HEIGHT = 20
/** Lines are never higher than of so many tracks. */
const LEAST_LINES = 4

type Bars = readonly Bar<Look>[]
type Media = ReturnType<typeof useMedia.getState>['byKey']

type Looks = WeakMap<Clip, Look>

/** What clips look like as long as all that decides it stays: an edit leaves most of them as they are. */
let latest: { readonly by: readonly unknown[]; readonly looks: Looks } = {
  ...{ by: [], looks: new WeakMap() },
}

function looksOf({ assets, shots, takes }: Project, media: Media): Looks {
  const by = [assets, shots, takes, media]
  if (!by.every((one, order) => one === latest.by[order])) latest = { by, looks: new WeakMap() }
  return latest.looks
}

interface Known {
  readonly by: readonly unknown[]
  readonly bars: Bars
}
const barsByClips = new WeakMap<readonly PlacedItem<Clip>[], Known>()

/** Made again only for tracks that have changed: each step of a drag asks for all of them. */
function lineOf(project: Project, track: Track, media: Media, whole: number, width: number): Bars {
  const clips = placedClips(project, track)
  const looks = looksOf(project, media)
  const by = [looks, whole, width]
  const known = barsByClips.get(clips)
  if (known?.by.every((one, order) => one === by[order])) return known.bars
  const chosen = new Set<never>()
  const isOnline = (mediaKey: string): boolean => media[mediaKey]?.online !== false
  const look = (placed: PlacedItem<Clip>): Look => {
    const found = looks.get(placed.item) ?? lookOf(project, placed, { isOnline, chosen })
    looks.set(placed.item, found)
    return found
  }
  const bars = barsOf(clips, { framesPerPixel: whole / width, scrollFrame: 0 }, width, look)
  barsByClips.set(clips, { by, bars })
  return bars
}

interface Strip {
  readonly project: Project
  readonly tracks: readonly Track[]
  readonly markers: readonly Marker[]
  /** Frames that the width stands for. */
  readonly whole: number
  readonly width: number
}

export function useStrip(strip: Strip): RefObject<HTMLCanvasElement | null> {
  const { project, tracks, markers, whole, width } = strip
  const media = useMedia((state) => state.byKey)
  const draw = useCallback(
    (context: CanvasRenderingContext2D) => {
      const tokens = tokensOf(context.canvas)
      const paintOf = paintsOf(tokens)
      const each = STRIP_HEIGHT / Math.max(LEAST_LINES, tracks.length)
      for (const [order, track] of tracks.entries()) {
        for (const bar of lineOf(project, track, media, whole, width)) {
          const { color, alpha } = paintOf(bar.look)
          context.globalAlpha = alpha
          context.fillStyle = color
          const seam = bar.width > 3 ? 1 : 0
          context.fillRect(bar.left, order * each, bar.width - seam, Math.max(1, each - 1))
        }
      }
      context.globalAlpha = 1
      for (const { frame, color } of markers) {
        context.fillStyle = tokens.of(`marker-${color}`)
        context.fillRect(Math.round((frame / whole) * width), 0, 1, STRIP_HEIGHT)
      }
    },
    [project, tracks, media, markers, whole, width],
  )
  return useCanvas(width, STRIP_HEIGHT, draw)
}
