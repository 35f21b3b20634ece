/** The window's two players: the program (the active timeline) and the source monitor's asset. */
import { timelineEnd } from '../../shared/model/select.ts'
import { soundOf } from '../../shared/render/soundOf.ts'
import { activeTimeline, useDocument } from '../store/document.ts'
import { playhead, sourcePlayhead } from '../store/playhead.ts'
import { useSession } from '../store/session.ts'
import { createSoundPlayer } from './audio.ts'
import { createPlayer } from './player.ts'
import { soundOfAsset } from './soundOfAsset.ts'
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

const nowhere = { num: 24, den: 1 }

const programSound = createSoundPlayer()
export const programPlayer = createPlayer({
  ...ticks,
  playhead,
  rate: () => openTimeline()?.timeline.rate ?? nowhere,
  end: () => {
    const open = openTimeline()
    return open ? timelineEnd(open.project, open.timeline) : 0
  },
  startSound: (frame, speed) => {
    const open = openTimeline()
    if (!open) return null
    const { project, timeline } = open
    return programSound.start(soundOf(project, timeline), timeline.rate, frame, speed)
  },
  stopSound: () => programSound.stop(),
})

const sourceSound = createSoundPlayer()
export const sourcePlayer = createPlayer({
  ...ticks,
  playhead: sourcePlayhead,
  rate: () => {
    const open = openAsset()
    return open ? sourceRate(open.asset, open.timeline) : nowhere
  },
  end: () => {
    const open = openAsset()
    return open ? sourceEnd(open.asset, open.timeline) : 0
  },
  startSound: (frame, speed) => {
    const open = openAsset()
    if (!open) return null
    const rate = sourceRate(open.asset, open.timeline)
    const end = sourceEnd(open.asset, open.timeline)
    return sourceSound.start(soundOfAsset(open.asset, end, rate), rate, frame, speed)
  },
  stopSound: () => sourceSound.stop(),
})
