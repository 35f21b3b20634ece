/** What was copied or cut last. It outlives what it was taken from, and a change of project. */
import { create } from 'zustand'
import type { PayloadOf } from '../../shared/commands/registry.ts'
import type { Pin } from '../../shared/model/shot.ts'
import type { Track } from '../../shared/model/track.ts'

type CopiedClip = PayloadOf<'clips.paste'>['clips'][number] & {
  readonly trackKind: Track['kind']
}
type CopiedKeyframe = Pick<
  Required<PayloadOf<'keyframe.add'>>,
  'property' | 'frame' | 'value' | 'easing'
>

/** Values, not ids: what was cut away or changed since is pasted as it was. */
export type Copied =
  | { readonly kind: 'clips'; readonly clips: readonly CopiedClip[] }
  /** `frame` counts from the first of them. */
  | { readonly kind: 'keyframes'; readonly keyframes: readonly CopiedKeyframe[] }
  /** `index` counts from the first of them. */
  | { readonly kind: 'pins'; readonly pins: readonly Pick<Pin, 'index' | 'picture'>[] }

export const useClipboard = create<{ readonly copied: Copied | null }>(() => ({ copied: null }))
