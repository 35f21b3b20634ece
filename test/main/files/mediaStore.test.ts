import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openMediaStore } from '../../../main/files/mediaStore.ts'
import { temporaryName, writerOf } from '../../../main/files/temporaryName.ts'
import { temporaryFolder } from '../media/temporaryFolder.ts'

const at = temporaryFolder()
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const filesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort()

describe('results kept by content', () => {
  it('lie under their hash, once, copied or moved', async () => {
    const store = await openMediaStore(at('results'))
    await writeFile(at('take.mp4'), 'one take')
    const hash = sha256('one take')
    const path = at(`results/media/${hash.slice(0, 2)}/${hash}.mp4`)
    expect(await store.put(at('take.mp4'), 'mp4')).toEqual({ hash, path })
    expect(existsSync(at('take.mp4'))).toBe(true)
    expect(await store.put(at('take.mp4'), 'mp4', { move: true })).toEqual({ hash, path })
    expect(existsSync(at('take.mp4'))).toBe(false)
    expect(await readFile(path, 'utf8')).toBe('one take')
    expect(store.pathOf(hash, 'mp4')).toBe(path)
    expect(await filesIn(at('results'))).toEqual([`${hash}.mp4`])
  })

  it('cannot be led out of the folder', async () => {
    const store = await openMediaStore(at('caged'))
    expect(() => store.pathOf('../../etc/passwd', 'mp4')).toThrow(RangeError)
    expect(() => store.pathOf(sha256('x'), '../mp4')).toThrow(RangeError)
    await expect(store.cache.getOrMake('poster', '../x', async () => undefined)).rejects.toThrow(
      RangeError,
    )
  })

  it('leave nothing behind when the source is missing', async () => {
    const store = await openMediaStore(at('empty'))
    await expect(store.put(at('none.mp4'), 'mp4')).rejects.toMatchObject({ code: 'ENOENT' })
    expect(await filesIn(at('empty'))).toEqual([])
  })
})

describe('the folder', () => {
  it('drops what a killed process left, and nothing that a living one writes', async () => {
    const gone = spawnSync(process.execPath, ['-e', ''])
    const folder = at('swept/cache/proxy')
    await mkdir(folder, { recursive: true })
    const mine = temporaryName(join(folder, 'mine.mp4'))
    const theirs = mine.replace(`part-${process.pid}-`, `part-${gone.pid}-`)
    await writeFile(mine, '')
    await writeFile(theirs, '')
    expect(writerOf(mine)).toBe(process.pid)
    await openMediaStore(at('swept'))
    expect([existsSync(mine), existsSync(theirs)]).toEqual([true, false])
  })
})
