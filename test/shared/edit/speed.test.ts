/** A keyed speed and what the verbs do to it. Media frames at 24 per second, as `@` counts them. */
import { describe, expect, it } from 'vitest'
import { applyCommand, type Command, command } from '../../../shared/commands/registry.ts'
import type { KeyframeId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import { placedClips, clipOf as recordOf, trackOf } from '../../../shared/model/select.ts'
import { mediaTimeAt } from '../../../shared/model/timeMap.ts'
import { multiply, type Rational, rational, toNumber } from '../../../shared/time/rational.ts'
import { cutOf, item, TIMELINE, textOf, track } from './cutText.ts'

const RATE = rational(24)

/** V1 and A1 hold A, frames 0 to 48 from media frame 10, and B behind a gap. A ramps from 1 to 3 over [12, 24). */
function ramped(lengths = { A: 1000 }): Project {
  return [speedKey(12, rational(1), 'a'), speedKey(24, rational(3), 'b')].reduce(
    applyCommand,
    cutOf(['V1 |A 0-48@10|gap 48-60|B 60-84|', 'A1 |A 0-48@10|gap 48-60|B 60-84|'], { lengths }),
  )
}

const speedKey = (frame: number, speed: Rational, id: string, ease = 'linear' as const): Command =>
  command('speedKey.add', { itemId: item('V1.A'), frame, speed, ease }, id)

/** The media frame on every frame of a track's clips, by the frame of the timeline; gaps are left out. */
function seen(project: Project, name = 'V1'): Record<number, number> {
  return Object.fromEntries(
    placedClips(project, trackOf(project, track(name))).flatMap(({ item: clip, start }) =>
      Array.from({ length: clip.duration }, (_, f) => [
        start + f,
        toNumber(multiply(mediaTimeAt(clip, f, RATE), RATE)),
      ]),
    ),
  )
}

const pick = (frames: Record<number, number>, ...at: number[]) => at.map((f) => frames[f])

const edit = (project: Project, ...commands: Command[]): Project =>
  commands.reduce(applyCommand, project)

describe('a keyed speed', () => {
  it('plays at the first keyframe’s speed, then along the curve, then at the last one’s', () => {
    const frames = seen(ramped())
    // 1 up to frame 12; then n + n²/12 frames further; 24 of them at 24; 3 from there on.
    expect(pick(frames, 0, 11, 12, 13, 18, 24, 25, 47)).toEqual([
      ...[10, 21, 22, 22 + 1 + 1 / 12, 22 + 6 + 3, 46, 49, 46 + 69],
    ])
    expect(seen(ramped(), 'A1')).toEqual(frames)
  })

  it('holds, and is smooth with as much media as a straight line', () => {
    const held = edit(
      ramped(),
      command(
        'speedKeys.ease',
        { itemId: item('V1.A'), keyframeIds: ['a.1' as KeyframeId], ease: 'hold' },
        'c',
      ),
    )
    expect(pick(seen(held), 12, 23, 24, 25)).toEqual([22, 33, 34, 37])
    const smooth = edit(
      ramped(),
      command(
        'speedKeys.ease',
        { itemId: item('V1.A'), keyframeIds: ['a.1' as KeyframeId], ease: 'smooth' },
        'c',
      ),
    )
    // At half way 6 + 2 · 6³ (24 - 6) / (2 · 12³) = 8.25.
    expect(pick(seen(smooth), 12, 18, 24, 25)).toEqual([22, 30.25, 46, 49])
  })

  it('plays backwards and stands still', () => {
    const turned = edit(ramped(), speedKey(36, rational(-3), 'c'), speedKey(48, rational(0), 'd'))
    const frames = seen(turned)
    // 3 to -3 over 12 frames passes 0 in the middle and ends where it began.
    expect(pick(frames, 24, 30, 36, 42)).toEqual([46, 46 + 9, 46, 46 - 13.5])
  })

  it('gets shorter and leaves a gap where the media runs out, as its sound does', () => {
    // Media frame 99 is the last: 46 + 3 · 17 = 97 at frame 41, 100 at frame 42.
    expect(textOf(ramped({ A: 100 }))).toEqual([
      'V1 |A 0-42@22|gap 42-60|B 60-84|',
      'A1 |A 0-42@22|gap 42-60|B 60-84|',
    ])
  })

  it('lets an edge go as far as the curve finds media', () => {
    const project = ramped({ A: 130 })
    const trim = (edge: 'start' | 'end', delta: number) =>
      command('clip.trim', { itemId: item('V1.A'), edge, delta, ripple: true, linked: true }, 'c')
    // 115 at frame 47, 127 at 51, 130 at 52.
    expect(() => applyCommand(project, trim('end', 5))).toThrow('at most 4 frames later')
    expect(pick(seen(edit(project, trim('end', 4))), 51)).toEqual([127])
    expect(() => applyCommand(project, trim('start', -11))).toThrow('at most 10 frames earlier')
    expect(pick(seen(edit(project, trim('start', -10))), 0, 22, 34)).toEqual([0, 22, 46])
  })
})

describe('verbs on a keyed speed', () => {
  const before = seen(ramped())
  const split = (frame: number, id: string) =>
    command('clips.split', { timelineId: TIMELINE, frame, linked: true }, id)

  it('split leaves every frame where it was, and join takes the cut away', () => {
    const once = edit(ramped(), split(17, 'x'))
    const twice = edit(once, split(21, 'y'), split(5, 'z'))
    expect(seen(twice)).toEqual(before)
    expect(seen(twice, 'A1')).toEqual(before)
    const joined = edit(
      once,
      command('edit.join', { leftId: item('V1.A'), rightId: item('x.1'), linked: true }, 'j'),
    )
    expect(joined).toEqual(ramped())
  })

  it('a join is refused where the curve was changed on one side', () => {
    const changed = edit(
      ramped(),
      split(17, 'x'),
      command('speedKeys.remove', { itemId: item('x.1'), keyframeIds: ['b.1' as KeyframeId] }, 'r'),
    )
    expect(() =>
      applyCommand(
        changed,
        command('edit.join', { leftId: item('V1.A'), rightId: item('x.1'), linked: true }, 'j'),
      ),
    ).toThrow('does not run on')
  })

  it('trimming the head keeps keyframes of speed on their pictures', () => {
    const trimmed = edit(
      ramped(),
      command(
        'clip.trim',
        { itemId: item('V1.A'), edge: 'start', delta: 15, ripple: false, linked: true },
        'c',
      ),
    )
    const clip = recordOf(trimmed, item('V1.A'))
    expect(clip.speedKeys?.map(({ frame }) => frame)).toEqual([-3, 9])
    expect(seen(trimmed)).toEqual(
      Object.fromEntries(Object.entries(before).filter(([frame]) => Number(frame) >= 15)),
    )
  })

  it('slip goes further along the curve', () => {
    const slipped = edit(
      ramped(),
      command('clip.slip', { itemId: item('V1.A'), delta: 5, linked: true }, 'c'),
    )
    expect(pick(seen(slipped), 0, 19, 42)).toEqual([before[5], before[24], before[47]])
    expect(seen(slipped, 'A1')).toEqual(seen(slipped))
  })

  it('freeze holds the picture under the frame', () => {
    const held = edit(
      ramped(),
      command('frame.freeze', { itemId: item('V1.A'), frame: 18, duration: 4, ripple: false }, 'c'),
    )
    expect(pick(seen(held), 17, 18, 21, 22)).toEqual([before[17], 31, 31, before[22]])
    expect(recordOf(held, item('c.1')).speedKeys).toBeUndefined()
  })

  it('one speed takes the keyframes away and keeps the first picture', () => {
    const set = edit(
      ramped(),
      command('clip.set', { itemId: item('V1.A'), patch: { speed: rational(2) } }, 'c'),
    )
    expect(textOf(set)).toEqual([
      'V1 |A 0-48@10*2|gap 48-60|B 60-84|',
      'A1 |A 0-48@10*2|gap 48-60|B 60-84|',
    ])
    expect(recordOf(set, item('V1.A')).speedKeys).toBeUndefined()
  })

  it('retime scales the curve: the same media in less or more time', () => {
    const half = edit(
      ramped(),
      command('clip.retime', { itemId: item('V1.A'), speed: rational(2), ripple: false }, 'c'),
    )
    const frames = seen(half)
    expect(pick(frames, 0, 6, 12, 23)).toEqual([10, 22, 46, 46 + 66])
    expect(recordOf(half, item('V1.A')).duration).toBe(24)
    expect(seen(half, 'A1')).toEqual(frames)
    const back = edit(
      half,
      command('clip.retime', { itemId: item('V1.A'), speed: rational(1), ripple: false }, 'd'),
    )
    expect(seen(back)).toEqual(before)
  })

  it('retime turns the curve round, except where it is held', () => {
    const turned = edit(
      ramped(),
      command('clip.retime', { itemId: item('V1.A'), speed: rational(-1), ripple: false }, 'c'),
    )
    expect(Object.values(seen(turned))).toEqual([
      ...Object.values(before).slice(0, 48).reverse(),
      ...Object.values(before).slice(48),
    ])
    const held = edit(
      ramped(),
      command(
        'speedKeys.ease',
        { itemId: item('V1.A'), keyframeIds: ['a.1' as KeyframeId], ease: 'hold' },
        'h',
      ),
    )
    expect(() =>
      applyCommand(
        held,
        command('clip.retime', { itemId: item('V1.A'), speed: rational(-1), ripple: false }, 'c'),
      ),
    ).toThrow('cannot be turned round')
  })

  it('replace keeps the curve over the other media', () => {
    const replaced = edit(
      ramped(),
      command(
        'clip.replace',
        {
          itemId: item('V1.A'),
          source: recordOf(ramped(), item('V1.B')).source,
          name: 'B',
          sourceStart: rational(2),
          linked: true,
        },
        'c',
      ),
    )
    const by = 48 - 10
    expect(pick(seen(replaced), 0, 18, 47)).toEqual([48, 31 + by, 115 + by])
    expect(seen(replaced, 'A1')).toEqual(seen(replaced))
  })
})

describe('keyframes of speed', () => {
  it('take the speed that is there, to a ten-thousandth', () => {
    const more = edit(ramped(), command('speedKey.add', { itemId: item('V1.A'), frame: 19 }, 'c'))
    const added = recordOf(more, item('V1.A')).speedKeys?.[1]
    expect(added).toEqual({ id: 'c.1', frame: 19, speed: rational(13, 6), ease: 'linear' })
    expect(seen(more)).toEqual(seen(ramped()))
  })

  it('move, and keep the first picture', () => {
    const moved = edit(
      ramped(),
      command(
        'speedKeys.move',
        {
          itemId: item('V1.A'),
          moves: [{ keyframeId: 'a.1' as KeyframeId, frame: -6, speed: rational(1, 2) }],
        },
        'c',
      ),
    )
    expect(pick(seen(moved), 0)).toEqual([10])
    expect(recordOf(moved, item('V1.A')).speedKeys?.[0]).toEqual({
      ...{ id: 'a.1', frame: -6, speed: rational(1, 2), ease: 'linear' },
    })
  })

  it('leave the speed of the first frame behind when the last one goes', () => {
    const one = edit(
      ramped(),
      command(
        'speedKeys.remove',
        { itemId: item('V1.A'), keyframeIds: ['a.1', 'b.1'] as KeyframeId[] },
        'c',
      ),
    )
    expect(textOf(one)[0]).toBe('V1 |A 0-48@10|gap 48-60|B 60-84|')
    expect(recordOf(one, item('V1.A')).speedKeys).toBeUndefined()
  })

  it.each<[string, Command]>([
    ['beyond 100 times', speedKey(30, rational(101), 'c')],
    [
      'on a frame twice',
      command(
        'speedKeys.move',
        {
          itemId: item('V1.A'),
          moves: [
            { keyframeId: 'a.1' as KeyframeId, frame: 3 },
            { keyframeId: 'b.1' as KeyframeId, frame: 3 },
          ],
        },
        'c',
      ),
    ],
    [
      'that are gone',
      command(
        'speedKeys.remove',
        { itemId: item('V1.A'), keyframeIds: ['gone' as KeyframeId] },
        'c',
      ),
    ],
    ['more than a day apart', speedKey(20_000_000, rational(1), 'c')],
  ])('are refused %s', (_, change) => {
    expect(() => applyCommand(ramped(), change)).toThrow()
  })
})
