/**
 * Bad input through the real import: one clear sentence or a best effort, never a hang, and nothing outside the named file
 * is read. docs/media.md has the whole list; test/main/media/corpus.random.test.ts has the other files of it.
 */
import { execFileSync } from 'node:child_process'
import { appendFile, copyFile, mkdir, rm, truncate, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compose, type Services } from '../../../main/compose.ts'
import { inEnglish } from '../../../shared/words/english.ts'
import { makeRenamedText, makeWithoutSound, makeZeroByte } from '../../fixtures/awkward.ts'
import { type Canary, canaryAt } from '../../fixtures/canary.ts'
import { type Elsewhere, makeReferenceMovie, scripts } from '../../fixtures/elsewhere.ts'
import { runTool } from '../../fixtures/tool.ts'
import { temporaryFolder } from '../media/temporaryFolder.ts'

const at = temporaryFolder()
let services: Services
let canary: Canary
let elsewhere: Elsewhere

beforeAll(async () => {
  services = await compose({ library: at('library') })
  await mkdir(at('pointing'))
  canary = await canaryAt(at('pointing/elsewhere.ts'))
  elsewhere = { name: 'elsewhere.ts', path: canary.pipe, address: canary.address }
})
afterAll(async () => {
  await canary.release()
  await services.close()
})

async function bringIn(...names: readonly string[]) {
  const { assets, refused } = await services.media.importPaths(names.map(at))
  return {
    assets: assets.map(({ name, info }) => [name, ...info.warnings.map(inEnglish)]),
    refused: refused.map(({ message }) => inEnglish(message)),
  }
}

describe('what points elsewhere', () => {
  it('is refused with a sentence each, and what it points to is neither opened nor called', async () => {
    const all = scripts(elsewhere)
    for (const [name, text] of Object.entries(all)) await writeFile(at(`pointing/${name}`), text)
    const { assets, refused } = await bringIn(...Object.keys(all).map((name) => `pointing/${name}`))
    const points = (name: string, what: string): string =>
      `"${name}" is ${what}, which points to other files; import those files themselves.`
    const unread = (name: string): string =>
      `"${name}" is not a picture, video or sound that Keyreel can read.`
    expect({ assets, refused, calls: canary.calls() }).toEqual({
      assets: [],
      refused: [
        points('list.m3u8', 'an HLS playlist'),
        points('list.ts', 'an HLS playlist'),
        points('remote.m3u8', 'an HLS playlist'),
        points('key.m3u8', 'an HLS playlist'),
        unread('late.m3u8'),
        points('list.ffconcat', 'a concat script'),
        points('concat.mp4', 'a concat script'),
        unread('late.ffconcat'),
        points('session.sdp', 'a session description'),
        points('manifest.mpd', 'a DASH manifest'),
        points('drawing.svg', 'an SVG drawing'),
        points('list.pls', 'a playlist'),
        points('list.asx', 'a playlist'),
        points('list.xspf', 'a playlist'),
        points('list.smil', 'a playlist'),
      ],
      calls: 0,
    })
  })

  it('as a movie whose pictures lie in another file, is told, and the other file is not opened', async () => {
    await makeReferenceMovie(at('pointing/alias.mov'), elsewhere, 'alis')
    await makeReferenceMovie(at('pointing/url.mov'), elsewhere, 'url ')
    const { assets, refused } = await bringIn('pointing/alias.mov', 'pointing/url.mov')
    const told = (name: string): string =>
      `"${name}" keeps its pictures or sound in another file; import that file itself.`
    expect({ assets, refused }).toEqual({
      assets: [],
      refused: [told('alias.mov'), told('url.mov')],
    })
  })

  it('would be followed by a program that is not told otherwise', async () => {
    const follow = async (args: readonly string[]): Promise<void> => {
      const opened = canary.opened()
      // It finds nothing there, which is no matter here.
      await Promise.allSettled([runTool('ffprobe', [...args])])
      await opened
    }
    await follow(['-f', 'concat', at('pointing/concat.mp4')])
    await follow(['-allowed_extensions', 'ALL', at('pointing/list.m3u8')])
    await follow(['-enable_drefs', '1', '-use_absolute_path', '1', at('pointing/alias.mov')])
    const remote = ['-protocol_whitelist', 'file,http,tcp', at('pointing/remote.m3u8')]
    await Promise.allSettled([runTool('ffprobe', remote)])
    expect(canary.calls()).toBeGreaterThan(0)
  })
})

describe('what is no media', () => {
  it('is refused with a sentence each, and the good ones beside it come in', async () => {
    await makeZeroByte(at('zero.mp4'))
    await makeRenamedText(at('text.mp4'))
    execFileSync('mkfifo', [at('pipe.mp4')])
    await makeWithoutSound(at('good.mp4'))
    await mkdir(at('folder'))
    const { assets, refused } = await bringIn(
      'zero.mp4',
      'text.mp4',
      'pipe.mp4',
      'folder',
      'good.mp4',
    )
    expect({ assets, refused }).toEqual({
      assets: [['good']],
      refused: [
        'The folder "folder" holds no media.',
        '"zero.mp4" is empty (0 bytes).',
        '"text.mp4" is not a picture, video or sound that Keyreel can read.',
        '"pipe.mp4" is a pipe or a device; only plain files can be opened.',
      ],
    })
  })
})

describe('what changes after it came in', () => {
  it('is told so for each thing that would be made of it, and holds up nothing else', async () => {
    let wake: () => void = () => undefined
    const later = await compose({
      library: at('later'),
      announce: (name) => {
        if (name === 'job:changed') wake()
      },
    })
    const names = ['gone', 'shorter', 'longer', 'other', 'stays']
    for (const [index, name] of names.entries()) {
      await makeWithoutSound(at(`${name}.mp4`), 24 + index)
    }
    const { assets } = await later.media.importPaths(names.map((name) => at(`${name}.mp4`)))
    await rm(at('gone.mp4'))
    await truncate(at('shorter.mp4'), 1000)
    await appendFile(at('longer.mp4'), new Uint8Array(5000))
    await copyFile(at('pointing/list.ffconcat'), at('other.mp4'))
    const { jobs } = later.store
    const open = () => [...jobs.withStatus('queued'), ...jobs.withStatus('running')]
    const all = open()
    later.queue.start()
    while (open().length > 0) {
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
    const ended = all.map(({ id, title }) => {
      const state = jobs.find(id)?.state
      const why = state?.status === 'failed' ? `: ${inEnglish(state.message)}` : ''
      return `${inEnglish(title)} ${state?.status}${why}`
    })
    const each = (name: string, end: string): string[] =>
      ['Filmstrip', 'Fingerprint', 'Poster'].map((what) => `${what} of ${name} ${end}`)
    const changed = (name: string): string =>
      `failed: "${name}.mp4" has changed since it came in: it has other content now. Bring it in again as a new file.`
    expect(ended.sort()).toEqual(
      [
        ...each('gone', 'failed: "gone.mp4" is not there any more. Was it moved or renamed?'),
        ...each('longer', changed('longer')),
        ...each('other', changed('other')),
        ...each('shorter', changed('shorter')),
        ...each('stays', 'done'),
      ].sort(),
    )
    const statuses = await later.media.status(assets.map(({ mediaKey }) => mediaKey))
    expect(statuses.map(({ online }) => online)).toEqual([false, false, false, false, true])
    await later.close()
  })
})
