/** `keyreel render` from a file to a file: which frames come out, and what it says when it cannot. */
import { execFile } from 'node:child_process'
import { copyFile, mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Rational, rational } from '../../../shared/time/rational.ts'
import { inspectMedia } from '../../fixtures/inspect.ts'
import { makeNumberedClip, readNumbers } from '../../fixtures/numbered.ts'
import { temporaryFolder } from '../media/temporaryFolder.ts'
import { keyreel } from './commandLine.ts'

const file = temporaryFolder()
const RATES: Readonly<Record<string, Rational>> = {
  film: rational(24),
  pal: rational(25),
  ntsc: rational(30000, 1001),
}
const FIRST = { film: 1000, pal: 2000, ntsc: 3000 }

const time = (value: number, rate: number) => ({ OTIO_SCHEMA: 'RationalTime.1', value, rate })
const range = (start: number, startRate: number, duration: number, rate: number) => ({
  OTIO_SCHEMA: 'TimeRange.1',
  start_time: time(start, startRate),
  duration: time(duration, rate),
})
const clip = (
  name: string,
  url: string,
  source_range: unknown,
  more: Record<string, unknown> = {},
) => ({
  OTIO_SCHEMA: 'Clip.1',
  name,
  source_range,
  media_reference: { OTIO_SCHEMA: 'ExternalReference.1', target_url: url },
  ...more,
})
const gap = (frames: number) => ({ OTIO_SCHEMA: 'Gap.1', source_range: range(0, 24, frames, 24) })
const timeline = (children: unknown[], kind = 'Video') => ({
  OTIO_SCHEMA: 'Timeline.1',
  name: 'test',
  global_start_time: time(86400, 24),
  tracks: {
    OTIO_SCHEMA: 'Stack.1',
    children: [{ OTIO_SCHEMA: 'Track.1', kind, name: 'V1', children }],
  },
})

