/**
 * What can go wrong at the service, as data: a list that the double works off. Each fault strikes `times` times
 * (once by default) and is then gone.
 */
import { z } from 'zod'

const times = z.int().positive().default(1)

export const faultSchema = z.discriminatedUnion('kind', [
  /** The task is carried out and the connection is cut before the answer. */
  z.strictObject({ kind: z.literal('dropReply'), task: z.string(), times }),
  /** The task is carried out and its answer never comes. */
  z.strictObject({
    kind: z.literal('holdReply'),
    task: z.string(),
    /** Of `mediaStorage`; absent: whichever. */
    operation: z.enum(['upload', 'delete']).optional(),
    times,
  }),
  /** The connection is cut before the task is looked at. */
  z.strictObject({ kind: z.literal('hangUp'), task: z.string(), times }),
  /** An HTTP status instead of an answer: 401, 402, 403, 429, 500, 503, 504. */
  z.strictObject({ kind: z.literal('status'), task: z.string(), status: z.int(), times }),
  /** A body that is no JSON. */
  z.strictObject({ kind: z.literal('garbage'), task: z.string(), times }),
  /** The job ends in failure, told in one of the two shapes. */
  z.strictObject({
    kind: z.literal('jobFails'),
    shape: z.enum(['item', 'errors']),
    code: z.string(),
    message: z.string(),
    responseContent: z.unknown().optional(),
    times,
  }),
  /** The job answers `processing` for so many polls. */
  z.strictObject({ kind: z.literal('slow'), polls: z.int().positive(), times }),
  /** The polls of a job answer with an empty list. */
  z.strictObject({ kind: z.literal('emptyPoll'), times }),
  /** The service has forgotten the job for polls; its details remain. */
  z.strictObject({ kind: z.literal('forgotten'), times }),
  z.strictObject({ kind: z.literal('unsafe'), times }),
  /**
   * The result drifts from its source: it begins `late` pictures into it (below 0: holds the first so long), and each colour
   * is `value * gain + offset` (0..255).
   */
  z.strictObject({
    kind: z.literal('drifts'),
    late: z.int().default(0),
    gain: z.tuple([z.number(), z.number(), z.number()]).default([1, 1, 1]),
    offset: z.tuple([z.number(), z.number(), z.number()]).default([0, 0, 0]),
    times,
  }),
  /** Nobody publishes the schema of the model. */
  z.strictObject({ kind: z.literal('noSchema'), times }),
  /** A dry run is billed like the task itself. */
  z.strictObject({ kind: z.literal('billsDryRun'), times }),
  /** The link of the result has expired, or the file server fails. */
  z.strictObject({ kind: z.literal('downloadStatus'), status: z.int(), times }),
  /** The download breaks off after so many bytes. */
  z.strictObject({ kind: z.literal('truncate'), bytes: z.int().nonnegative(), times }),
  /** A page instead of a picture. */
  z.strictObject({
    kind: z.literal('wrongType'),
    of: z.enum(['mp4', 'exr']).default('mp4'),
    times,
  }),
  /** The right type with bytes that are no video. */
  z.strictObject({ kind: z.literal('notVideo'), times }),
  /** The result lies on a host that is not the service's. */
  z.strictObject({ kind: z.literal('foreignHost'), times }),
  /** Stored media that a submit names are gone, so that it is refused in these words. */
  z.strictObject({
    kind: z.literal('forgetsMedia'),
    code: z
      .enum(['invalidValueUploadFailed', 'mediaNotFound', 'invalidParameter'])
      .default('invalidValueUploadFailed'),
    times,
  }),
  /** The UUID of a submit that was refused counts as used from then on. */
  z.strictObject({ kind: z.literal('reservesRefused'), times }),
  /** A stored medium is not deleted just now. */
  z.strictObject({ kind: z.literal('deletionFails'), status: z.int().default(503), times }),
  /** An upload is at first answered with the media UUID "1", for so many polls. */
  z.strictObject({ kind: z.literal('provisional'), polls: z.int().positive(), times }),
])

export type Fault = z.output<typeof faultSchema>
export type Drift = Extract<Fault, { kind: 'drifts' }>
export type FaultKind = Fault['kind']
/** As it is written down: `times` may be left out. */
export type FaultSwitch = z.input<typeof faultSchema>

export class FaultList {
  #faults: Fault[] = []

  add(...switches: readonly FaultSwitch[]): void {
    this.#faults.push(...switches.map((fault) => faultSchema.parse(fault)))
  }

  clear(): void {
    this.#faults = []
  }

  /** Strikes with the first fault of these kinds that fits, and counts it down. */
  take<K extends FaultKind>(
    kinds: K | readonly K[],
    fits: (fault: Extract<Fault, { kind: K }>) => boolean = () => true,
  ): Extract<Fault, { kind: K }> | undefined {
    const wanted: readonly string[] = typeof kinds === 'string' ? [kinds] : kinds
    const isOfKind = (fault: Fault): fault is Extract<Fault, { kind: K }> =>
      wanted.includes(fault.kind)
    const found = this.#faults.filter(isOfKind).find(fits)
    if (!found) return undefined
    this.#faults = this.#faults.flatMap((fault) =>
      fault !== found ? [fault] : fault.times > 1 ? [{ ...fault, times: fault.times - 1 }] : [],
    )
    return found
  }

  get remaining(): readonly Fault[] {
    return this.#faults
  }
}
