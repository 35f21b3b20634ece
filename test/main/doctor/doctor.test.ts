import { mkdir, writeFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { examine } from '../../../main/doctor/examine.ts'
import {
  displayFinding,
  electronFinding,
  electronHere,
  nodeFinding,
  sqliteFinding,
} from '../../../main/doctor/machine.ts'
import { partFindings, toolFinding } from '../../../main/doctor/mediaFindings.ts'
import { type DoctorReport, formatReport } from '../../../main/doctor/report.ts'
import { missingLibrary } from '../../../main/doctor/rife.ts'
import { examineTools, isOldVersion } from '../../../main/media/ffmpeg/examineTools.ts'
import { inEnglish } from '../../../shared/words/english.ts'
import { asWritten, isSaid } from '../../../shared/words/Said.ts'
import { temporaryFolder } from '../media/temporaryFolder.ts'

const at = temporaryFolder()

const report: DoctorReport = {
  platform: 'linux 6.1 x64',
  findings: [
    {
      id: 'ffmpeg',
      name: asWritten('ffmpeg'),
      health: 'ready',
      found: asWritten('5.1.9'),
      enables: asWritten('export'),
    },
    {
      ...{
        id: 'display',
        name: asWritten('display'),
        health: 'limited',
        found: asWritten('none; tests can use Xvfb'),
      },
      enables: asWritten('the window'),
    },
    {
      ...{
        id: 'rife',
        name: asWritten('RIFE'),
        health: 'missing',
        found: asWritten('libvulkan.so.1 is not installed'),
      },
      ...{ enables: asWritten('real frames'), install: 'apt-get install -y libvulkan1' },
    },
  ],
  canWork: true,
}

/** A finding as scripts read it. */
const worded = (finding: unknown): unknown =>
  JSON.parse(JSON.stringify(finding), (_name, value) => (isSaid(value) ? inEnglish(value) : value))

describe('the report', () => {
  it('is a table that says of what is missing what for, and how to get it', () => {
    expect(formatReport(report, inEnglish).split('\n')).toEqual([
      'Keyreel on linux 6.1 x64',
      '',
      'ready    ffmpeg   5.1.9',
      'part     display  none; tests can use Xvfb',
      '                  with it: the window',
      'missing  RIFE     libvulkan.so.1 is not installed',
      '                  with it: real frames',
      '                  get it:  apt-get install -y libvulkan1',
      '',
      'Keyreel works; 2 things above would add to it.',
      '',
    ])
    const [only] = report.findings
    const fine = only ? { ...report, findings: [only] } : report
    expect(formatReport(fine, inEnglish)).toContain('\nEverything is there.\n')
    expect(formatReport({ ...fine, canWork: false }, inEnglish)).toContain(
      'cannot work with media yet',
    )
  })

  it('of this machine finds the media tools and survives JSON', async () => {
    const here = await examine({ sqliteVersion: '3.47.1', findMediaTools: examineTools })
    expect(JSON.parse(JSON.stringify(here))).toEqual(here)
    const health = Object.fromEntries(here.findings.map((finding) => [finding.id, finding.health]))
    expect(health).toMatchObject({
      ...{ node: 'ready', ffmpeg: 'ready', ffprobe: 'ready', sqlite: 'ready', footage: 'ready' },
      ...{ 'encoder.libx264': 'ready', 'filter.perspective': 'ready' },
    })
    expect(here.canWork).toBe(true)
  })

  it('says which setting is wrong', async () => {
    const wrong = await examine({ findMediaTools: () => examineTools({ ffmpeg: at('nothing') }) })
    expect(wrong.canWork).toBe(false)
    expect(worded(wrong.findings.find(({ id }) => id === 'ffmpeg'))).toMatchObject({
      health: 'missing',
      found: `The setting for ffmpeg names ${at('nothing')}, which is not a program that can be run. Correct KEYREEL_FFMPEG or clear it.`,
    })
    expect(wrong.findings.filter(({ id }) => id.startsWith('encoder.'))).toEqual([])
  })
})

describe('the findings', () => {
  it('tell where a tool comes from, and when it is too old', () => {
    const tool = { path: '/usr/bin/ffmpeg', source: 'path' as const }
    expect(worded(toolFinding('ffmpeg', { tool, version: '5.0.3', isOld: true }, 'linux'))).toEqual(
      {
        id: 'ffmpeg',
        name: 'ffmpeg',
        health: 'limited',
        found: '5.0.3 (older than 5.1), from the PATH: /usr/bin/ffmpeg',
        enables: 'previews, the local engine and export',
        install: 'apt-get install -y ffmpeg',
        version: '5.0.3',
        path: '/usr/bin/ffmpeg',
        source: 'path',
      },
    )
  })

  it('call an ffmpeg without -fps_mode old', () => {
    expect(['4.4.2', '5.0.3', '5.1.9', '7.1', 'N-1-gabc'].map(isOldVersion)).toEqual([
      ...[true, true, false, false, false],
    ])
  })

  it('go through the parts of an ffmpeg', () => {
    const some = { encoders: new Set(['libx264']), filters: new Set<string>() }
    const rows = partFindings(some, 'darwin')
    expect(rows.filter(({ health }) => health === 'ready').map(({ id }) => id)).toEqual([
      'encoder.libx264',
    ])
    expect(worded(rows.find(({ id }) => id === 'filter.zscale'))).toEqual({
      id: 'filter.zscale',
      name: 'filter zscale',
      health: 'missing',
      found: 'this ffmpeg was built without it',
      enables: 'HDR footage shown in the right brightness',
      install: 'brew install ffmpeg',
    })
  })

  it('judge Node by itself and within Electron', () => {
    const health = (version: string, electron?: string): string =>
      nodeFinding(version, electron, 'linux').health
    expect([health('v24.21.0'), health('v20.18.1'), health('v20.18.1', '33.2.1')]).toEqual([
      'ready',
      'missing',
      'ready',
    ])
  })

  it('see displays', async () => {
    const health = async (env: Record<string, string>, platform = 'linux') =>
      (await displayFinding(env, platform)).health
    expect([
      await health({ DISPLAY: ':1' }),
      await health({ WAYLAND_DISPLAY: 'wayland-0' }),
      await health({ PATH: at('') }),
      await health({}, 'darwin'),
    ]).toEqual(['ready', 'ready', 'missing', 'ready'])
  })

  it('find the fallback Electron in the cache only when it is whole', async () => {
    const env = { XDG_CACHE_HOME: at('cache') }
    const home = at('cache/keyreel/electron-33.2.1')
    await mkdir(home, { recursive: true })
    const unfinished = await electronHere(env)
    expect(unfinished?.kind).not.toBe('fallback')
    await writeFile(`${home}/marker.json`, '{}')
    const whole = await electronHere(env)
    // A machine with the official Electron answers that one both times.
    expect(whole).toEqual(
      unfinished ?? { version: '33.2.1', kind: 'fallback', path: `${home}/dist` },
    )
  })

  it('read the dynamic loader and say what is absent', () => {
    const words =
      'rife: error while loading shared libraries: libvulkan.so.1: cannot open shared object file: No such file'
    expect(missingLibrary(words)).toBe('libvulkan.so.1')
    expect(missingLibrary('Usage: rife')).toBeUndefined()
    expect([sqliteFinding(undefined).health, electronFinding(undefined, 'linux').install]).toEqual([
      'missing',
      'npm run setup',
    ])
  })
})
