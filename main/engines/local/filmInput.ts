/** How a file is named to ffmpeg: as one plain local file, whatever characters its name holds. */
import type { MediaInfo } from '../../../shared/model/mediaInfo.ts'
import type { FilmInput } from './Work.ts'

/** A picture of our own. A named demuxer reads no pattern into a name such as `a%03d.png`. */
export const pngInput = (path: string, options: readonly string[] = []): FilmInput => ({
  options: ['-f', 'png_pipe', ...options],
  path,
})

/** A file from outside, opened as what probing found it to be. */
export const probedInput = ({ container }: MediaInfo, path: string): FilmInput => ({
  options: container.endsWith('_pipe') ? ['-f', container] : [],
  path,
})

/** A folder of pictures `%08d.png`. */
export const pictureRun = (folder: string): string => `${folder.replaceAll('%', '%%')}/%08d.png`

/** ffmpeg reads a name with a colon as a protocol: say that it is a file. */
export const inputArguments = ({ options, path }: FilmInput): string[] => [
  ...['-protocol_whitelist', 'file', ...options],
  ...['-i', `file:${path}`],
]
