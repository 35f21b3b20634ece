/**
 * The bytes of media, in blocks that are read once for all who have the file open: who scrubs hears and sees the same place,
 * and pictures and sound lie side by side in it. Blocks are kept in the order of their use, bounded over all media.
 */

/** A quarter of a second of what cameras make. */
const BLOCK = 256 * 1024
const KEPT = 16 * 1024 * 1024

export interface MediaBytes {
  /** Bytes of the whole file. @throws Error when it is not there. */
  size(): Promise<number>
  /** `[start, end)`. @throws Error when they cannot be read, or the file ends before. */
  read(start: number, end: number): Promise<Uint8Array>
  /** What nobody has open any more is read anew next time: derived files are made again under the same name. */
  close(): void
}

interface File {
  readonly blocks: Map<number, Promise<Uint8Array>>
  readers: number
}

export interface BytesPorts {
  /** `[start, end)`, as far as the file goes. */
  readonly fetchRange: (url: string, start: number, end: number) => Promise<Uint8Array>
  readonly fetchSize: (url: string) => Promise<number>
}

export function createMediaBytes({
  fetchRange,
  fetchSize,
}: BytesPorts): (url: string) => MediaBytes {
  const files = new Map<string, File>()
  /** Of all files, the latest used last. */
  const used = new Set<Promise<Uint8Array>>()
  const homes = new WeakMap<Promise<Uint8Array>, () => void>()

  const forget = (block: Promise<Uint8Array>): void => {
    used.delete(block)
    homes.get(block)?.()
  }

  function blockOf(file: File, url: string, index: number): Promise<Uint8Array> {
    const known = file.blocks.get(index)
    const block = known ?? fetchRange(url, index * BLOCK, (index + 1) * BLOCK)
    if (!known) {
      file.blocks.set(index, block)
      homes.set(block, () => file.blocks.delete(index))
      // What could not be read is asked for again by the next reader.
      void block.catch(() => forget(block))
    }
    used.delete(block)
    used.add(block)
    for (const oldest of used) {
      if (used.size * BLOCK <= KEPT) break
      forget(oldest)
    }
    return block
  }

  return (url) => {
    const file = files.get(url) ?? { blocks: new Map(), readers: 0 }
    files.set(url, file)
    file.readers++
    return {
      size: () => fetchSize(url),
      async read(start, end) {
        const first = Math.floor(start / BLOCK)
        const count = Math.ceil(end / BLOCK) - first
        const blocks = await Promise.all(
          Array.from({ length: count }, (_, order) => blockOf(file, url, first + order)),
        )
        const bytes = new Uint8Array(end - start)
        let length = 0
        for (const [order, block] of blocks.entries()) {
          const at = (first + order) * BLOCK
          const part = block.subarray(Math.max(0, start - at), Math.max(0, end - at))
          bytes.set(part, Math.max(0, at - start))
          length += part.length
        }
        if (length < bytes.length) throw new Error(`The medium ends before byte ${end}`)
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
