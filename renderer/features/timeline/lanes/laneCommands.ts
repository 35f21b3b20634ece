/** What is done to keyframes, as commands: those of values and those of the speed have their own. */

import type { Command } from '../../../../shared/commands/registry.ts'
import type { AnimatedPath, ValuePath } from '../../../../shared/model/animatedPath.ts'
import type { Clip } from '../../../../shared/model/clip.ts'
import type { ItemId } from '../../../../shared/model/ids.ts'
import type { Easing } from '../../../../shared/model/keyframe.ts'
import { multiply, type Rational, rational, round } from '../../../../shared/time/rational.ts'
import { newCommand } from '../../../store/dispatchAll.ts'
import type { SessionState } from '../../../store/session.ts'
import { laneValue, speedEaseOf, speedOf } from './laneValues.ts'

export type KeyRef = SessionState['keyframes'][number]

export interface KeyMove extends KeyRef {
  /** Clip frames. */
  readonly frame: number
  readonly value?: number | undefined
}

interface Group<R extends KeyRef> {
  readonly itemId: ItemId
  readonly speeds: readonly R[]
  readonly values: readonly (R & { readonly property: AnimatedPath })[]
}

/** By clip, since each command is about one. */
const byClip = <R extends KeyRef>(refs: readonly R[]): Group<R>[] =>
  [...new Set(refs.map(({ itemId }) => itemId))].map((itemId) => {
    const own = refs.filter((one) => one.itemId === itemId)
    return {
      itemId,
      speeds: own.filter(({ property }) => property === 'speed'),
      values: own.filter(
        (one): one is R & { readonly property: AnimatedPath } => one.property !== 'speed',
      ),
    }
  })

const refOf = ({ property, keyframeId }: KeyRef & { readonly property: AnimatedPath }) => ({
  property,
  keyframeId,
})

export const movedKeys = (moves: readonly KeyMove[]): Command[] =>
  byClip(moves).flatMap(({ itemId, speeds, values }) => [
    ...(values.length > 0
      ? [
          newCommand('keyframes.move', {
            itemId,
            moves: values.map((one) => ({
              ...refOf(one),
              frame: one.frame,
              ...(one.value !== undefined && { value: one.value }),
            })),
          }),
        ]
      : []),
    ...(speeds.length > 0
      ? [
          newCommand('speedKeys.move', {
            itemId,
            moves: speeds.map(({ keyframeId, frame, value }) => ({
              ...{ keyframeId, frame },
              ...(value !== undefined && { speed: speedOf(value) }),
            })),
          }),
        ]
      : []),
  ])

export const removedKeys = (refs: readonly KeyRef[]): Command[] =>
  byClip(refs).flatMap(({ itemId, speeds, values }) => [
    ...(values.length > 0
      ? [newCommand('keyframes.remove', { itemId, keyframes: values.map(refOf) })]
      : []),
    ...(speeds.length > 0
      ? [
          newCommand('speedKeys.remove', {
            itemId,
            keyframeIds: speeds.map(({ keyframeId }) => keyframeId),
          }),
        ]
      : []),
  ])

export const easedKeys = (refs: readonly KeyRef[], easing: Easing): Command[] =>
  byClip(refs).flatMap(({ itemId, speeds, values }) => [
    ...(values.length > 0
      ? [newCommand('keyframes.ease', { itemId, keyframes: values.map(refOf), easing })]
      : []),
    ...(speeds.length > 0
      ? [
          newCommand('speedKeys.ease', {
            itemId,
            keyframeIds: speeds.map(({ keyframeId }) => keyframeId),
            ease: speedEaseOf(easing),
          }),
        ]
      : []),
  ])

export interface NewKey {
  readonly itemId: ItemId
  readonly property: ValuePath
  readonly frame: number
  /** Absent: the value that is there. */
  readonly value?: number | undefined
  readonly easing?: Easing | undefined
}

export function addedKey({ itemId, property, frame, value, easing }: NewKey): Command {
  if (property !== 'speed') {
    return newCommand('keyframe.add', {
      ...{ itemId, property, frame },
      ...(value !== undefined && { value }),
      ...(easing && { easing }),
    })
  }
  return newCommand('speedKey.add', {
    ...{ itemId, frame },
    ...(value !== undefined && { speed: speedOf(value) }),
    ...(easing && { ease: speedEaseOf(easing) }),
  })
}

/** A value that is not keyed yet. */
export const constantValue = (itemId: ItemId, property: ValuePath, value: number): Command =>
  property === 'speed'
    ? newCommand('clip.set', { itemId, patch: { speed: speedOf(value) } })
    : newCommand('property.set', { itemId, property, value })

/** Keyframes of one clip about their own first one. */
export function scaledKeys(clip: Clip, refs: readonly KeyRef[], factor: Rational): Command[] {
  const held = refs.flatMap((ref) => {
    const key = laneValue(clip, ref.property).keyframes.find(({ id }) => id === ref.keyframeId)
    return key ? [{ ref, frame: key.frame }] : []
  })
  const anchor = Math.min(...held.map(({ frame }) => frame))
  const values = refs.flatMap((ref) =>
    ref.property === 'speed' ? [] : [refOf({ ...ref, property: ref.property })],
  )
  const speeds = held
    .filter(({ ref }) => ref.property === 'speed')
    .map(({ ref, frame }): KeyMove => {
      const apart = multiply(rational(frame - anchor), factor)
      return { ...ref, frame: anchor + round(apart, 'nearest') }
    })
  return [
    ...(values.length > 0
      ? [newCommand('keyframes.scale', { itemId: clip.id, keyframes: values, anchor, factor })]
      : []),
    ...movedKeys(speeds),
  ]
}
