/**
 * The picture of a range as segments, each of one structure. Every number comes from `nodeAt`, so that export and
 * preview agree; here they only become curves.
 */
import type { Project } from '../model/project.ts'
import { tracksOf } from '../model/select.ts'
import type { Timeline } from '../model/timeline.ts'
import { compare, type Rational, ZERO } from '../time/rational.ts'
import { isBackwards } from './frameSelection.ts'
import { pictureStream } from './mediaZero.ts'
import type { Picture, PictureLayer, PictureNode } from './picture.ts'
import { canBeSeen, nodeAt } from './pictureAt.ts'
import { geometryOf } from './planGeometry.ts'
import { planNodes } from './planNodes.ts'
import type { PictureSegment, PlannedContent, PlannedNode } from './renderPlan.ts'
import { type SeenSpan, seenOn } from './seen.ts'
import { structureOf } from './structure.ts'

/** Reversed clips are decoded forwards and turned round in memory: a second's worth at most. */
const LONGEST_REVERSED = 24
/** Keeps the expressions of animated layers, which grow with the frames they cover, within bounds. */
const LONGEST_ANIMATED = 480
/** Every frame of a speed ramp is told to ffmpeg one by one. */
const LONGEST_KEYED = 240
/** Plates and tables that change are made for every frame, and lie on disk meanwhile. */
const LONGEST_PLATED = 48
/** A wide zoom is cut into spans of little zoom, so that each is scaled well, but no shorter than this. */
const SHORTEST_ZOOM = 6

interface Range {
  readonly in: number
  readonly out: number
}

/** Frames that follow each other and have one structure. */
interface Run {
  readonly start: number
  readonly structure: string
  readonly frames: [readonly PictureNode[], ...(readonly PictureNode[])[]]
}

export function planPicture(project: Project, timeline: Timeline, range: Range): PictureSegment[] {
  const segments: PictureSegment[] = []
  let run: Run | undefined
  for (const { start, frames } of stacks(project, timeline, range)) {
    frames.forEach((nodes, i) => {
      const structure = structureOf(nodes)
      if (run?.structure === structure) run.frames.push(nodes)
      else {
        if (run) segments.push(...pieces(run, timeline))
        run = { start: start + i - range.in, structure, frames: [nodes] }
      }
    })
  }
  return run ? [...segments, ...pieces(run, timeline)] : segments
}

interface Stack {
  readonly start: number
  /** What is seen on each frame, bottom first; the same things throughout. */
  readonly frames: readonly (readonly PictureNode[])[]
}

/** Between any two edits the stack is the same; what is wholly covered or unseen is left out. */
function* stacks(project: Project, timeline: Timeline, range: Range): Generator<Stack> {
  const tracks = tracksOf(project, timeline)
  const spans = (['picture', 'subtitle'] as const)
    .flatMap((kind) => tracks.filter((track) => track.kind === kind))
    .flatMap((track) => seenOn(project, track))
    .filter(({ start, end }) => start < range.out && end > range.in)
  const bounds = [
    ...new Set([range.in, ...spans.flatMap(({ start, end }) => [start, end]), range.out]),
  ]
    .filter((edge) => edge >= range.in && edge <= range.out)
    .sort((a, b) => a - b)
  for (const [i, start] of bounds.slice(0, -1).entries()) {
    const end = bounds[i + 1] ?? range.out
    const count = end - start
    const stack = spans
      .filter((span) => span.start <= start && span.end >= end)
      .map((span) => overFrames(project, timeline, span, start, count))
      .filter((nodes) => nodes.some(isSeen))
    const cover =
      stack.length < 2
        ? 0
        : stack.findLastIndex((nodes) => nodes.every((node) => covers(node, timeline)))
    const shown = stack.slice(Math.max(0, cover))
    yield {
      start,
      frames: Array.from({ length: count }, (_, frame) =>
        shown.flatMap((nodes) => nodes[frame] ?? []),
      ),
    }
  }
}

const overFrames = (
  project: Project,
  timeline: Timeline,
  span: SeenSpan,
  start: number,
  count: number,
): PictureNode[] =>
  Array.from({ length: count }, (_, frame) => nodeAt(project, timeline, span, start + frame))

function isSeen(node: PictureNode): boolean {
  if (node.kind === 'transition') return [node.from, node.to].some((clip) => clip && isSeen(clip))
  if (!canBeSeen(node)) return false
  if (node.kind === 'adjustment') return true
  const { left, top, right, bottom } = node.crop
  return left + right < 1 && top + bottom < 1
}

/** Does it hide everything below it? */
function covers(node: PictureNode, canvas: Pick<Picture, 'width' | 'height'>): boolean {
  if (node.kind !== 'layer' || node.opacity !== 1 || node.blendMode !== 'normal') return false
  if (node.effects.some(({ kind }) => kind === 'key')) return false
  const { crop } = node
  const geometry = geometryOf(
    {
      ...node,
      ...{ cropLeft: crop.left, cropTop: crop.top, cropRight: crop.right, cropBottom: crop.bottom },
    },
    canvas,
  )
  return geometry.kind === 'fill' && isOpaque(node)
}

