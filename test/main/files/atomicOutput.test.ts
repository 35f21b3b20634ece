import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { OutputError, writeAtomically } from '../../../main/files/atomicOutput.ts'
import { contentKey, fullHash } from '../../../main/files/identity.ts'
import { MediaError } from '../../../main/media/MediaEngine.ts'
import { asWritten } from '../../../shared/words/Said.ts'
import { temporaryFolder } from '../media/temporaryFolder.ts'

const at = temporaryFolder()

describe('an output file', () => {
  it('gets its name only when it is whole, and keeps its ending meanwhile', async () => {
    await mkdir(at('good'))
    const result = await writeAtomically(at('good/Ünser %03d film.mp4'), async (path) => {
      expect(path).toMatch(/\.mp4$/)
      expect(existsSync(at('good/Ünser %03d film.mp4'))).toBe(false)
      await writeFile(path, 'whole')
      return 42
    })
    expect(result).toBe(42)
    expect(await readdir(at('good'))).toEqual(['Ünser %03d film.mp4'])
  })

  it('stays as it was after a failure or a cancel', async () => {
    await mkdir(at('bad'))
    await writeFile(at('bad/cut.mp4'), 'older')
    const failing = writeAtomically(at('bad/cut.mp4'), async (path) => {
      await writeFile(path, 'half')
      throw new DOMException('stop', 'AbortError')
    })
    await expect(failing).rejects.toMatchObject({ name: 'AbortError' })
    expect(await readdir(at('bad'))).toEqual(['cut.mp4'])
    expect(await readFile(at('bad/cut.mp4'), 'utf8')).toBe('older')
  })

  it('says what stands in its way', async () => {
    await mkdir(at('place/folder.mp4'), { recursive: true })
    await writeFile(at('place/file'), '')
    const none = async (): Promise<void> => undefined
    const refusals = await Promise.all(
      [at('nowhere/cut.mp4'), at('place/file/cut.mp4'), at('place/folder.mp4')].map((path) =>
        writeAtomically(path, none).catch((error: OutputError) => [error.kind, error.message]),
      ),
    )
    expect(refusals).toEqual([
      [
        'noFolder',
        `The folder "${at('nowhere')}" is not there, so "cut.mp4" cannot be written. Make it or choose another.`,
      ],
      [
        'noFolder',
        `The folder "${at('place/file')}" is not there, so "cut.mp4" cannot be written. Make it or choose another.`,
      ],
      ['notAFile', '"folder.mp4" is a folder or a device. Choose another name for the file.'],
    ])
  })

  it.runIf(existsSync('/dev/full'))(
    'says that the disk is full, by Node’s word or ffmpeg’s',
    async () => {
      await mkdir(at('full'))
      const sentence = `There is no room left in "${at('full')}" for "cut.mp4", so nothing was written. Free some space or choose another disk.`
      const attempts = [
        () => writeFile('/dev/full', 'x'),
        async () => {
          throw new MediaError(asWritten('ffmpeg could not write'), 'noSpace')
        },
      ]
      for (const attempt of attempts) {
        const error = await writeAtomically(at('full/cut.mp4'), attempt).catch(
          (caught: unknown) => caught,
        )
        expect(error).toBeInstanceOf(OutputError)
        expect(error).toMatchObject({ kind: 'noSpace', message: sentence })
      }
      expect(await readdir(at('full'))).toEqual([])
    },
  )

  it.skipIf(process.getuid?.() === 0)('says that it may not be written there', async () => {
    await mkdir(at('locked'), { mode: 0o500 })
    await expect(
      writeAtomically(at('locked/cut.mp4'), async () => undefined),
    ).rejects.toMatchObject({ kind: 'noPermission' })
  })
})

describe('identity', () => {
  it('is the content’s, not the name’s, and sees a change at head, middle and tail', async () => {
    const bytes = Buffer.alloc(1 << 20, 7)
    await writeFile(at('a.bin'), bytes)
    await writeFile(at('b.bin'), bytes)
    const key = await contentKey(at('a.bin'))
    expect(key).toMatch(/^1048576-[0-9a-f]{32}$/)
    expect(await contentKey(at('b.bin'))).toBe(key)
    const changed = new Set<string>()
    for (const place of [0, bytes.length / 2, bytes.length - 1]) {
      const other = Buffer.from(bytes)
      other[place] = 8
      await writeFile(at('c.bin'), other)
      changed.add(await contentKey(at('c.bin')))
    }
    expect(changed.size).toBe(3)
    expect(changed.has(key)).toBe(false)
    await writeFile(at('tiny.bin'), 'abc')
    expect(await contentKey(at('tiny.bin'))).toMatch(/^3-[0-9a-f]{32}$/)
  })

  it('is surely told by the whole content, which may be cancelled', async () => {
    await writeFile(at('abc.bin'), 'abc')
    // The example of FIPS 180-2.
    expect(await fullHash(at('abc.bin'))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    )
    await expect(fullHash(at('abc.bin'), AbortSignal.abort(new Error('no')))).rejects.toThrow('no')
  })
})
