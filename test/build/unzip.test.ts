import { mkdtempSync, readFileSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import { expect, it, onTestFinished } from 'vitest'
import { unzip } from '../../build/electron/unzip.ts'

type Packed = { name: string; content: string; mode?: number; stored?: boolean }

/** A zip as Info-ZIP writes it, by the format's own description (APPNOTE 4.3). */
function zip(entries: readonly Packed[]): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, mode = 0o100644, stored = false } of entries) {
    const raw = Buffer.from(content)
    const data = stored ? raw : deflateRawSync(raw)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(stored ? 0 : 8, 4)
    common.writeUInt32LE(crc32(raw), 10)
    common.writeUInt32LE(data.length, 14)
    common.writeUInt32LE(raw.length, 18)
    common.writeUInt16LE(Buffer.byteLength(name), 22)
    // Extra fields in the local header only: its length differs from the directory's, as in real archives.
    const extra = Buffer.from([1, 2, 0, 0])
    const localHeader = Buffer.from(common)
    localHeader.writeUInt16LE(extra.length, 24)
    const local = Buffer.concat([
      Buffer.from('PK\x03\x04'),
      localHeader,
      Buffer.from(name),
      extra,
      data,
    ])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(mode * 0x10000, 6)
    tail.writeUInt32LE(offset, 10)
    directory.push(
      Buffer.concat([Buffer.from('PK\x01\x02\x1e\x03'), common, tail, Buffer.from(name)]),
    )
    bodies.push(local)
    offset += local.length
  }
  const table = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(table.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...bodies, table, Buffer.from('PK\x05\x06'), end])
}

function archive(content: Buffer): { file: string; folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'keyreel-unzip-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'a.zip')
  writeFileSync(file, content)
  return { file, folder: join(folder, 'out') }
}

const everything = (name: string): string => name

it('unpacks deflated, stored and empty files, modes and links, where it is told', async () => {
  const { file, folder } = archive(
    zip([
      { name: 'a/', content: '', stored: true, mode: 0o40755 },
      { name: 'a/program', content: 'run '.repeat(1000), mode: 0o100755 },
      { name: 'a/stored', content: 'as it is', stored: true },
      { name: 'a/empty', content: '', stored: true },
      { name: 'a/link', content: 'program', stored: true, mode: 0o120777 },
      { name: 'b/left-out', content: 'x' },
    ]),
  )
  const place = (name: string): string | undefined =>
    name.startsWith('a/') ? name.replace('a/', 'c/') : undefined
  expect(await unzip(file, folder, place)).toBe(4)
  expect({
    program: readFileSync(join(folder, 'c/program'), 'utf8').length,
    mode: statSync(join(folder, 'c/program')).mode & 0o777,
    stored: readFileSync(join(folder, 'c/stored'), 'utf8'),
    empty: readFileSync(join(folder, 'c/empty'), 'utf8'),
    link: readlinkSync(join(folder, 'c/link')),
  }).toEqual({ program: 4000, mode: 0o755, stored: 'as it is', empty: '', link: 'program' })
})

it('refuses an entry that would leave its folder', async () => {
  const { file, folder } = archive(zip([{ name: '../outside', content: 'x' }]))
  await expect(unzip(file, folder, everything)).rejects.toThrow('leaves its folder')
})

it.each([
  { what: 'something else', cut: () => Buffer.from('not a zip at all, by any means') },
  { what: 'an archive cut short', cut: (whole: Buffer) => whole.subarray(0, whole.length - 30) },
])('refuses $what', async ({ cut }) => {
  const { file, folder } = archive(cut(zip([{ name: 'a', content: 'x'.repeat(500) }])))
  await expect(unzip(file, folder, everything)).rejects.toThrow('not a zip')
})
