/** Turns ffmpeg's last words into one plain sentence. */
import { MediaError, type MediaErrorKind } from '../MediaEngine.ts'

const CAUSES: readonly (readonly [RegExp, MediaErrorKind, string])[] = [
  [
    /No space left on device|ENOSPC|Disk quota exceeded/,
    'noSpace',
    'the disk has no room left; free some space or choose another disk',
  ],
  [/Permission denied/, 'unreadable', 'it may not be opened; check its permissions'],
  [/No such file or directory/, 'missing', 'a file or folder named in the job is not there'],
  [
    /Unknown encoder|No such filter|Encoder not found|Unrecognized option|Option not found|Requested output format .* is not|muxer .* not found/i,
    'unsupported',
    'this ffmpeg lacks a part that the job needs; keyreel doctor lists what it can do',
  ],
  [
    /Invalid data found when processing input|moov atom not found|could not find codec parameters/i,
    'notMedia',
    'the input is not readable media',
  ],
]

/** ffmpeg's own lines without progress reports, and without the `[level]` marks when `plain`. */
export function lastWords(stderr: readonly string[], count = 12): string {
  return stderr
    .filter((line) => line.trim() !== '' && !/^[a-z_0-9]+=\s*\S*$/.test(line))
    .slice(-count)
    .join('\n')
}

/** The line that says why: the first one marked as an error, else the last one. */
export function tellingLine(stderr: readonly string[]): string {
  const lines = lastWords(stderr, 100).split('\n')
  const marked = lines.filter((line) => /\[(error|fatal|panic)\]/.test(line))
  const line = marked.find((text) => !/Conversion failed|Error while/.test(text)) ?? lines.at(-1)
  return (line ?? '').replace(/^(\[[^\]]*\] ?)+/, '').trim()
}

/** `what` completes "ffmpeg could not …", e.g. `write "cut.mp4"`. */
export function explainFailure(what: string, stderr: readonly string[]): MediaError {
  const words = lastWords(stderr)
  const cause = CAUSES.find(([pattern]) => pattern.test(words))
  const line = tellingLine(stderr)
  const because = cause?.[2] ?? (line === '' ? 'it stopped without saying why' : line)
  return new MediaError(`ffmpeg could not ${what}: ${because}.`, cause?.[1] ?? 'failed', words)
}
