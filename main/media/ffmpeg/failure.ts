/** Turns ffmpeg's last words into one plain sentence. */
import type { Said } from '../../../shared/words/Said.ts'
import { say } from '../../../shared/words/say.ts'
import { MediaError, type MediaErrorKind } from '../MediaEngine.ts'

const CAUSES: readonly (readonly [RegExp, MediaErrorKind, Said])[] = [
  [/No space left on device|ENOSPC|Disk quota exceeded/, 'noSpace', say('media:causeNoSpace')],
  [/Permission denied/, 'unreadable', say('media:causePermission')],
  [/No such file or directory/, 'missing', say('media:causeMissing')],
  [
    /Unknown encoder|No such filter|Encoder not found|Unrecognized option|Option not found|Requested output format .* is not|muxer .* not found/i,
    'unsupported',
    say('media:causeUnsupported'),
  ],
  [
    /Invalid data found when processing input|moov atom not found|could not find codec parameters/i,
    'notMedia',
    say('media:causeNotMedia'),
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

/** `what` completes "ffmpeg could not …": `media:write`, `media:read`, `media:doItsPart`. */
export function explainFailure(what: Said, stderr: readonly string[]): MediaError {
  const words = lastWords(stderr)
  const cause = CAUSES.find(([pattern]) => pattern.test(words))
  const line = tellingLine(stderr)
  const because = cause?.[2] ?? (line === '' ? say('media:silentStop') : line)
  return new MediaError(say('media:ffmpegFailed', { what, because }), cause?.[1] ?? 'failed', words)
}
