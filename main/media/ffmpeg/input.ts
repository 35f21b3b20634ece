/**
 * How a file is named to ffmpeg and ffprobe, so that exactly this one plain file is opened: the `file:` protocol only,
 * demuxers that open nothing else only, and no pattern in a name (`%03d`) ever expanded. Of a sequence that the store keeps,
 * its own numbered pictures are opened, by a pattern in which everything but the number is as it is.
 */
import { open } from 'node:fs/promises'
import { resolve } from 'node:path'
import { sequencePattern } from '../../../shared/model/imageSequence.ts'
import { formatRational, type Rational } from '../../../shared/time/rational.ts'
import { readSequence } from '../../files/sequenceFolder.ts'

/**
 * Demuxers that read one file and nothing else. Left out on purpose: hls, dash, concat, image2 and imf (open other files),
 * sdp and rtp (open sockets), svg (references), tty and the subtitle readers (take any text for media).
 */
const DEMUXERS = [
  ...['mov', 'matroska', 'avi', 'mpegts', 'mpeg', 'mpegvideo', 'm4v', 'h264', 'hevc', 'obu', 'av1'],
  ...[
    'ivf',
    'flv',
    'live_flv',
    'asf',
    'mxf',
    'gxf',
    'ogg',
    'wav',
    'w64',
    'aiff',
    'caf',
    'flac',
    'mp3',
  ],
  ...[
    'aac',
    'ac3',
    'eac3',
    'dts',
    'dtshd',
    'truehd',
    'mlp',
    'amr',
    'au',
    'wv',
    'ape',
    'tta',
    'nut',
    'dv',
  ],
  ...['dnxhd', 'yuv4mpegpipe', 'mjpeg', 'rm', 'wtv', 'vc1', 'dirac', 'voc', 'dsf', 'gif', 'apng'],
  ...[
    'png_pipe',
    'jpeg_pipe',
    'webp_pipe',
    'bmp_pipe',
    'tiff_pipe',
    'exr_pipe',
    'dpx_pipe',
    'j2k_pipe',
  ],
  ...[
    'jpegls_pipe',
    'jpegxl_pipe',
    'psd_pipe',
    'qoi_pipe',
    'pam_pipe',
    'pbm_pipe',
    'pgm_pipe',
    'ppm_pipe',
  ],
  ...['sgi_pipe', 'hdr_pipe', 'pfm_pipe'],
] as const

/** Pictures whose demuxer must be named, or a name such as `a%03d.png` would be read as a pattern. */
const SIGNATURES: readonly (readonly [demuxer: string, start: string])[] = [
  ['png_pipe', '\x89PNG\r\n\x1a\n'],
  ['jpeg_pipe', '\xff\xd8\xff'],
  ['tiff_pipe', 'II*\0'],
  ['tiff_pipe', 'MM\0*'],
  ['bmp_pipe', 'BM'],
  ['exr_pipe', 'v/1\x01'],
  ['dpx_pipe', 'SDPX'],
  ['dpx_pipe', 'XPDS'],
  ['qoi_pipe', 'qoif'],
  ['psd_pipe', '8BPS'],
  ['jpegxl_pipe', '\xff\x0a'],
  ['jpegxl_pipe', '\0\0\0\x0cJXL '],
]

export type Script = 'hls' | 'concat' | 'dash' | 'svg' | 'playlist' | 'sdp'

/** Text that makes a player open other files or addresses. */
const SCRIPTS: readonly (readonly [what: Script, start: RegExp])[] = [
  ['hls', /^\s*#EXTM3U/],
  ['concat', /^\s*(?:ffconcat |file\s+['"/\\\w])/],
  ['dash', /^(?:\s*<\?xml[^>]*>)?(?:\s*<!--[\s\S]*?-->)*\s*<MPD[\s>]/],
  ['svg', /^(?:\s*<\?xml[^>]*>)?(?:\s*<!--[\s\S]*?-->)*\s*<(?:svg[\s>]|!DOCTYPE svg)/],
  [
    'playlist',
    /^\s*(?:\[playlist\]|(?:<\?xml[^>]*>)?(?:\s*<!--[\s\S]*?-->)*\s*<(?:asx|smil|playlist)[\s>])/i,
  ],
  ['sdp', /^v=0\r?\no=/],
]

export interface Sniffed {
  /** The still picture's demuxer, when the first bytes say that it is one. */
  readonly picture?: string
  /** What kind of script this is, when it would lead elsewhere. */
  readonly script?: Script
  /** It begins as MP4 and MOV do. */
  readonly isMovie?: boolean
  /** It is the first picture of a sequence that the store keeps. */
  readonly sequence?: { readonly rate: Rational }
}

/** `head` are the file's first bytes, some 64 or more. */
export function sniff(head: Uint8Array): Sniffed {
  const text = Buffer.from(head)
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
  // An animated PNG is read by the apng demuxer, which never takes names for patterns.
  if (text.startsWith('\x89PNG') && text.slice(0, 256).includes('acTL')) return {}
  const isWebp = text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP'
  const picture = isWebp ? 'webp_pipe' : SIGNATURES.find(([, start]) => text.startsWith(start))?.[0]
  if (picture !== undefined) return { picture }
  const script = SCRIPTS.find(([, start]) => start.test(text))?.[0]
  if (script !== undefined) return { script }
  return /^(ftyp|moov|mdat|wide)$/.test(text.slice(4, 8)) ? { isMovie: true } : {}
}

/** The first `count` bytes of a plain file, fewer when it is shorter. */
export async function readHead(path: string, count = 512): Promise<Uint8Array> {
  const file = await open(path, 'r')
  try {
    const { bytesRead, buffer } = await file.read(new Uint8Array(count), 0, count, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

export async function sniffFile(path: string): Promise<Sniffed> {
  const [picture] = (await readSequence(path))?.video ?? []
  if (picture) return { sequence: { rate: picture.rate } }
  return sniff(await readHead(path))
}

/** ffmpeg's name for a local file, whatever its characters. */
export const fileUrl = (path: string): string => `file:${resolve(path)}`

/** Input options and `-i` for one file. Pure: `picture` comes from {@link sniff}. */
export function inputArguments(
  path: string,
  options: Pick<Sniffed, 'picture' | 'sequence'> & { readonly before?: readonly string[] } = {},
): string[] {
  const { sequence } = options
  if (sequence) {
    const { path: pattern, start } = sequencePattern(resolve(path))
    return [
      ...['-protocol_whitelist', 'file', '-f', 'image2', '-pattern_type', 'sequence'],
      ...['-start_number', String(start), '-framerate', formatRational(sequence.rate)],
      ...(options.before ?? []),
      ...['-i', `file:${pattern}`],
    ]
  }
  return [
    ...['-protocol_whitelist', 'file', '-format_whitelist', DEMUXERS.join(',')],
    ...(options.picture === undefined ? [] : ['-f', options.picture]),
    ...(options.before ?? []),
    ...['-i', fileUrl(path)],
  ]
}
