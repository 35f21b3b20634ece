import { createReadStream, createWriteStream } from 'node:fs'
import { chmod, mkdir, open, symlink } from 'node:fs/promises'
import { dirname, join, normalize } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createInflateRaw } from 'node:zlib'

type Entry = {
  readonly name: string
  readonly method: number
  readonly compressedSize: number
  readonly mode: number
  readonly headerOffset: number
}

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50

/**
 * Unpacks the entries of a zip for which `place` gives a path, into `folder`. Our own, because a bare Debian
 * has no unzip and a normal user cannot install it; it knows just what our one archive needs
 * (stored and deflated entries, Unix modes, no zip64) and throws for anything else.
 */
export async function unzip(
  archive: string,
  folder: string,
  place: (name: string) => string | undefined,
): Promise<number> {
  const file = await open(archive, 'r')
  try {
    let unpacked = 0
    for (const entry of await readDirectory(file)) {
      const target = place(entry.name)
      if (target === undefined || entry.name.endsWith('/')) continue
      await unpack(file, archive, entry, inside(folder, target))
      unpacked += 1
    }
    return unpacked
  } finally {
    await file.close()
  }
}

type File = Awaited<ReturnType<typeof open>>

function inside(folder: string, target: string): string {
  const path = normalize(join(folder, target))
  if (!path.startsWith(normalize(`${folder}/`)))
    throw new Error(`zip entry leaves its folder: ${target}`)
  return path
}

async function read(file: File, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length)
  const { bytesRead } = await file.read(buffer, 0, length, position)
  if (bytesRead !== length) throw new Error('the zip ends too early')
  return buffer
}

async function readDirectory(file: File): Promise<Entry[]> {
  const { size } = await file.stat()
  // The end record is 22 bytes and may be followed by a comment of up to 64 KiB.
  const tail = await read(file, Math.max(0, size - 65_557), Math.min(size, 65_557))
  let end = tail.length - 22
  while (end >= 0 && tail.readUInt32LE(end) !== endOfDirectory) end -= 1
  if (end < 0) throw new Error('not a zip: its directory is missing')
  const directory = await read(file, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12))
  const entries: Entry[] = []
  let at = 0
  while (at < directory.length) {
    if (directory.readUInt32LE(at) !== directoryEntry)
      throw new Error('the zip directory is damaged')
    const nameLength = directory.readUInt16LE(at + 28)
    const rest = directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      method: directory.readUInt16LE(at + 10),
      compressedSize: directory.readUInt32LE(at + 20),
      mode: directory.readUInt32LE(at + 38) >>> 16,
      headerOffset: directory.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + rest
  }
  return entries
}

async function unpack(file: File, archive: string, entry: Entry, target: string): Promise<void> {
  // The local header repeats the name and may carry other extra fields than the directory does.
  const header = await read(file, entry.headerOffset, 30)
  const start = entry.headerOffset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  await mkdir(dirname(target), { recursive: true })
  const isLink = (entry.mode & 0o170000) === 0o120000
  if (isLink) {
    const link = await read(file, start, entry.compressedSize)
    return symlink(link.toString('utf8'), target)
  }
  const source =
    entry.compressedSize === 0
      ? Readable.from([])
      : createReadStream(archive, { start, end: start + entry.compressedSize - 1 })
  if (entry.method === 0) await pipeline(source, createWriteStream(target))
  else if (entry.method === 8) await pipeline(source, createInflateRaw(), createWriteStream(target))
  else throw new Error(`zip entry ${entry.name} uses method ${entry.method}`)
  await chmod(target, entry.mode & 0o777 || 0o644)
}
