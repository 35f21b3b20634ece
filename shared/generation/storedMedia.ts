/**
 * What is known of media that were uploaded to the service (`mediaStorage`), as data with a date, and whether such a medium
 * may be used again. It cannot be asked whether one is still there: a task that names one that is gone is refused, which
 * costs an upload and a new task UUID but no money, so these ages are chosen to be short.
 */

const DAY = 24 * 3_600_000

export const STORED_MEDIA = {
  asOf: '2026-10',
  /**
   * Uploaded pictures are deleted 30 days after their last use, says the page of the older `imageUpload`; that
   * `mediaStorage` does the same is inferred. A week leaves room for that to be wrong.
   */
  image: { since: 'usedAt', age: 7 * DAY },
  /** Of films nothing is published, not even whether a use prolongs their stay: a day of work from the upload on. */
  video: { since: 'storedAt', age: DAY },
  /**
   * Longest upload, milliseconds. One that began longer ago, and of which the service knows nothing, stored nothing: that
   * it can be asked about under the UUID of its task is how the vendor's own client waits for slow uploads.
   */
  longestUpload: 15 * 60_000,
} as const

/** What a field of the request takes. */
export type MediaRole = 'video' | 'image'

/** Times in ISO 8601. A clock that was set wrong by less than the age, either way, does no harm. */
export function mayReuse(
  role: MediaRole,
  medium: { readonly storedAt: string; readonly usedAt: string },
  now: number,
): boolean {
  const { since, age } = STORED_MEDIA[role]
  return Math.abs(now - Date.parse(medium[since])) <= age
}
