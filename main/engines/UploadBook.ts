/**
 * The port to the book of what was uploaded. Every write is durable when its call resolves, and comes before what it tells
 * of: an upload is in the book before its first byte leaves, so that a crash leaves nothing behind that nobody knows.
 */
import type { MediaRole } from '../../shared/generation/storedMedia.ts'

export interface Content {
  /** {@link UploadBook.account} */
  readonly account: string
  /** Hexadecimal. */
  readonly sha256: string
  readonly role: MediaRole
}

export interface UploadBook {
  /** Stands for the account that the key opens: media of one are unknown to the other. Null without a key. */
  account(): Promise<string | null>
  /** A stored medium of that content that may be used again, from now on in use by the task too. */
  find(content: Content, task: string): Promise<string | null>
  /** Uploads of that content that were begun and of whose end nobody heard: their task UUIDs. */
  unheard(content: Content): Promise<readonly string[]>
  /** An upload for a task; answers the task UUID that it has to travel under. */
  begin(content: Content, task: string): Promise<string>
  keep(upload: string, mediaUUID: string): Promise<void>
  /** It certainly stored nothing. */
  drop(upload: string): Promise<void>
  /** That a task names a medium. */
  use(mediaUUID: string, task: string): Promise<void>
  /** That media were named by a task that was refused or failed: they are not used again. */
  doubt(mediaUUIDs: readonly string[]): Promise<void>
}
