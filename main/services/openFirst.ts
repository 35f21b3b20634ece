/** What opens when nobody said what: the project opened last, else the sample, made on the first launch. */

import { rational } from '../../shared/time/rational.ts'
import { say } from '../../shared/words/say.ts'
import type { Log } from '../log/Log.ts'
import type { Media } from './media.ts'
import type { OpenProject, Projects } from './projects.ts'
import { SAMPLE_CREDIT, sampleDocument } from './sample.ts'
import type { Words } from './spoken.ts'

export interface OpenFirstPorts {
  readonly projects: Projects
  readonly media: Pick<Media, 'importPaths'>
  readonly log: Log
  /** The sample's footage; undefined where none is shipped. */
  readonly footage: string | undefined
  /** In the window's language: what is made is named in it. */
  readonly words: Words
}

export type OpenFirst = ReturnType<typeof createOpenFirst>

export function createOpenFirst({ projects, media, log, footage, words }: OpenFirstPorts) {
  /** Two windows asking at once share one sample. */
  let making: Promise<OpenProject> | undefined

  async function makeSample(): Promise<OpenProject> {
    const paths = footage === undefined ? [] : [footage]
    const options = { name: 'Big Buck Bunny', credit: SAMPLE_CREDIT }
    const { assets, refused } = await media.importPaths(paths, options)
    const [asset] = assets
    if (asset) {
      return projects.add(sampleDocument(asset, words), {
        isSample: true,
        label: say('label:sampleProject'),
      })
    }
    // Without footage or without ffmpeg there is still a project to work in.
    log.write('warn', 'The sample project could not be made', { footage, refused })
    return projects.create(words(say('newName:project')), {
      rate: rational(24),
      width: 1920,
      height: 1080,
    })
  }

  return async (): Promise<OpenProject> => {
    const last = projects.lastOpened()
    if (last !== undefined) return projects.open(last)
    making ??= makeSample().finally(() => {
      making = undefined
    })
    return making
  }
}