function isOpaque({ content }: PictureLayer): boolean {
  switch (content.kind) {
    case 'media':
      return pictureStream(content.asset.info)?.hasAlpha === false
    case 'nested': {
      const [bottom, ...above] = content.picture.nodes
      return bottom !== undefined && covers(bottom, content.picture) && !above.some(takesAway)
    }
    case 'title':
    case 'caption':
      return false
    default:
      return true
  }
}

/** Does it leave less of what is below it? An adjustment stands in the place of that. */
function takesAway(node: PictureNode): boolean {
  if (node.kind === 'transition') {
    return [node.from, node.to].some((clip) => clip !== null && takesAway(clip))
  }
  return node.kind === 'adjustment' && node.effects.some(({ kind }) => kind === 'key')
}

/** A run as segments that one filter graph can hold. */
function pieces(run: Run, { height }: Timeline): PictureSegment[] {
  const segments: PictureSegment[] = []
  const planned = (first: number, count: number): PlannedNode[] => {
    const [one = [], ...others] = run.frames.slice(first, first + count)
    return planNodes([one, ...others], height)
  }
  const add = (first: number, count: number, nodes = planned(first, count)): void => {
    if (count >= 2 * SHORTEST_ZOOM && nodes.some(zoomsFar)) {
      const half = count >> 1
      add(first, half)
      add(first + half, count - half)
    } else segments.push({ start: run.start + first, frameCount: count, nodes })
  }
  for (const { first, count } of atOneMotion(run.frames.map(mediaTimes))) {
    const whole = planned(first, count)
    const longest = Math.min(count, ...whole.flatMap(limitsOf))
    if (longest === count) add(first, count, whole)
    else for (let at = 0; at < count; at += longest) add(first + at, Math.min(longest, count - at))
  }
  return segments
}

interface Part {
  readonly first: number
  readonly count: number
}

/** Cut where one of the media turns round. `times`: those of all media, frame by frame. */
function atOneMotion(times: readonly (readonly Rational[])[]): Part[] {
  const parts: Part[] = []
  let first = 0
  let signs: number[] = []
  for (let frame = 1; frame < times.length; frame++) {
    const now = times[frame] ?? []
    const before = times[frame - 1] ?? []
    const steps = now.map((time, i) => compare(time, before[i] ?? ZERO))
    const turns = steps.some((step, i) => step !== 0 && step === -(signs[i] ?? 0))
    if (turns) {
      parts.push({ first, count: frame - first })
      first = frame
      signs = []
    } else signs = steps.map((step, i) => step || (signs[i] ?? 0))
  }
  return [...parts, { first, count: times.length - first }]
}

const mediaTimes = (nodes: readonly PictureNode[]): Rational[] =>
  layersIn(nodes).flatMap(({ content }) =>
    content.kind === 'media' && content.asset.info.kind !== 'still' ? [content.time] : [],
  )

/** Every layer at any depth, in the same order on every frame of a structure. */
const layersIn = (nodes: readonly PictureNode[]): PictureLayer[] =>
  nodes
    .flatMap((node) => (node.kind === 'transition' ? [node.from, node.to] : [node]))
    .flatMap((node) => {
      if (node?.kind !== 'layer') return []
      return node.content.kind === 'nested'
        ? [node, ...layersIn(node.content.picture.nodes)]
        : [node]
    })

/** Frames that one segment may have, for each reason there is. */
function limitsOf(node: PlannedNode): number[] {
  if (node.kind === 'transition') {
    const sides = [node.from, node.to].flatMap((clip) => (clip ? limitsOf(clip) : []))
    return [node.style.kind === 'wipe' ? LONGEST_PLATED : LONGEST_ANIMATED, ...sides]
  }
  const effects = node.effects.map((effect) => {
    if (effect.kind === 'color') return effect.steps.length > 1 ? LONGEST_PLATED : Infinity
    if (!Object.values(effect).some(isMoving)) return Infinity
    return effect.kind === 'vignette' ? LONGEST_PLATED : LONGEST_ANIMATED
  })
  const own = Object.values(node).some(isMoving) ? LONGEST_ANIMATED : Infinity
  return [own, ...effects, ...(node.kind === 'layer' ? limitsOfContent(node.content) : [])]
}

/** Is it a curve that is no single number? */
const isMoving = (value: unknown): boolean => Array.isArray(value) && typeof value[0] === 'number'

function limitsOfContent(content: PlannedContent): number[] {
  if (content.kind === 'nested') return content.nodes.flatMap(limitsOf)
  if (content.kind !== 'video') return []
  const { frames } = content
  if (isBackwards(frames)) return [LONGEST_REVERSED]
  return 'times' in frames ? [LONGEST_KEYED] : []
}

/** Does a layer shrink to less than half of what its picture is scaled to beforehand? It would flicker there. */
function zoomsFar(node: PlannedNode): boolean {
  if (node.kind === 'transition') {
    return [node.from, node.to].some((clip) => clip !== null && zoomsFar(clip))
  }
  if (node.kind === 'adjustment') return false
  const { width, content } = node
  if (content.kind === 'nested' && content.nodes.some(zoomsFar)) return true
  return typeof width !== 'number' && Math.max(...width) > 2 * Math.max(1, Math.min(...width))
}
