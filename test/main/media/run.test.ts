import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { PassThrough, Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { splitArguments } from '../../../main/media/ffmpeg/commandParts.ts'
import { createFfmpegEngine } from '../../../main/media/ffmpeg/createFfmpegEngine.ts'
import { explainFailure } from '../../../main/media/ffmpeg/failure.ts'
import { graphFileOption, longGraphAt } from '../../../main/media/ffmpeg/longArguments.ts'
import { buildCommand, parseFrame } from '../../../main/media/ffmpeg/run.ts'
import { MediaError } from '../../../main/media/MediaEngine.ts'
import { rational } from '../../../shared/time/rational.ts'
import { say } from '../../../shared/words/say.ts'
import { makeNumberedClip, numberBlocks, readNumbers } from '../../fixtures/numbered.ts'
import { temporaryFolder } from './temporaryFolder.ts'

const engine = createFfmpegEngine()
const at = temporaryFolder()

const ALWAYS = [
  ...['-hide_banner', '-nostdin', '-y', '-nostats'],
  ...['-loglevel', 'level+warning', '-progress', 'pipe:2'],
]

/** What fluent-ffmpeg would really hand to ffmpeg: private there, so only a test may ask. */
const argumentsOf = (command: unknown): string[] =>
  (command as { _getArguments(): string[] })._getArguments()

describe('the list handed to fluent-ffmpeg', () => {
  it('splits inputs, each with its options, from the rest', () => {
    expect(
      splitArguments(['-ss', '1', '-i', 'a', '-f', 'rawvideo', '-i', '-', '-map', '0', 'x', 'y']),
    ).toEqual({
      inputs: [
        { options: ['-ss', '1'], source: 'a' },
        { options: ['-f', 'rawvideo'], source: '-' },
      ],
      output: { options: ['-map', '0', 'x'], target: 'y' },
    })
    expect(() => splitArguments(['-i', 'a'])).toThrow(
      new RangeError('The ffmpeg arguments name no output'),
    )
  })

  it.each([
    [
      'several inputs, one graph, two outputs',
      [
        ...['-ss', '1.5', '-i', 'file:/a b.mp4', '-itsoffset', '-0.5', '-i', "file:/it's.wav"],
        ...['-filter_complex', "[0:v]scale=1:2,drawtext=text='a b'[v]; [1:a]anull[a]"],
        ...['-map', '[v]', '-c:v', 'libx264', 'file:/x y.mp4', '-map', '[a]', 'file:/out.wav'],
      ],
    ],
    [
      'no input at all',
      ['-filter_complex', 'color=c=black:d=1[v]', '-map', '[v]', '-f', 'null', 'pipe:1'],
    ],
    ['a lone value with a space', ['-i', 'file:/a', '-metadata', 'title=two words', 'file:/o.mp4']],
  ])('carries %s faithfully', (_name, args) => {
    expect(argumentsOf(buildCommand(args))).toEqual([...ALWAYS, ...args])
  })

  it('bears one more -y, which changes nothing, before a target without a protocol', () => {
    expect(argumentsOf(buildCommand(['-i', 'a', '-f', 'null', '-']))).toEqual([
      ...[...ALWAYS, '-i', 'a', '-y'],
      ...['-f', 'null', '-'],
    ])
  })

  it('puts our streams where the list says pipe', () => {
    const list = ['-f', 'rawvideo', '-i', 'pipe:0', '-f', 'rawvideo', 'pipe:1']
    const pipes = { stdin: Readable.from(['']), stdout: new PassThrough() }
    expect(argumentsOf(buildCommand(list, pipes))).toEqual([...ALWAYS, ...list])
  })
})

describe('reading ffmpeg', () => {
  it('counts frames from progress lines only', () => {
    expect(
      ['frame=12', 'frame=  7', 'fps=12', 'frame=12 fps=3', 'progress=end'].map(parseFrame),
    ).toEqual([12, 7, undefined, undefined, undefined])
  })

  it.each([
    ['[error] av_interleaved_write_frame(): No space left on device', 'noSpace'],
    ['[fatal] Unknown encoder "libx266"', 'unsupported'],
    ['[error] /x/a.mp4: Permission denied', 'unreadable'],
    ['[error] something else entirely', 'failed'],
  ])('names the cause of %s', (line, kind) => {
    expect(
      explainFailure(say('media:write', { name: 'a.mp4' }), ['frame=1', line, 'progress=end']),
    ).toMatchObject({
      kind,
      detail: line,
    })
  })

  it('says the telling line in plain words', () => {
    const lines = [
      '[libx264 @ 0x55] [error] width not divisible by 2 (3x3)',
      '[fatal] Conversion failed!',
    ]
    expect(explainFailure(say('media:write', { name: 'a.mp4' }), lines).message).toBe(
      'ffmpeg could not write "a.mp4": width not divisible by 2 (3x3).',
    )
  })
})

describe('running ffmpeg', () => {
  it('encodes frames from standard input and reports progress up to the last frame', async () => {
    const out = at('piped.mp4')
    const seen: number[] = []
    async function* frames(): AsyncGenerator<Uint8Array> {
      for (let number = 0; number < 30; number++) yield numberBlocks(number)
    }
    await engine.run(
      [
        ...['-f', 'rawvideo', '-pix_fmt', 'gray', '-s', '6x4', '-framerate', '24', '-i', 'pipe:0'],
        ...['-vf', 'scale=192:128:flags=neighbor', '-pix_fmt', 'yuv420p', `file:${out}`],
      ],
      { stdin: frames(), onFrame: (frame) => seen.push(frame) },
    )
    expect(await readNumbers(out)).toEqual(Array.from({ length: 30 }, (_, index) => index))
    expect(seen.at(-1)).toBe(30)
  })

  it('streams raw pictures, waits for a slow reader, and stops when the reader leaves', async () => {
    const source = at('source.mp4')
    await makeNumberedClip({
      path: source,
      width: 640,
      height: 360,
      rate: rational(24),
      frames: 48,
    })
    const args = ['-i', `file:${source}`, '-f', 'rawvideo', '-pix_fmt', 'gray', 'pipe:1']
    let bytes = 0
    for await (const chunk of engine.stream(args)) bytes += chunk.length
    expect(bytes).toBe(640 * 360 * 48)
    for await (const chunk of engine.stream([...args.slice(0, -1), 'pipe:1'])) {
      expect(chunk.length).toBeGreaterThan(0)
      break
    }
  })

  it('cancels: the reason is thrown and ffmpeg is gone, so its file may be removed', async () => {
    const out = at('endless.mp4')
    const abort = new AbortController()
    const run = engine.run(
      ['-filter_complex', 'testsrc2=s=640x360:r=24[v]', '-map', '[v]', `file:${out}`],
      { signal: abort.signal, onFrame: () => abort.abort(new Error('changed my mind')) },
    )
    await expect(run).rejects.toThrow('changed my mind')
    // ffmpeg closes its file properly when asked to end, so a readable file proves that it was waited for.
    expect(existsSync(out)).toBe(true)
    await expect(engine.run(['-i', 'x', 'y'], { signal: AbortSignal.abort() })).rejects.toThrow(
      'This operation was aborted',
    )
  })

  it('cancels a stream that nobody reads any more', async () => {
    const abort = new AbortController()
    const args = [
      '-filter_complex',
      'testsrc2=s=1280x720[v]',
      '-map',
      '[v]',
      '-f',
      'rawvideo',
      'pipe:1',
    ]
    const read = async (): Promise<void> => {
      for await (const _chunk of engine.stream(args, { signal: abort.signal })) {
        abort.abort(new Error('enough'))
      }
    }
    await expect(read()).rejects.toThrow('enough')
  })

  it('passes on the failure of its own input', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield numberBlocks(0)
      throw new Error('the painter failed')
    }
    const raw = ['-f', 'rawvideo', '-pix_fmt', 'gray', '-s', '6x4', '-i', 'pipe:0']
    await expect(engine.run([...raw, '-f', 'null', '-'], { stdin: broken() })).rejects.toThrow(
      'the painter failed',
    )
  })

  it('fails with one sentence, a kind, and ffmpeg’s last words', async () => {
    const missing = await engine
      .run(['-i', at('none.mp4'), '-f', 'null', '-'])
      .catch((e: unknown) => e)
    expect(missing).toBeInstanceOf(MediaError)
    expect(missing).toMatchObject({
      kind: 'missing',
      message: 'ffmpeg could not read "none.mp4": a file or folder named in the job is not there.',
      detail: `[error] ${at('none.mp4')}: No such file or directory`,
    })
    await writeFile(at('words.mp4'), 'only words here'.repeat(100))
    const words = engine.stream(['-i', at('words.mp4'), '-f', 'rawvideo', 'pipe:1'])
    const read = async (): Promise<void> => {
      for await (const chunk of words) expect(chunk).toBeUndefined()
    }
    await expect(read()).rejects.toMatchObject({ kind: 'notMedia' })
  })

  it.runIf(existsSync('/dev/full'))('calls a full disk a full disk', async () => {
    const run = engine.run([
      '-filter_complex',
      'testsrc2=s=640x360:d=1[v]',
      '-map',
      '[v]',
      '-f',
      'rawvideo',
      'file:/dev/full',
    ])
    await expect(run).rejects.toMatchObject({ kind: 'noSpace' })
  })

  it('says so when the chosen program is not there', async () => {
    const wrong = createFfmpegEngine({ ffmpeg: at('no-ffmpeg') })
    await expect(wrong.run(['-i', 'a', 'b'])).rejects.toMatchObject({
      kind: 'toolMissing',
      message: `The setting for ffmpeg names ${at('no-ffmpeg')}, which is not a program that can be run. Correct KEYREEL_FFMPEG or clear it.`,
    })
  })

  it('takes graphs longer than an argument may be', async () => {
    const out = at('long.png')
    expect(longGraphAt(['-filter_complex', 'color[v]', out])).toBe(-1)
    expect(['5.1.9', '7.1', 'N-1-gabc'].map(graphFileOption)).toEqual([
      '-filter_complex_script',
      '-/filter_complex',
      '-/filter_complex',
    ])
    const padded = `color=s=8x8:d=1${' '.repeat(150_000)},null[v]`
    expect(longGraphAt(['-an', '-filter_complex', padded])).toBe(1)
    await engine.run(['-filter_complex', padded, '-map', '[v]', '-frames:v', '1', `file:${out}`])
    expect((await readFile(out)).subarray(1, 4).toString()).toBe('PNG')
    const frames = engine.stream([
      ...['-filter_complex', padded, '-map', '[v]', '-frames:v', '1'],
      ...['-f', 'rawvideo', '-pix_fmt', 'gray', 'pipe:1'],
    ])
    let bytes = 0
    for await (const chunk of frames) bytes += chunk.length
    expect(bytes).toBe(64)
    expect(
      (await readdir(tmpdir())).filter((name) => name.startsWith(`keyreel-graph-${process.pid}`)),
    ).toEqual([])
  })

  it('writes over what is there', async () => {
    const out = at('again.png')
    await writeFile(out, 'old')
    await engine.run([
      '-filter_complex',
      'color=s=8x8:d=1[v]',
      '-map',
      '[v]',
      '-frames:v',
      '1',
      `file:${out}`,
    ])
    expect((await readFile(out)).subarray(1, 4).toString()).toBe('PNG')
  })
})
