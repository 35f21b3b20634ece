import { execFileSync } from 'node:child_process'
import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { createFfmpegEngine } from '../../../main/media/ffmpeg/createFfmpegEngine.ts'
import { inputArguments, sniff } from '../../../main/media/ffmpeg/input.ts'
import type { MediaError } from '../../../main/media/MediaEngine.ts'
import { displaySize, type MediaInfo, mediaInfoSchema } from '../../../shared/model/mediaInfo.ts'
import { inEnglish } from '../../../shared/words/english.ts'
import {
  make25,
  make2997,
  makeCutTail,
  makeOddSize,
  makeOffsetStart,
  makeRenamedText,
  makeRotated,
  makeSoundOnly,
  makeStill,
  makeTruncated,
  makeVariableRate,
  makeWidePixels,
  makeWithoutSound,
  makeZeroByte,
} from '../../fixtures/awkward.ts'
import { runTool } from '../../fixtures/tool.ts'
import { temporaryFolder } from './temporaryFolder.ts'

const engine = createFfmpegEngine()
const at = temporaryFolder()

async function probed(name: string, make: (path: string) => Promise<void>): Promise<MediaInfo> {
  await make(at(name))
  const info = await engine.probe(at(name))
  expect(mediaInfoSchema.parse(info)).toEqual(info)
  return info
}

/** What an editor sees of a file, on one line. */
function summary(info: MediaInfo): string {
  const [video] = info.video
  const size = video && displaySize(video)
  const picture =
    video && size
      ? `${size.width}x${size.height} @${video.rate.num}/${video.rate.den}${video.isVariableRate ? ' vfr' : ''} ${video.frameCount ?? '?'} frames`
      : 'no picture'
  const sound = info.audio.map(({ codec, channels }) => `${codec} ${channels}ch`).join(', ')
  return `${info.kind} ${picture}, ${sound || 'no sound'}, ${(info.duration.num / info.duration.den).toFixed(3)} s`
}

describe('probing real files', () => {
  it('sees each as it is', async () => {
    const table = {
      '29.97': await probed('ntsc.mp4', make2997),
      '25': await probed('pal.mov', make25),
      'matroska, no sound': await probed('mute.mkv', makeWithoutSound),
      'uneven times': await probed('vfr.mp4', makeVariableRate),
      'uneven times in matroska': await probed('vfr.mkv', makeVariableRate),
      'turned 90': await probed('r90.mp4', (path) => makeRotated(path, 90)),
      'turned 180': await probed('r180.mp4', (path) => makeRotated(path, 180)),
      'turned 270': await probed('r270.mp4', (path) => makeRotated(path, 270)),
      'wide pixels': await probed('sar.mp4', makeWidePixels),
      'odd size': await probed('odd.mp4', makeOddSize),
      'transport stream': await probed('ts.ts', makeOffsetStart),
      'sound only': await probed('sound.m4a', makeSoundOnly),
      wav: await probed('sound.wav', makeSoundOnly),
      png: await probed('still.png', makeStill),
      jpeg: await probed('still.jpg', makeStill),
    }
    expect(
      Object.fromEntries(Object.entries(table).map(([name, info]) => [name, summary(info)])),
    ).toEqual({
      '29.97': 'video 192x128 @30000/1001 60 frames, aac 2ch, 2.002 s',
      '25': 'video 192x128 @25/1 50 frames, aac 2ch, 2.000 s',
      'matroska, no sound': 'video 192x128 @24/1 ? frames, no sound, 1.000 s',
      'uneven times': 'video 192x128 @1800/79 vfr 60 frames, no sound, 2.633 s',
      'uneven times in matroska': 'video 192x128 @55000/2433 vfr ? frames, no sound, 2.633 s',
      'turned 90': 'video 128x192 @24/1 24 frames, no sound, 1.000 s',
      'turned 180': 'video 192x128 @24/1 24 frames, no sound, 1.000 s',
      'turned 270': 'video 128x192 @24/1 24 frames, no sound, 1.000 s',
      'wide pixels': 'video 192x128 @25/1 25 frames, no sound, 1.000 s',
      'odd size': 'video 193x129 @24/1 24 frames, no sound, 1.000 s',
      'transport stream': 'video 192x128 @25/1 ? frames, aac 2ch, 3.000 s',
      'sound only': 'audio no picture, aac 1ch, 2.000 s',
      wav: 'audio no picture, pcm_s16le 1ch, 2.000 s',
      png: 'still 192x128 @25/1 1 frames, no sound, 0.000 s',
      jpeg: 'still 192x128 @25/1 1 frames, no sound, 0.000 s',
    })
    expect(
      ['turned 90', 'turned 180', 'turned 270'].map(
        (name) => table[name as 'turned 90'].video[0]?.rotation,
      ),
    ).toEqual([90, 180, 270])
    expect(table['29.97'].warnings).toEqual([])
  }, 120_000)

  it('finds the length of a raw stream by its packets', async () => {
    await make25(at('raw.mp4'))
    await runTool('ffmpeg', [
      '-v',
      'error',
      '-y',
      '-i',
      at('raw.mp4'),
      '-c:v',
      'copy',
      '-an',
      at('raw.h264'),
    ])
    expect(summary(await engine.probe(at('raw.h264')))).toBe(
      'video 192x128 @25/1 50 frames, no sound, 2.000 s',
    )
  })

  it('opens a file under any name', async () => {
    await mkdir(at('names'))
    await makeWithoutSound(at('plain.mp4'))
    await makeStill(at('plain.png'))
    const names = [
      '-y.mp4',
      "it's “so” \\ $HOME; rm -rf.mp4",
      'two\nlines.mp4',
      'shot%03d.mp4',
      '🎬 فيلم.mp4',
      'file:x.mp4',
      'a|b[c]{d}*?.mp4',
      'pipe:0',
      'shot%03d.png',
      '*.png',
    ]
    const found = []
    for (const name of names) {
      await copyFile(at(name.endsWith('png') ? 'plain.png' : 'plain.mp4'), at(`names/${name}`))
      found.push((await engine.probe(at(`names/${name}`))).kind)
    }
    expect(found).toEqual(names.map((name) => (name.endsWith('png') ? 'still' : 'video')))
  }, 120_000)
})

