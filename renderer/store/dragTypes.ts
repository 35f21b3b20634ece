/**
 * What is dragged from one panel to another. While it is on its way only the names of its types can be read, so that
 * those say what it is.
 */
import type { EffectKind } from '../../shared/model/effect.ts'
import type { TransitionKind } from '../../shared/model/transition.ts'

/** Its data is the asset's id. */
export const ASSET_TYPE = 'application/x-keyreel-asset'

const TRANSITION = 'application/x-keyreel-transition.'
const EFFECT = 'application/x-keyreel-effect.'

export const transitionType = (kind: TransitionKind): string => `${TRANSITION}${kind}`
export const effectType = (kind: EffectKind): string => `${EFFECT}${kind}`

const carried = (types: readonly string[], prefix: string): string | undefined =>
  types.find((type) => type.startsWith(prefix))?.slice(prefix.length)

/** The kind of transition that a drag carries. */
export const carriedTransition = (types: readonly string[]): string | undefined =>
  carried(types, TRANSITION)
export const carriedEffect = (types: readonly string[]): string | undefined =>
  carried(types, EFFECT)
