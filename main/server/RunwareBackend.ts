/**
 * What stands behind Runware's protocol when Keyreel speaks its server side: the local engine for `keyreel serve`,
 * the double in the tests. Parsing, authentication, envelopes and errors are the server's; this port does the work.
 */
import type { Money } from '../../shared/generation/modelFacts.ts'
import type { VideoInferenceRequest } from '../../shared/generation/request.ts'
import type { ApiError } from '../../shared/generation/tasks.ts'

export type JobStatus =
  | { readonly status: 'processing' }
  | {
      readonly status: 'success'
      readonly videoUUID: string
      /** Name under which {@link RunwareBackend.openFile} gives the picture. */
      readonly videoFile: string
      /** Sent where the request asked for it with `includeCost`. */
      readonly cost: Money
      readonly isUnsafe?: boolean
      /** Further files, such as the EXR export. */
      readonly files?: readonly { readonly uuid: string; readonly file: string }[]
    }
  | {
      readonly status: 'error'
      readonly error: ApiError
      /** The service reports a failure either inside the item or in the envelope's list; clients must read both. */
      readonly shape: 'item' | 'errors'
    }

export type UploadedMedia =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly mimeType: string }
  | { readonly kind: 'url'; readonly url: string }

export type StoredMedia =
  | { readonly status: 'stored'; readonly mediaUUID: string; readonly file?: string }
  | { readonly status: 'processing' }

export interface ServedFile {
  readonly path: string
  readonly mimeType: string
}

export interface RunwareBackend {
  /**
   * Takes a legal request on. Its UUID must be durable when this resolves, so that it is never taken on twice.
   * @throws TaskRefusal when the request cannot be carried out.
   */
  submit(request: VideoInferenceRequest): Promise<'accepted' | 'known'>
  /** Null for a UUID that was never taken on. */
  status(taskUUID: string): Promise<JobStatus | null>
  /** The request as it was taken on; null for an unknown UUID. */
  request(taskUUID: string): Promise<VideoInferenceRequest | null>
  quote(request: VideoInferenceRequest): Promise<Money>
  storeMedia(taskUUID: string, media: UploadedMedia): Promise<StoredMedia>
  /** Null for a UUID that stored no media. */
  storedMedia(taskUUID: string): Promise<StoredMedia | null>
  /** @throws TaskRefusal for a medium that is not stored (any more), or cannot be deleted now. */
  deleteMedia(taskUUID: string, mediaUUID: string): Promise<void>
  openFile(name: string): Promise<ServedFile | null>
  balance(): Promise<Money>
}

/** A task that is answered with an error of the protocol. */
export class TaskRefusal extends Error {
  override readonly name = 'TaskRefusal'
  readonly apiError: ApiError
  /** HTTP status where this is the only task of its request. */
  readonly status: number
  constructor(apiError: ApiError, status = 400) {
    super(apiError.message ?? apiError.code ?? 'The task was refused')
    this.apiError = apiError
    this.status = status
  }
}
