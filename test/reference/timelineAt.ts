/** A timeline's picture: its tracks from bottom to top, each with its clip or the transition between two. */
import type { Timeline } from '../../shared/model/timeline.ts'
import type { Track } from '../../shared/model/track.ts'
import { drawn, type Painter, type Shown, type Tint } from './drawn.ts'
import { layOver } from './layOver.ts'
import { colorOf, mixed, type Raster } from './raster.ts'
import { clipsOf, type Placed, type PlacedTransition, tracksOf, transitionsOf } from './reading.ts'
import { wipeAt } from './wipe.ts'
import { captionPicture } from './words.ts'

/** What lies on `base`; `frame` counts at the timeline's own rate. */
export async function timelineAt(
  painter: Painter,
  timeline: Timeline,
  frame: number,
  base: Raster,
): Promise<Raster> {
  let canvas = base
  for (const track of tracksOf(painter.plain, timeline)) {
    if (track.kind !== 'picture' || track.hidden) continue
    canvas = await trackOver(painter, timeline, track, frame, canvas)
  }
  return canvas
}

/** The subtitles of a timeline over everything else. */
export function captionsOver(
  { plain }: Painter,
  timeline: Timeline,
  frame: number,
  below: Raster,
): Raster {
  let canvas = below
  for (const track of tracksOf(plain, timeline)) {
    if (track.kind !== 'subtitle' || track.hidden) continue
    for (const { clip, start, end } of clipsOf(plain, track)) {
      const isShown = clip.enabled && frame >= start && frame < end
      if (!isShown || clip.source.kind !== 'caption') continue
      if (clip.source.text.trim() === '') continue
      canvas = layOver(canvas, captionPicture(clip.source, timeline), 'normal')
    }
  }
  return canvas
}

async function trackOver(
  painter: Painter,
  timeline: Timeline,
  track: Track,
  frame: number,
  below: Raster,
): Promise<Raster> {
  const transitions = transitionsOf(painter.plain, track)
  const over = async (placed: Placed | null, tint?: Tint): Promise<Raster> => {
    if (!placed?.clip.enabled) return below
    const { clip, start } = placed
    const shown: Shown = {
      clip,
      clipFrame: frame - start,
      hasHead: transitions.some(({ to }) => to?.clip.id === clip.id),
      hasTail: transitions.some(({ from }) => from?.clip.id === clip.id),
      ...(tint && { tint }),
    }
    return drawn(painter, timeline, shown, below)
  }
  const transition = transitions.find(({ start, n }) => frame >= start && frame < start + n)
  if (transition) return transitionOver(transition, frame, over)
  const clip = clipsOf(painter.plain, track).find(({ start, end }) => frame >= start && frame < end)
  return over(clip ?? null)
}

async function transitionOver(
  { transition: { style }, start, n, from, to }: PlacedTransition,
  frame: number,
  over: (placed: Placed | null, tint?: Tint) => Promise<Raster>,
): Promise<Raster> {
  const p = (frame - start + 0.5) / n
  if (style.kind === 'dip') {
    const color = colorOf(style.color)
    return p < 0.5 ? over(from, { color, share: 2 * p }) : over(to, { color, share: 2 * (1 - p) })
  }
  const [x, y] = [await over(from), await over(to)]
  if (style.kind === 'wipe') return mixed(x, y, wipeAt(x, style, p))
  return mixed(x, y, () => p)
}