async function written(name: string, content: unknown): Promise<string> {
  const path = file(name)
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

beforeAll(async () => {
  for (const [name, rate] of Object.entries(RATES)) {
    await makeNumberedClip({
      ...{ path: file(`${name}.mp4`), width: 192, height: 108, rate, frames: 100 },
      ...{ startAt: FIRST[name as 'film'], sound: 'tone' },
    })
  }
})

/** Frame of `source` on screen `k` frames of 24 fps after its own frame `start`. */
function shown(source: 'film' | 'pal' | 'ntsc', start: number, k: number): number {
  const rate = RATES[source] as Rational
  return FIRST[source] + start + Math.floor((k * rate.num) / (24 * rate.den))
}
const frames = (count: number, of: (k: number) => number): number[] =>
  Array.from({ length: count }, (_, k) => of(k))

describe('render', () => {
  it('shows exactly the expected frames of 24, 25 and 30000/1001 fps sources at 24 fps', async () => {
    const otio = await written('three.otio', {
      ...timeline([
        // 30 frames of its own 25 fps are 28.8 of ours: the edge falls on the nearest frame.
        clip('pal', 'pal.mp4', range(10, 25, 30, 25)),
        gap(5),
        clip('ntsc', encodeURI(`file://${file('ntsc.mp4')}`), range(20, 30000 / 1001, 24, 24)),
        clip('film', './film.mp4', range(7, 24, 12, 24), {
          OTIO_SCHEMA: 'Clip.2',
          media_reference: undefined,
          active_media_reference_key: 'high',
          media_references: {
            low: { OTIO_SCHEMA: 'ExternalReference.1', target_url: 'not-there.mp4' },
            high: { OTIO_SCHEMA: 'ExternalReference.1', target_url: './film.mp4' },
          },
          effects: [{ OTIO_SCHEMA: 'Sharpen.7', effect_name: 'Sharpen' }],
        }),
        { OTIO_SCHEMA: 'Dissolve.9', name: 'odd' },
      ]),
    })
    const out = file('three.mp4')
    const said = await keyreel(['render', otio, '-o', out])
    expect({ code: said.code, err: said.err.split('\n').slice(0, 2) }).toEqual({
      code: 0,
      err: [
        'The effect Sharpen on "film" is kept in the file but not applied.',
        '"odd" on V1 is a Dissolve.9, which is kept in the file but not shown.',
      ],
    })
    const black = (count: number): number[] => frames(count, () => -1)
    expect(await readNumbers(out)).toEqual([
      ...frames(29, (k) => shown('pal', 10, k)),
      ...black(5),
      ...frames(24, (k) => shown('ntsc', 20, k)),
      ...frames(12, (k) => shown('film', 7, k)),
    ])
    expect(
      (await inspectMedia(out)).map(({ type, codec, rate, width, height, duration }) => ({
        type,
        codec,
        rate,
        width,
        height,
        duration: Number(duration).toFixed(2),
      })),
    ).toEqual([
      { type: 'video', codec: 'h264', rate: '24/1', width: 192, height: 108, duration: '2.92' },
      {
        type: 'audio',
        codec: 'aac',
        rate: undefined,
        width: undefined,
        height: undefined,
        duration: '2.92',
      },
    ])
  })

  it('renders a dissolve, whose clips count on beyond their edges', async () => {
    const otio = await written(
      'dissolve.otio',
      timeline([
        clip('film', 'film.mp4', range(10, 24, 20, 24)),
        {
          ...{ OTIO_SCHEMA: 'Transition.1', name: 'soft', transition_type: 'SMPTE_Dissolve' },
          ...{ in_offset: time(4, 24), out_offset: time(4, 24) },
        },
        clip('film', 'film.mp4', range(50, 24, 20, 24)),
      ]),
    )
    const out = file('dissolve.mp4')
    const said = await keyreel(['render', otio, '-o', out])
    expect({ code: said.code, err: said.err.split('\n')[0] }).toEqual({
      code: 0,
      err: 'Rendered 1 of 40 frames (2 %)',
    })
    // Of two numbers mixed, the one that is seen more of can be read.
    expect(await readNumbers(out)).toEqual([
      ...frames(20, (k) => 1010 + k),
      ...frames(20, (k) => 1050 + k),
    ])
  })

  it('renders a range at another size, and answers in JSON', async () => {
    const otio = await written(
      'range.otio',
      timeline([clip('film', 'film.mp4', range(0, 24, 48, 24))]),
    )
    const out = file('range.mov')
    const args = ['--range', '10..01:00:00:15', '--size', '96x54', '--json']
    const said = await keyreel(['render', otio, '-o', out, ...args])
    expect({ ...said, out: JSON.parse(said.out) }).toEqual({
      code: 0,
      err: '',
      out: {
        file: out,
        preset: 'prores',
        notes: [],
        report: {
          ...{ frames: 5, seconds: 5 / 24, width: 96, height: 54, rate: '24' },
          ...{ video: 'prores', audio: 'pcm_s24le', sampleRate: 48000, channels: 2 },
          ...{ soundSeconds: 10000 / 48000, loudness: null },
          byteSize: (await stat(out)).size,
          summary:
            '5 frames decoded, 0.208 s, 96x54 at 24 fps, prores + pcm_s24le 48000 Hz, silent.',
        },
      },
    })
    expect(await readNumbers(out)).toEqual(frames(5, (k) => 1010 + k))
  })
})

describe('render refuses with one sentence, a code of its own, and no file', () => {
  const cases: readonly [what: string, content: unknown, code: number, sentence: RegExp][] = [
    [
      'media that is not there',
      timeline([clip('a', 'gone.mp4', range(0, 24, 9, 24))]),
      4,
      /names media that is not there: .*gone\.mp4\. Put it back/,
    ],
    [
      'media on the network',
      timeline([clip('a', 'https://example.com/a.mp4', range(0, 24, 9, 24))]),
      4,
      /https:\/\/example\.com\/a\.mp4 \(not a local file\)/,
    ],
    [
      'text that is no JSON',
      '{ "OTIO_SCHEMA": ',
      3,
      /"odd\.otio" cannot be read as an OTIO timeline: it is not JSON/,
    ],
    [
      'another root',
      { OTIO_SCHEMA: 'SerializableCollection.1' },
      10,
      /its root is a SerializableCollection\.1/,
    ],
    ['a list as root', [], 10, /its root is not an object/],
    ['an empty timeline', timeline([]), 3, /"test" is empty/],
    [
      'media that is none',
      timeline([clip('a', 'odd.otio', range(0, 24, 9, 24))]),
      3,
      /"odd\.otio" is not a picture, video or sound/,
    ],
  ]
  for (const [what, content, code, sentence] of cases) {
    it(what, async () => {
      const otio = await written('odd.otio', content)
      const out = file('refused.mp4')
      const before = await readdir(file('.'))
      const said = await keyreel(['render', otio, '-o', out])
      expect(said.err).toMatch(sentence)
      expect({ code: said.code, out: said.out, lines: said.err.trim().split('\n').length }).toEqual(
        { code, out: '', lines: 1 },
      )
      expect(await readdir(file('.'))).toEqual(before)
    })
  }

  it('a folder that is not there', async () => {
    const otio = await written(
      'fine.otio',
      timeline([clip('film', 'film.mp4', range(0, 24, 4, 24))]),
    )
    const said = await keyreel(['render', otio, '-o', file('no/such/out.mp4')])
    expect({ code: said.code, err: said.err }).toEqual({
      code: 6,
      err: `The folder "${file('no/such')}" is not there, so "out.mp4" cannot be written. Make it or choose another.\n`,
    })
  })

  it('a command that is not understood', async () => {
    const said = await Promise.all(
      [
        ['render'],
        ['render', 'a.otio', '-o', 'b', '--preset', 'vhs'],
        ['render', '--frob'],
        ['frob'],
      ].map((argv) => keyreel(argv)),
    )
    expect(said.map(({ code }) => code)).toEqual([2, 2, 2, 2])
  })

  const canMount = process.platform === 'linux' && process.getuid?.() === 0
  it.skipIf(!canMount)(
    'a disk without room (a 64 kB file system; needs root on Linux)',
    async () => {
      const run = promisify(execFile)
      const disk = file('disk')
      await mkdir(disk)
      await run('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'none', disk])
      try {
        const otio = await written(
          'full.otio',
          timeline([clip('film', 'film.mp4', range(0, 24, 96, 24))]),
        )
        const out = `${disk}/out.mov`
        await copyFile(otio, `${disk}/older.mp4`)
        const said = await keyreel(['render', otio, '-o', out, '--size', '1280x720'])
        expect({
          code: said.code,
          last: said.err.trim().split('\n').at(-1),
          left: await readdir(disk),
        }).toEqual({
          code: 5,
          last: `There is no room left in "${dirname(out)}" for "out.mov", so nothing was written. Free some space or choose another disk.`,
          left: ['older.mp4'],
        })
      } finally {
        await run('umount', [disk])
      }
    },
  )

  it('cancelled while it works: the older file of that name stays as it was', async () => {
    const otio = await written(
      'long.otio',
      timeline([clip('film', 'film.mp4', range(0, 24, 96, 24))]),
    )
    const out = file('kept.mp4')
    await writeFile(out, 'older')
    const before = await readdir(file('.'))
    const cancel = new AbortController()
    const said = await keyreel(['render', otio, '-o', out, '--size', '1920x1080'], {
      signal: cancel.signal,
      onErr: () => cancel.abort(),
    })
    expect({
      code: said.code,
      last: said.err.trim().split('\n').at(-1),
      size: (await stat(out)).size,
    }).toEqual({
      code: 130,
      last: 'Cancelled; nothing half-written was left.',
      size: 5,
    })
    expect(await readdir(file('.'))).toEqual(before)
  })
})
