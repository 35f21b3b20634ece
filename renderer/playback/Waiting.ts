/** Somebody who waits for a picture. */
export interface Waiting {
  /** Whether something newer is wanted: what takes long may be broken off at a next frame. */
  readonly isStale: () => boolean
  /** Aborted once nobody waits any more: what was begun for this picture alone is stopped at once. */
  readonly gone: AbortSignal
  /** A first picture near the one that is waited for has been decoded. */
  readonly onWay?: () => void
}