describe('what cannot be opened', () => {
  it('is said in one sentence each', async () => {
    await makeZeroByte(at('zero.mp4'))
    await makeRenamedText(at('text.mp4'))
    await makeTruncated(at('half.mp4'))
    await mkdir(at('folder.mp4'))
    execFileSync('mkfifo', [at('fifo.mp4')])
    await writeFile(at('list.mp4'), '#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n')
    await writeFile(at('concat.mp4'), "ffconcat version 1.0\nfile '/etc/hostname'\n")
    await writeFile(at('plain-concat.txt'), "file 'other.mp4'\n")
    await writeFile(
      at('draw.svg'),
      '<?xml version="1.0"?>\n<svg xmlns="x"><image href="/etc/passwd"/></svg>',
    )
    await writeFile(at('dash.mpd'), '<?xml version="1.0"?>\n<!-- a --><MPD></MPD>')
    const said = async (name: string): Promise<string> => {
      const error = await engine.probe(at(name)).catch((caught: unknown) => caught as MediaError)
      return 'message' in error ? `${error.kind}: ${error.message}` : 'opened'
    }
    const names = [
      'none.mp4',
      'zero.mp4',
      'text.mp4',
      'half.mp4',
      'folder.mp4',
      'fifo.mp4',
      'list.mp4',
      'concat.mp4',
      'plain-concat.txt',
      'draw.svg',
      'dash.mpd',
    ]
    const answers = []
    for (const name of names) answers.push(await said(name))
    const elsewhere = 'which points to other files; import those files themselves.'
    expect(answers).toEqual([
      'missing: "none.mp4" is not there any more. Was it moved or renamed?',
      'notMedia: "zero.mp4" is empty (0 bytes).',
      'notMedia: "text.mp4" is not a picture, video or sound that Keyreel can read.',
      'notMedia: "half.mp4" is cut short: the index at its end is missing. Copy it again from its origin.',
      'notMedia: "folder.mp4" is a folder, not a media file.',
      'notMedia: "fifo.mp4" is a pipe or a device; only plain files can be media.',
      `unsupported: "list.mp4" is an HLS playlist, ${elsewhere}`,
      `unsupported: "concat.mp4" is a concat script, ${elsewhere}`,
      `unsupported: "plain-concat.txt" is a concat script, ${elsewhere}`,
      `unsupported: "draw.svg" is an SVG drawing, ${elsewhere}`,
      `unsupported: "dash.mpd" is a DASH manifest, ${elsewhere}`,
    ])
  })

  it('is not opened by ffmpeg either, when the first look is passed over', async () => {
    await makeWithoutSound(at('target.mp4'))
    await writeFile(at('sly.mp4'), `\n\nffconcat version 1.0\nfile '${at('target.mp4')}'\n`)
    await writeFile(
      at('sly.m3u8'),
      `#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n${at('target.mp4')}\n#EXT-X-ENDLIST\n`,
    )
    for (const name of ['sly.mp4', 'sly.m3u8']) {
      const run = engine.run([...inputArguments(at(name)), '-f', 'null', 'pipe:1'])
      await expect(run).rejects.toMatchObject({ name: 'MediaError' })
    }
  })

  it('may be cancelled', async () => {
    await make25(at('cancel.mp4'))
    const reason = new Error('not now')
    await expect(engine.probe(at('cancel.mp4'), AbortSignal.abort(reason))).rejects.toBe(reason)
  })

  it('opens with a warning where some of it can be shown', async () => {
    const info = await probed('tail.mp4', makeCutTail)
    expect([summary(info), info.warnings.map(inEnglish)]).toEqual([
      'video 192x128 @25/1 100 frames, no sound, 4.000 s',
      [
        'The end of the file is missing (33%); what is there can be used. Copy it again from its origin.',
      ],
    ])
  })
})

describe('the first bytes', () => {
  it('tell pictures and scripts apart from everything else', () => {
    const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1')
    const heads = [
      '\x89PNG\r\n\x1a\n\0\0\0\rIHDR',
      '\x89PNG\r\n\x1a\n....acTL',
      '\xff\xd8\xff\xe0',
      'RIFF....WEBPVP8 ',
      'RIFF....AVI LIST',
      '\xef\xbb\xbf#EXTM3U',
      'file /x.mp4',
      '\0\0\0\x20ftypisom',
    ]
    expect(heads.map((head) => sniff(bytes(head)))).toEqual([
      { picture: 'png_pipe' },
      {},
      { picture: 'jpeg_pipe' },
      { picture: 'webp_pipe' },
      {},
      { script: 'hls' },
      { script: 'concat' },
      { isMovie: true },
    ])
  })
})
