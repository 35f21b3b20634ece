/** What the preload exposes as `window.keyreel`. */

import type { Rational } from '../time/rational.ts'
import type { Answer, Input, Output } from './contract.ts'
import type { EventName, EventPayload } from './events.ts'
import type { CallName } from './names.ts'
import type { Result } from './result.ts'

export interface KeyreelApi {
  call<N extends CallName>(name: N, input: Input<N>): Promise<Result<Answer<N>>>
  /** Answers the function that stops listening. */
  on<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void
  /** Imports files dropped on the window; their paths stay on the other side. */
  importDropped(
    files: readonly unknown[],
    sequenceRate?: Rational,
  ): Promise<Result<Output<'media:importPaths'>>>
  /** Makes the whole page `by` times as large, 1 to 2: what it measures and what points at it go along. */
  enlarge(by: number): void
}

/** Addresses of the media protocol. The host is fixed; `mediaKey` is an asset's, or for a thumbnail a project summary's. Ranges are honoured. */
export const MEDIA_SCHEME = 'keyreel-media'
export const mediaUrl = (
  what: 'original' | 'proxy' | 'poster' | 'filmstrip' | 'peaks' | 'thumbnail',
  mediaKey: string,
): string => `${MEDIA_SCHEME}://store/${what}/${encodeURIComponent(mediaKey)}`

/** A part of a filmstrip that is denser than the whole one (shared/render/filmstrip). */
export const tilesUrl = (mediaKey: string, density: number, segment: number): string =>
  `${MEDIA_SCHEME}://store/tiles/${encodeURIComponent(mediaKey)}.${density}-${segment}`
