import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { MARK_EVERY, openCache } from '../../../main/files/cache.ts'
import { temporaryFolder } from '../media/temporaryFolder.ts'

const at = temporaryFolder()

const filesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort()

const write =
  (text: string) =>
  (path: string): Promise<void> =>
    writeFile(path, text)

describe('making', () => {
  it('makes each key once, however many ask at a time, under a name of the same ending', async () => {
    const cache = openCache(at('once'))
    const made: string[] = []
    const make = async (path: string): Promise<void> => {
      made.push(path)
      await writeFile(path, 'poster')
    }
    const asks = Array.from({ length: 5 }, () => cache.getOrMake('poster', 'k.jpg', make))
    const path = at('once/poster/k.jpg')
    expect(await Promise.all(asks)).toEqual([path, path, path, path, path])
    expect(await cache.getOrMake('poster', 'k.jpg', make)).toBe(path)
    expect([made.length, cache.made]).toEqual([1, 1])
    expect(made[0]?.endsWith('k.jpg')).toBe(true)
    expect(await cache.find('poster', 'k.jpg')).toBe(path)
    expect(await filesIn(at('once'))).toEqual(['k.jpg'])
  })

  it('keeps nothing of a failure, and tries again', async () => {
    const cache = openCache(at('fails'))
    const failing = cache.getOrMake('peaks', 'k.bin', async (path) => {
      await writeFile(path, 'half')
      throw new Error('cancelled')
    })
    await expect(failing).rejects.toThrow('cancelled')
    expect(await filesIn(at('fails'))).toEqual([])
    const path = await cache.getOrMake('peaks', 'k.bin', write('whole'))
    expect(await readFile(path, 'utf8')).toBe('whole')
  })

  it('may be deleted at any moment, also while a file is being made', async () => {
    const cache = openCache(at('deleted'))
    await cache.getOrMake('proxy', 'k.mp4', write('again'))
    await rm(at('deleted'), { recursive: true })
    expect(await cache.find('proxy', 'k.mp4')).toBeUndefined()
    expect(await cache.entries()).toEqual([])
    expect(await readFile(await cache.getOrMake('proxy', 'k.mp4', write('again')), 'utf8')).toBe(
      'again',
    )
    const deletions = [
      () => rm(at('deleted'), { recursive: true }),
      async () => {
        await rm(at('deleted'), { recursive: true })
        await mkdir(at('deleted/peaks'), { recursive: true })
      },
    ]
    for (const [index, when] of (['before', 'after'] as const).entries()) {
      let times = 0
      const path = await cache.getOrMake('peaks', `${when}.bin`, async (temporary) => {
        times++
        if (times === 1 && when === 'before') await deletions[index]?.()
        await writeFile(temporary, String(times))
        if (times === 1 && when === 'after') await deletions[index]?.()
      })
      expect([times, await readFile(path, 'utf8')]).toEqual([2, '2'])
    }
    expect(await filesIn(at('deleted'))).toEqual(['after.bin'])
  })

  it('gives up where the folder is deleted each time', async () => {
    const cache = openCache(at('stubborn'))
    let times = 0
    const making = cache.getOrMake('poster', 'k.jpg', async () => {
      times++
      await rm(at('stubborn'), { recursive: true })
    })
    await expect(making).rejects.toMatchObject({ code: 'ENOENT' })
    expect(times).toBe(3)
  })
})

describe('what is there', () => {
  it('is marked as used by those who read it, and no more often than need be', async () => {
    const made = Date.UTC(2026, 0, 1)
    let now = made
    const cache = openCache(at('used'), () => now)
    const path = await cache.getOrMake('proxy', 'k-540p.mp4', write('12345'))
    await utimes(path, made / 1000, made / 1000)
    const usedAt = async () => (await cache.entries())[0]?.usedAt
    now += MARK_EVERY - 1
    await cache.use('proxy', 'k-540p.mp4')
    expect(await usedAt()).toBe(made)
    now += 1
    await cache.find('proxy', 'k-540p.mp4')
    expect(await usedAt()).toBe(made)
    expect(await cache.use('proxy', 'k-540p.mp4')).toBe(path)
    expect(await cache.entries()).toEqual([
      { kind: 'proxy', key: 'k-540p.mp4', path, byteSize: 5, usedAt: now },
    ])
  })

  it('goes when told to, unless it is read, was used meanwhile or is not finished', async () => {
    const now = Date.UTC(2026, 0, 1)
    const cache = openCache(at('removed'), () => now)
    await Promise.all(
      ['a', 'b', 'c'].map((key) => cache.getOrMake('poster', `${key}.jpg`, write('x'))),
    )
    for (const key of ['a', 'b', 'c']) await utimes(at(`removed/poster/${key}.jpg`), 0, 0)
    const entries = (await cache.entries()).sort((a, b) => (a.key < b.key ? -1 : 1))
    const letGo = [at('removed/poster/a.jpg'), at('removed/poster/a.jpg')].map(cache.hold)
    await cache.use('poster', 'b.jpg')
    const remove = () => Promise.all(entries.map(cache.remove))
    expect(await remove()).toEqual([false, false, true])
    letGo[0]?.()
    letGo[0]?.()
    expect(await remove()).toEqual([false, false, true])
    letGo[1]?.()
    expect(await remove()).toEqual([true, false, true])
    await cache.getOrMake('peaks', 'd.bin', async (temporary) => {
      await writeFile(temporary, 'half')
      expect((await cache.entries()).map(({ key }) => key)).toEqual(['b.jpg'])
    })
    expect((await stat(at('removed/peaks/d.bin'))).size).toBe(4)
    expect(existsSync(at('removed/poster/c.jpg'))).toBe(false)
  })
})
