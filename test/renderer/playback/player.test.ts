import { expect, test } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { type Clock, soundClock, steadyClock } from '../../../renderer/playback/clock.ts'
import { createPlayer, framesIn } from '../../../renderer/playback/player.ts'
import type { PlayheadState } from '../../../renderer/store/playhead.ts'
import { rational } from '../../../shared/time/rational.ts'

/** A player on a clock and a display that the test moves. */
function playing(
  end: number,
  rate = rational(24),
  loop: { readonly start: number; readonly end: number } | null = null,
) {
  const playhead = createStore<PlayheadState>(() => ({ frame: 0, speed: 0 }))
  const time = { now: 0 }
  let tick: (() => void) | null = null
  const sound: string[] = []
  const player = createPlayer({
    playhead,
    rate: () => rate,
    end: () => end,
    loop: () => loop,
    sought: (frame) => void sound.push(`sought ${frame}`),
    startSound: (frame, speed) => {
      sound.push(`start ${frame} ×${speed}`)
      return { now: () => time.now }
    },
    stopSound: () => void sound.push('stop'),
    nextTick: (next) => {
      tick = next
      return 1
    },
    cancelTick: () => {
      tick = null
    },
  })
  const at = (seconds: number): PlayheadState => {
    time.now = seconds
    const due = tick
    tick = null
    due?.()
    return playhead.getState()
  }
  return { player, playhead, at, sound }
}

test('the playhead follows the clock and never runs ahead of it', () => {
  const { player, at } = playing(100)
  player.setSpeed(1)
  expect([at(0.04), at(0.042), at(0.5), at(1)]).toEqual([
    { frame: 0, speed: 1 },
    { frame: 1, speed: 1 },
    { frame: 12, speed: 1 },
    { frame: 24, speed: 1 },
  ])
})

test('it stops on the last frame', () => {
  const { player, at, sound } = playing(30)
  player.setSpeed(1)
  expect(at(9)).toEqual({ frame: 29, speed: 0 })
  expect(sound.at(-1)).toBe('stop')
})

test('backwards it stops on the first frame', () => {
  const { player, playhead, at } = playing(100)
  playhead.setState({ frame: 12 })
  player.setSpeed(-2)
  expect([at(0.25), at(2)]).toEqual([
    { frame: 0, speed: -2 },
    { frame: 0, speed: 0 },
  ])
})

test('play on the last frame starts over', () => {
  const { player, playhead } = playing(30)
  playhead.setState({ frame: 29 })
  player.setSpeed(1)
  expect(playhead.getState()).toEqual({ frame: 0, speed: 1 })
})

test('who seeks while it plays is followed, and the sound starts there', () => {
  const { player, playhead, at, sound } = playing(500)
  player.setSpeed(1)
  at(1)
  playhead.setState({ frame: 240 })
  expect(at(1.1)).toEqual({ frame: 240, speed: 1 })
  expect(at(2.1)).toEqual({ frame: 264, speed: 1 })
  expect(sound).toEqual(['stop', 'start 0 ×1', 'stop', 'start 240 ×1'])
})

test('seeking stops; frames before the start are not to be had', () => {
  const { player, playhead } = playing(100)
  player.setSpeed(1)
  player.seek(-4)
  expect(playhead.getState()).toEqual({ frame: 0, speed: 0 })
})

test('an hour at 29.97 is exact', () => {
  expect(framesIn(3600, 1, rational(30000, 1001))).toBe(107892)
  expect(framesIn(1, -1, rational(24))).toBe(-24)
})

test('the sound clock counts what is heard, not what was handed over', () => {
  expect(soundClock({ currentTime: 2, state: 'running', outputLatency: 0.25 }).now()).toBe(1.75)
})

test('a sound clock that stands still is replaced without a jump', () => {
  const card = { now: 5 }
  const wall = { now: 100 }
  const read = (source: { now: number }): Clock => ({ now: () => source.now })
  const clock = steadyClock(read(card), read(wall))
  const at = (cardTime: number, wallTime: number): number => {
    card.now = cardTime
    wall.now = wallTime
    return clock.now()
  }
  // Whole and half seconds, which binary fractions hold exactly.
  expect([at(5.5, 100.5), at(5.5, 100.75), at(5.5, 101), at(5.5, 102), at(9, 103)]).toEqual([
    5.5, 5.5, 5.5, 6.5, 7.5,
  ])
})

test('in a loop it goes round in both directions, with its sound', () => {
  const { player, playhead, at, sound } = playing(100, rational(24), { start: 10, end: 34 })
  playhead.setState({ frame: 33 })
  player.setSpeed(1)
  expect([at(0.02), at(0.05), at(0.55)].map(({ frame }) => frame)).toEqual([33, 10, 22])
  player.setSpeed(-1)
  expect([at(0.55), at(1.1), at(1.15)].map(({ frame }) => frame)).toEqual([22, 33, 32])
  expect(sound.filter((one) => one.startsWith('start'))).toEqual([
    ...['start 33 ×1', 'start 10 ×1', 'start 22 ×-1', 'start 33 ×-1'],
  ])
})

test('who starts behind the loop plays to the end and then goes round', () => {
  const { player, playhead, at } = playing(50, rational(24), { start: 0, end: 24 })
  playhead.setState({ frame: 46 })
  player.setSpeed(1)
  expect([at(0.1), at(0.2)]).toEqual([
    { frame: 48, speed: 1 },
    { frame: 0, speed: 1 },
  ])
})

test('a frame that is gone to is told once, and not where it was already', () => {
  const { player, sound } = playing(100)
  player.seek(12)
  player.seek(12)
  expect(sound.filter((one) => one.startsWith('sought'))).toEqual(['sought 12'])
})
