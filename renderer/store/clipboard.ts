/** What was copied or cut last. It outlives what it was taken from, and a change of project. */
import { create } from 'zustand'
import type { PayloadOf } from '../../shared/commands/registry.ts'
import type { ValuePath } from '../../shared/model/animatedPath.ts'
import type { EffectKind } from '../../shared/model/effect.ts'
import type { Keyframe } from '../../shared/model/keyframe.ts'
import type { Pin } from '../../shared/model/shot.ts'
import type { Track } from '../../shared/model/track.ts'

type CopiedClip = PayloadOf<'clips.paste'>['clips'][number] & {
  readonly trackKind: Track['kind']
}
interface CopiedKeyframe extends Pick<Keyframe, 'frame' | 'value' | 'easing'> {
  readonly property: ValuePath
  /** Whose parameter it is: another clip has such an effect of its own. */
  readonly effect?: EffectKind | undefined
}

/** Values, not ids: what was cut away or changed since is pasted as it was. */
export type Copied =
  | { readonly kind: 'clips'; readonly clips: readonly CopiedClip[] }
  /** `frame` counts from the first of them. */
  | { readonly kind: 'keyframes'; readonly keyframes: readonly CopiedKeyframe[] }
  /** `index` counts from the first of them. */
  | { readonly kind: 'pins'; readonly pins: readonly Pick<Pin, 'index' | 'picture'>[] }

export const useClipboard = create<{ readonly copied: Copied | null }>(() => ({ copied: null }))
