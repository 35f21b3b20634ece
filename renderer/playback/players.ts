/** The window's two players: the program (the active timeline) and the source monitor's asset. */
import type { Project } from '../../shared/model/project.ts'
import { timelineEnd } from '../../shared/model/select.ts'
import type { Timeline } from '../../shared/model/timeline.ts'
import { soundOf } from '../../shared/render/soundOf.ts'
import type { SoundSpan } from '../../shared/render/soundSpan.ts'
import type { Rational } from '../../shared/time/rational.ts'
import { activeTimeline, useDocument } from '../store/document.ts'
import { playhead, sourcePlayhead } from '../store/playhead.ts'
import { usePreferences } from '../store/preferences.ts'
import { useSession } from '../store/session.ts'
import { createSoundPlayer } from './audio.ts'
import { createGrains, GRAIN } from './grains.ts'
import { createPlayer, type Player } from './player.ts'
import { soundOfAsset } from './soundOfAsset.ts'
import { sourceMarks } from './sourceMarks.ts'
import { sourceEnd, sourceRate } from './sourceRate.ts'

const ticks = {
  nextTick: (tick: () => void): number => requestAnimationFrame(tick),
  cancelTick: (handle: number): void => cancelAnimationFrame(handle),
}

const openTimeline = () => {
  const { project } = useDocument.getState()
  return project && { project, timeline: activeTimeline(project) }
}

const openAsset = () => {
  const open = openTimeline()
  const asset = open?.project.assets.get(useSession.getState().source ?? '')
  return open && asset && { ...open, asset }
}

/** That of the document as it was heard last: each turn of a loop and each grain of scrubbing asks again. */
let known: { readonly project: Project; readonly id: string; readonly spans: SoundSpan[] } | null =
  null
function soundNow(project: Project, timeline: Timeline): readonly SoundSpan[] {
  if (known?.project !== project || known.id !== timeline.id) {
    known = { project, id: timeline.id, spans: soundOf(project, timeline) }
  }
  return known.spans
}

const nowhere = { num: 24, den: 1 }

const later = (work: () => void, milliseconds: number): (() => void) => {
  const timer = setTimeout(work, milliseconds)
  return () => clearTimeout(timer)
}

interface Monitor {
  readonly playhead: typeof playhead
  readonly rate: () => Rational
  readonly end: () => number
  /** In and out, `[in, out)`; null: not marked. */
  readonly marks: () => { readonly in: number | null; readonly out: number | null }
  readonly spans: () => readonly SoundSpan[]
}

function playerOf({ rate, end, marks, spans, playhead: at }: Monitor): Player {
  const sound = createSoundPlayer()
  const grains = createGrains({
    start: (frame) => void sound.start(spans(), rate(), frame, 1, GRAIN / 1000),
    stop: () => sound.stop(),
    later,
  })
  return createPlayer({
    ...ticks,
    ...{ playhead: at, rate, end },
    loop() {
      if (!useSession.getState().loops) return null
      const { in: start, out } = marks()
      return { start: start ?? 0, end: Math.min(out ?? end(), end()) }
    },
    startSound: (frame, speed) => sound.start(spans(), rate(), frame, speed),
    stopSound() {
      grains.cancel()
      sound.stop()
    },
    sought(frame) {
      if (usePreferences.getState().scrubSound && frame < end()) grains.at(frame)
    },
  })
}

export const programPlayer = playerOf({
  playhead,
  rate: () => openTimeline()?.timeline.rate ?? nowhere,
  end: () => {
    const open = openTimeline()
    return open ? timelineEnd(open.project, open.timeline) : 0
  },
  marks: () => {
    const { inFrame, outFrame } = openTimeline()?.timeline ?? {}
    return { in: inFrame ?? null, out: outFrame ?? null }
  },
  spans: () => {
    const open = openTimeline()
    return open ? soundNow(open.project, open.timeline) : []
  },
})

export const sourcePlayer = playerOf({
  playhead: sourcePlayhead,
  rate: () => {
    const open = openAsset()
    return open ? sourceRate(open.asset, open.timeline) : nowhere
  },
  end: () => {
    const open = openAsset()
    return open ? sourceEnd(open.asset, open.timeline) : 0
  },
  marks: sourceMarks,
  spans: () => {
    const open = openAsset()
    if (!open) return []
    const rate = sourceRate(open.asset, open.timeline)
    return soundOfAsset(open.asset, sourceEnd(open.asset, open.timeline), rate)
  },
})
