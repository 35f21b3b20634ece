/**
 * The bytes of media, in blocks that are read once for all who have the file open: who scrubs hears and sees the same place,
 * and pictures and sound lie side by side in it. Blocks are kept in the order of their use, bounded over all media. What is
 * missing in a row is asked for at once: asking costs as much as a quarter of a megabyte.
 */

/** A quarter of a second of what cameras make. */
const BLOCK = 256 * 1024
const KEPT = 16 * 1024 * 1024

export interface MediaBytes {
  /** Bytes of the whole file. @throws Error when it is not there. */
  size(): Promise<number>
  /** `[start, end)`, not to be written to. @throws Error when they cannot be read, or the file ends before. */
  read(start: number, end: number): Promise<Uint8Array>
  /** What nobody has open any more is read anew next time: derived files are made again under the same name. */
  close(): void
}

interface File {
  readonly url: string
  readonly blocks: Map<number, Promise<Uint8Array>>
  readers: number
  /** Bytes; until they are known nothing is read ahead. */
  size: number
}

export interface BytesPorts {
  /** `[start, end)`, as far as the file goes. */
  readonly fetchRange: (url: string, start: number, end: number) => Promise<Uint8Array>
  readonly fetchSize: (url: string) => Promise<number>
}

/** `ahead`: blocks that are on their way before somebody asks for them, where one after the other is wanted. */
export type OpenBytes = (url: string, ahead: number) => MediaBytes

export function createMediaBytes({ fetchRange, fetchSize }: BytesPorts): OpenBytes {
  const files = new Map<string, File>()
  /** Of all files, the latest used last. */
  const used = new Set<Promise<Uint8Array>>()
  const homes = new WeakMap<Promise<Uint8Array>, () => void>()

  const forget = (block: Promise<Uint8Array>): void => {
    used.delete(block)
    homes.get(block)?.()
  }

  const use = (block: Promise<Uint8Array>): Promise<Uint8Array> => {
    used.delete(block)
    used.add(block)
    for (const oldest of used) {
      if (used.size * BLOCK <= KEPT) break
      forget(oldest)
    }
    return block
  }

  /** Asks for blocks `[from, to)` that are not here, those in a row with one request. */
  function request({ url, blocks }: File, from: number, to: number): void {
    for (let first = from; first < to; first++) {
      if (blocks.has(first)) continue
      let behind = first
      while (behind < to && !blocks.has(behind)) behind++
      const bytes = fetchRange(url, first * BLOCK, behind * BLOCK)
      for (let index = first; index < behind; index++) {
        const at = (index - first) * BLOCK
        const block = bytes.then((all) => all.subarray(at, at + BLOCK))
        blocks.set(index, block)
        homes.set(block, () => blocks.delete(index))
        // What could not be read is asked for again by whoever needs it, and told then.
        void block.catch(() => forget(block))
        use(block)
      }
    }
  }

  /** Whoever reads on finds what comes next on its way. */
  function readAhead(file: File, from: number, ahead: number): void {
    const to = Math.min(from + ahead, Math.ceil(file.size / BLOCK))
    const here = indices(from, to).filter((index) => file.blocks.has(index)).length
    if (here * 2 <= ahead) request(file, from, to)
  }

  return (url, ahead) => {
    const file = files.get(url) ?? { url, blocks: new Map(), readers: 0, size: 0 }
    files.set(url, file)
    file.readers++
    return {
      async size() {
        file.size = await fetchSize(url)
        return file.size
      },
      async read(start, end) {
        const first = Math.floor(start / BLOCK)
        const behind = Math.ceil(end / BLOCK)
        const isOnward = behind - first > 1 || file.blocks.has(first - 1)
        request(file, first, behind)
        const wanted = indices(first, behind).flatMap((index) => file.blocks.get(index) ?? [])
        const blocks = await Promise.all(wanted.map(use))
        if (isOnward) readAhead(file, behind, ahead)
        const bytes = joined(blocks).subarray(start - first * BLOCK, end - first * BLOCK)
        if (bytes.length < end - start) throw new Error(`The medium ends before byte ${end}`)
        return bytes
      },
      close() {
        file.readers--
        if (file.readers > 0) return
        files.delete(url)
        for (const block of file.blocks.values()) forget(block)
      },
    }
  }
}

const indices = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, order) => from + order)

/** Parts that follow each other; those that came together are not copied. */
function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [first = new Uint8Array()] = parts
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  if (parts.every(({ buffer }) => buffer === first.buffer)) {
    return new Uint8Array(first.buffer, first.byteOffset, length)
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
