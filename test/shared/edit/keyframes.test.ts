import { describe, expect, it } from 'vitest'
import { addKeyframe } from '../../../shared/edit/addKeyframe.ts'
import { easeKeyframes } from '../../../shared/edit/easeKeyframes.ts'
import { moveKeyframes } from '../../../shared/edit/moveKeyframes.ts'
import { removeKeyframes } from '../../../shared/edit/removeKeyframes.ts'
import { setProperty } from '../../../shared/edit/setProperty.ts'
import type { KeyframeId } from '../../../shared/model/ids.ts'
import { type Animated, EASE, HOLD, LINEAR } from '../../../shared/model/keyframe.ts'
import type { Project } from '../../../shared/model/project.ts'
import { clipOf } from '../../../shared/model/select.ts'
import { counting, cutOf, item } from './cutText.ts'

const itemId = item('V1.A')
const id = (name: string) => name as KeyframeId
const scaleOf = (project: Project): Animated => clipOf(project, itemId).picture.scale

/** Scale 1 at frame 0, 3 at 10, 2 at 20: `a`, `b`, `c`. */
function keyed(): Project {
  const plain = cutOf(['V1 |A 0-24|'])
  return [
    { frame: 10, value: 3, easing: HOLD },
    { frame: 0, value: 1, easing: LINEAR },
    { frame: 20, value: 2, easing: EASE },
  ].reduce(
    (project, key, i) =>
      addKeyframe(
        project,
        { itemId, property: 'scale', ...key },
        <T extends string>() => 'bac'[i] as T,
      ),
    plain,
  )
}

const A = { id: 'a', frame: 0, value: 1, easing: LINEAR }
const B = { id: 'b', frame: 10, value: 3, easing: HOLD }
const C = { id: 'c', frame: 20, value: 2, easing: EASE }

describe('keyframes', () => {
  it('are kept in order of time', () => {
    expect(scaleOf(keyed())).toEqual({ value: 1, keyframes: [A, B, C] })
  })

  it('added without a value take the present one and the easing before', () => {
    const after = addKeyframe(keyed(), { itemId, property: 'scale', frame: 5 }, counting('new'))
    expect(scaleOf(after).keyframes).toEqual([
      A,
      { id: 'new.1', frame: 5, value: 2, easing: LINEAR },
      B,
      C,
    ])
  })

  it('added where one is change that one', () => {
    const after = addKeyframe(
      keyed(),
      { itemId, property: 'scale', frame: 10, value: 4 },
      counting('new'),
    )
    expect(scaleOf(after).keyframes).toEqual([A, { ...B, value: 4 }, C])
  })

  it('move in time and value, replacing what they land on', () => {
    const after = moveKeyframes(keyed(), {
      itemId,
      moves: [
        { property: 'scale', keyframeId: id('a'), frame: 20 },
        { property: 'scale', keyframeId: id('b'), frame: -4, value: 5 },
      ],
    })
    expect(scaleOf(after).keyframes).toEqual([
      { ...B, frame: -4, value: 5 },
      { ...A, frame: 20 },
    ])
  })

  it('change places without replacing each other', () => {
    const after = moveKeyframes(keyed(), {
      itemId,
      moves: [
        { property: 'scale', keyframeId: id('a'), frame: 10 },
        { property: 'scale', keyframeId: id('b'), frame: 0 },
      ],
    })
    expect(scaleOf(after).keyframes).toEqual([{ ...B, frame: 0 }, { ...A, frame: 10 }, C])
  })

  it('removed leave the others; the last one leaves its value', () => {
    const ref = (name: string) => ({ property: 'scale' as const, keyframeId: id(name) })
    const one = removeKeyframes(keyed(), { itemId, keyframes: [ref('a'), ref('c')] })
    expect(scaleOf(one)).toEqual({ value: 1, keyframes: [B] })
    const none = removeKeyframes(one, { itemId, keyframes: [ref('b')] })
    expect(scaleOf(none)).toEqual({ value: 3, keyframes: [] })
  })

  it('are eased', () => {
    const after = easeKeyframes(keyed(), {
      itemId,
      keyframes: [{ property: 'scale', keyframeId: id('b') }],
      easing: EASE,
    })
    expect(scaleOf(after).keyframes).toEqual([A, { ...B, easing: EASE }, C])
  })

  it('set by value at a frame', () => {
    const after = setProperty(
      keyed(),
      { itemId, property: 'scale', value: 7, frame: 12 },
      counting('new'),
    )
    expect(scaleOf(after).keyframes).toEqual([
      A,
      B,
      { id: 'new.1', frame: 12, value: 7, easing: HOLD },
      C,
    ])
  })

  it('are not needed to set a constant', () => {
    const before = cutOf(['V1 |A 0-24|'])
    const after = setProperty(before, { itemId, property: 'pan', value: -0.5 }, counting('new'))
    expect(clipOf(after, itemId)).toEqual({
      ...clipOf(before, itemId),
      sound: { volume: { value: 0, keyframes: [] }, pan: { value: -0.5, keyframes: [] } },
    })
    expect(clipOf(after, itemId).picture).toBe(clipOf(before, itemId).picture)
  })

  it.each<[string, () => unknown, string]>([
    [
      'a value out of range',
      () => setProperty(keyed(), { itemId, property: 'opacity', value: 2 }, counting('n')),
      'Opacity lies between 0 and 1; 2 was asked for.',
    ],
    [
      'a keyed property without a frame',
      () => setProperty(keyed(), { itemId, property: 'scale', value: 2 }, counting('n')),
      'Scale has keyframes; say at which frame it should have the value.',
    ],
    [
      'two on one frame',
      () =>
        moveKeyframes(keyed(), {
          itemId,
          moves: [
            { property: 'scale', keyframeId: id('a'), frame: 5 },
            { property: 'scale', keyframeId: id('b'), frame: 5 },
          ],
        }),
      'Two keyframes cannot land on the same frame.',
    ],
    [
      'one that is gone',
      () =>
        removeKeyframes(keyed(), {
          itemId,
          keyframes: [{ property: 'pan', keyframeId: id('a') }],
        }),
      'This pan keyframe is no longer there.',
    ],
    [
      'a locked track',
      () =>
        setProperty(
          cutOf(['V1 |A 0-24| locked']),
          { itemId, property: 'pan', value: 0 },
          counting('n'),
        ),
      'The track V1 is locked; unlock it to change what lies on it.',
    ],
  ])('refuse %s', (_, act, sentence) => {
    expect(act).toThrow(sentence)
  })
})
