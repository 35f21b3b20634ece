/**
 * A table of the document: an immutable set of records by id. A changed table shares all but the touched buckets
 * with the one it came from, so changing a record costs the copy of one bucket, whatever the table's size, and
 * comparing two tables passes over the buckets they share.
 *
 *     items ─┬─ bucket 0   { id -> record, … }     of 20,000 records some 80 in each of 256 buckets
 *            ├─ bucket 1   …
 *
 * The order of records follows from their ids alone, never from the order of changes: tables with the same records
 * are walked and written in the same order, and that order means nothing.
 */
export interface Identified {
  readonly id: string
}

type Bucket<R> = ReadonlyMap<string, R>

const BUCKETS = 256
const EMPTY: Bucket<never> = new Map<string, never>()
const NO_BUCKETS: readonly Bucket<never>[] = Array.from({ length: BUCKETS }, () => EMPTY)

function bucketOf(id: string): number {
  let hash = 0
  for (let i = 0; i < id.length; i++) hash = (Math.imul(hash, 31) + id.charCodeAt(i)) | 0
  return (hash ^ (hash >>> 8) ^ (hash >>> 16)) & (BUCKETS - 1)
}

let bucketsOf: <R extends Identified>(records: Records<R>) => readonly Bucket<R>[]
let make: <R extends Identified>(buckets: readonly Bucket<R>[], size: number) => Records<R>

export class Records<R extends Identified> implements Iterable<R> {
  readonly size: number
  /** Not `#`: comparing documents in tests has to see it. */
  private readonly buckets: readonly Bucket<R>[]
  #rows: readonly R[] | undefined

  static {
    bucketsOf = (records) => records.buckets
    make = (buckets, size) => new Records(buckets, size)
  }

  private constructor(buckets: readonly Bucket<R>[], size: number) {
    this.buckets = buckets
    this.size = size
  }

  /** The later one of two records with the same id stays. */
  static of<R extends Identified>(rows: Iterable<R> = []): Records<R> {
    const buckets = new Map<number, Map<string, R>>()
    for (const row of rows) {
      const number = bucketOf(row.id)
      const bucket = buckets.get(number)
      if (bucket) bucket.set(row.id, row)
      else buckets.set(number, new Map([[row.id, row]]))
    }
    const all: Bucket<R>[] = [...NO_BUCKETS]
    let size = 0
    for (const [number, bucket] of buckets) {
      all[number] = inOrder(bucket)
      size += bucket.size
    }
    return new Records(all, size)
  }

  get(id: string): R | undefined {
    return this.buckets[bucketOf(id)]?.get(id)
  }

  has(id: string): boolean {
    return this.get(id) !== undefined
  }

  /** Every record. Made once and kept, so that asking again costs nothing and gives the same list. */
  values(): readonly R[] {
    if (this.#rows) return this.#rows
    const rows: R[] = []
    for (const bucket of this.buckets) for (const row of bucket.values()) rows.push(row)
    this.#rows = rows
    return rows
  }

  ids(): R['id'][] {
    return this.values().map(({ id }) => id)
  }

  [Symbol.iterator](): Iterator<R> {
    return this.values()[Symbol.iterator]()
  }

  /** With a record in place of the one of its id, or added; itself when it has it already. */
  with(row: R): Records<R> {
    const draft = this.draft()
    draft.put(row)
    return draft.finish()
  }

  /** Itself when it has no record of that id. */
  without(id: string): Records<R> {
    const draft = this.draft()
    draft.remove(id)
    return draft.finish()
  }

  /** For many changes: each bucket is copied at most once. */
  draft(): RecordsDraft<R> {
    return new RecordsDraft(this)
  }

  /** The plain form, an object by id, as it is on disk and on the wire. Reads no `#` field: diffs print copies. */
  toJSON(): Record<string, R> {
    return Object.fromEntries(this.buckets.flatMap((bucket) => [...bucket]))
  }
}

/** A table being changed. It owns the buckets that it has copied; the table it began with stays as it is. */
export class RecordsDraft<R extends Identified> {
  #base: Records<R>
  #size: number
  readonly #owned = new Map<number, Map<string, R>>()
  /** Owned buckets that got ids they did not have, whose order is to be found. */
  readonly #grown = new Set<number>()

  constructor(base: Records<R>) {
    this.#base = base
    this.#size = base.size
  }

  get(id: string): R | undefined {
    const number = bucketOf(id)
    return (this.#owned.get(number) ?? bucketsOf(this.#base)[number])?.get(id)
  }

  put(row: R): void {
    const number = bucketOf(row.id)
    const before = (this.#owned.get(number) ?? bucketsOf(this.#base)[number])?.get(row.id)
    if (before === row) return
    this.#own(number).set(row.id, row)
    if (before !== undefined) return
    this.#grown.add(number)
    this.#size++
  }

  /** Nothing happens when there is none of that id. */
  remove(id: string): void {
    if (this.get(id) === undefined) return
    this.#own(bucketOf(id)).delete(id)
    this.#size--
  }

  /** The table so far, the one it began with when nothing was changed. Later changes do not touch it. */
  finish(): Records<R> {
    if (this.#owned.size === 0) return this.#base
    const buckets = [...bucketsOf(this.#base)]
    for (const [number, bucket] of this.#owned) {
      buckets[number] = this.#grown.has(number) ? inOrder(bucket) : bucket
    }
    this.#base = make(buckets, this.#size)
    this.#owned.clear()
    this.#grown.clear()
    return this.#base
  }

  #own(number: number): Map<string, R> {
    const owned = this.#owned.get(number)
    if (owned) return owned
    const copy = new Map(bucketsOf(this.#base)[number])
    this.#owned.set(number, copy)
    return copy
  }
}

function inOrder<R>(bucket: Map<string, R>): Map<string, R> {
  let last: string | undefined
  for (const id of bucket.keys()) {
    if (last !== undefined && id < last) {
      return new Map([...bucket].sort(([a], [b]) => (a < b ? -1 : 1)))
    }
    last = id
  }
  return bucket
}

/** Ids of the records that are not the same object in both tables. */
export function differingIds(
  before: Records<Identified>,
  after: Records<Identified>,
): readonly string[] {
  if (before === after) return []
  const ids: string[] = []
  const [old, now] = [bucketsOf(before), bucketsOf(after)]
  for (const [i, was] of old.entries()) {
    const is = now[i] ?? EMPTY
    if (was === is) continue
    for (const [id, row] of was) if (is.get(id) !== row) ids.push(id)
    for (const id of is.keys()) if (!was.has(id)) ids.push(id)
  }
  return ids
}
