/** The Electron security checklist: by value where it is a function, by source where only Electron can run it. */
import { readFileSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { describe, expect, it } from 'vitest'
import { accelerator } from '../../../main/app/accelerator.ts'
import { parseRange } from '../../../main/app/byteRange.ts'
import { contentSecurityPolicy } from '../../../main/app/csp.ts'
import { readFuses, wrongFuses } from '../../../main/app/fuses.ts'
import { launchWords, parseLaunch } from '../../../main/app/launch.ts'
import { answerMedia, parseMediaAddress } from '../../../main/app/mediaAnswer.ts'
import { answerPage, pageFile } from '../../../main/app/pageAnswer.ts'
import { placeWindow } from '../../../main/app/windowBounds.ts'
import { mediaUrl } from '../../../shared/ipc/api.ts'
import { temporaryFolder } from '../media/temporaryFolder.ts'

const folder = temporaryFolder()
const source = (path: string): string =>
  readFileSync(join(import.meta.dirname, '../../../main', path), 'utf8')

describe('content security policy', () => {
  it('is exactly this', () => {
    expect(contentSecurityPolicy('keyreel-media')).toBe(
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' keyreel-media: data: blob:; media-src keyreel-media: blob:; connect-src 'self' keyreel-media:; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-src 'none'; frame-ancestors 'none'",
    )
  })

  it('comes with every answer of the page, also with those that find nothing', async () => {
    await writeFile(folder('index.html'), '<!doctype html>')
    const root = folder('')
    for (const [address, status] of [
      ['keyreel-app://app/', 200],
      ['keyreel-app://app/index.html', 200],
      ['keyreel-app://app/none.js', 404],
      ['keyreel-app://app/..%2f..%2fetc%2fpasswd', 404],
    ] as const) {
      const answer = await answerPage(new Request(address), root.replace(/[/\\]$/, ''))
      expect([address, answer.status]).toEqual([address, status])
      expect(answer.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
    }
  })

  it('the page cannot leave its folder', () => {
    const root = join(sep, 'app', 'page')
    const asked = [
      '/a.js',
      '/',
      '/../secret.js',
      '/%2e%2e/secret.js',
      '/..%2fsecret.js',
      '/a.exe',
      '/x/../b.css',
    ]
    expect(asked.map((path) => pageFile(root, `keyreel-app://app${path}`))).toEqual([
      join(root, 'a.js'),
      join(root, 'index.html'),
      join(root, 'secret.js'),
      join(root, 'secret.js'),
      undefined,
      undefined,
      join(root, 'b.css'),
    ])
    expect(pageFile(root, 'keyreel-app://other/a.js')).toBeUndefined()
  })
})

describe('media protocol', () => {
  const key = '12-00ff'
  const log = { write: () => undefined }
  const find = async (_what: string, mediaKey: string) =>
    mediaKey === key ? folder('clip.mp4') : undefined
  const ask = (method: string, url: string, range?: string) =>
    answerMedia(new Request(url, { method, headers: range ? { Range: range } : {} }), {
      ...{ find, log, hold: () => () => undefined },
      origin: 'keyreel-app://app',
    })

  it('answers known media whole and in ranges', async () => {
    await writeFile(folder('clip.mp4'), '0123456789')
    const url = mediaUrl('original', key)
    const told = async (range?: string) => {
      const answer = await ask('GET', url, range)
      const { status, headers } = answer
      return [
        status,
        headers.get('Content-Range'),
        headers.get('Content-Length'),
        await answer.text(),
      ]
    }
    expect(await told()).toEqual([200, null, '10', '0123456789'])
    expect(await told('bytes=2-4')).toEqual([206, 'bytes 2-4/10', '3', '234'])
    expect(await told('bytes=7-')).toEqual([206, 'bytes 7-9/10', '3', '789'])
    expect(await told('bytes=-2')).toEqual([206, 'bytes 8-9/10', '2', '89'])
    expect(await told('bytes=10-')).toEqual([416, 'bytes */10', null, ''])
    const { headers } = await ask('HEAD', url)
    expect(Object.fromEntries(headers)).toMatchObject({
      'accept-ranges': 'bytes',
      'access-control-allow-origin': 'keyreel-app://app',
      'content-type': 'video/mp4',
      'x-content-type-options': 'nosniff',
    })
  })

  it('answers what was there when it was asked, though it is finished or replaced meanwhile', async () => {
    const [part, whole] = [folder('strip.part'), folder('strip')]
    await writeFile(part, 'part')
    const names = [part, whole]
    // Found as a part, and renamed before it could be opened.
    const answer = await answerMedia(new Request(mediaUrl('filmstrip', key)), {
      ...{ log, origin: 'keyreel-app://app', hold: () => () => undefined },
      find: async () => {
        const name = names.shift()
        if (name === part) await rename(part, whole)
        return name
      },
    })
    // Replaced by a longer one before it was read.
    await writeFile(part, 'a fuller one')
    await rename(part, whole)
    expect([answer.status, answer.headers.get('Content-Length')]).toEqual([200, '4'])
    expect(await answer.text()).toBe('part')
  })

  it('answers nothing else', async () => {
    const statuses = await Promise.all([
      ask('GET', mediaUrl('original', 'unknown')),
      ask('GET', mediaUrl('original', '../../etc/passwd')),
      ask('GET', 'keyreel-media://store/database/12-00ff'),
      ask('GET', 'keyreel-media://elsewhere/original/12-00ff'),
      ask('GET', 'keyreel-media://store/original/12-00ff/more'),
      ask('POST', mediaUrl('original', key)),
      ask('OPTIONS', mediaUrl('original', key), 'bytes=0-'),
    ])
    expect(statuses.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 405, 204])
    expect(parseMediaAddress('file:///etc/passwd')).toBeUndefined()
  })

  it('reads the Range header as the standard says', () => {
    const ranges = [
      'bytes=0-0',
      'bytes=0-99',
      'bytes=5-2',
      'bytes=-0',
      'bytes=-99',
      'lines=1-2',
      'bytes=',
      '',
    ]
    expect(ranges.map((range) => parseRange(range, 10))).toEqual([
      { start: 0, end: 0 },
      { start: 0, end: 9 },
      'whole',
      'unsatisfiable',
      { start: 0, end: 9 },
      'whole',
      'whole',
      'whole',
    ])
    expect([parseRange(null, 10), parseRange('bytes=0-', 0)]).toEqual(['whole', 'unsatisfiable'])
  })
})

describe('the window', () => {
  it('is sandboxed, isolated, without Node, with web security', () => {
    const text = source('app/window.ts')
    for (const line of [
      'sandbox: true',
      'contextIsolation: true',
      'nodeIntegration: false',
      'webSecurity: true',
    ]) {
      expect(text).toContain(line)
    }
    expect(text.match(/new BrowserWindow\(/g)).toHaveLength(1)
  })

  it('denies permissions, navigation, windows, webviews and every other address', () => {
    const text = source('app/security.ts')
    for (const wall of [
      'setPermissionRequestHandler',
      'setPermissionCheckHandler(() => false)',
      'setDevicePermissionHandler(() => false)',
      'webRequest.onBeforeRequest',
      "'will-navigate'",
      "'will-frame-navigate'",
      "'will-redirect'",
      "'will-attach-webview'",
      "action: 'deny'",
    ]) {
      expect(text).toContain(wall)
    }
    // One permission is granted, and to our own page only: filling the screen.
    expect(text.match(/answer\(true\)/g)).toHaveLength(1)
    expect(text).toMatch(
      /if \(permission === 'fullscreen' && originOf\(contents\.getURL\(\)\) === originOf\(origin\)\) \{\s+answer\(true\)/,
    )
  })

  it('takes test answers of dialogs only while it is not packaged', () => {
    expect(source('app/dialogs.ts')).toContain('app.isPackaged ? undefined : process.env[name]')
    expect(source('app/startWindow.ts')).toContain(
      'app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL',
    )
  })

  it('comes back where it was, unless that screen is gone', () => {
    const screens = [{ x: 0, y: 0, width: 1920, height: 1080 }]
    const kept = { x: 100, y: 50, width: 1280, height: 800, isMaximized: true }
    expect(placeWindow(kept, screens)).toEqual(kept)
    const standard = { width: 1440, height: 900, isMaximized: false }
    expect(placeWindow({ ...kept, x: 4000 }, screens)).toEqual(standard)
    expect(placeWindow({ ...kept, width: 10 }, screens)).toEqual(standard)
    expect(placeWindow(undefined, [{ x: 0, y: 0, width: 1280, height: 720 }])).toEqual({
      width: 1280,
      height: 720,
      isMaximized: false,
    })
  })
})

describe('the start', () => {
  it('tells windows, the self-test and commands apart', () => {
    const asked = [
      [],
      ['--no-sandbox', '--library', 'here'],
      ['--library=here', '--self-test'],
      ['--no-sandbox', 'probe', 'a.mp4', '--json'],
      ['--help'],
      ['--remote-debugging-port=0', '--inspect=0'],
    ]
    expect(asked.map(parseLaunch)).toEqual([
      { mode: 'window', library: undefined },
      { mode: 'window', library: 'here' },
      { mode: 'selfTest', library: 'here' },
      { mode: 'cli', words: ['probe', 'a.mp4', '--json'] },
      { mode: 'cli', words: ['--help'] },
      { mode: 'window', library: undefined },
    ])
    const argv = ['electron', '--no-sandbox', 'folder', 'doctor']
    expect(launchWords(argv, true)).toEqual(['--no-sandbox', 'doctor'])
    expect(launchWords(argv, false)).toEqual(['--no-sandbox', 'folder', 'doctor'])
  })

  it('writes keys as the system menu wants them', () => {
    const keys = ['Mod+Shift+KeyZ', 'Alt+Digit1', 'Mod+Comma', 'Shift+ArrowLeft', 'F1', 'Space']
    expect(keys.map(accelerator)).toEqual([
      'CommandOrControl+Shift+Z',
      'Alt+1',
      'CommandOrControl+,',
      'Shift+Left',
      'F1',
      'Space',
    ])
  })
})

it('fuses are read from the program itself', async () => {
  const wire = Buffer.concat([
    Buffer.alloc(5_000_000),
    Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
    Buffer.from([1, 8]),
    Buffer.from('01001100'),
    Buffer.alloc(100),
  ])
  await writeFile(folder('program'), wire)
  const fuses = await readFuses(folder('program'))
  expect(fuses).toEqual({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  })
  expect(wrongFuses(fuses ?? {})).toEqual([])
  expect(wrongFuses({ ...fuses, runAsNode: true })).toEqual(['runAsNode'])
  await writeFile(folder('other'), 'no fuses')
  expect(await readFuses(folder('other'))).toBeUndefined()
})
