/**
 * Changes what a title, a solid or a caption says and looks like.
 *
 *     before   V2 |...|"Oak"...|           after   V2 |...|"Ash"...|
 *
 * A clip that is still called by its words is called by the new ones. Does not touch: where the clip lies, its
 * settings and keyframes, any other clip; the two parts of a title that was cut have each their own words.
 *
 * Around: linked, shots, takes, pins, transitions, markers, sync-locked stay; locked refuse.
 */
import type { Clip } from '../model/clip.ts'
import { type Generator, generatorName, generatorSchema } from '../model/generator.ts'
import type { ItemId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { say } from '../words/say.ts'
import { changeClip } from './changeClip.ts'
import { refuse } from './refuse.ts'
import { quoted } from './timelineEdit.ts'

export interface SetGenerator {
  readonly itemId: ItemId
  readonly content: Generator
  /** What a clip without words is called, in the language of whoever changes it. */
  readonly wordless: string
}

export const setGenerator = (
  project: Project,
  { itemId, content, wordless }: SetGenerator,
): Project =>
  changeClip(project, itemId, (clip): Clip => {
    if (clip.source.kind !== content.kind) {
      refuse('source:otherKind', { clip: quoted(clip), what: say(`source:${content.kind}`) })
    }
    const was = generatorSchema.parse(clip.source)
    const isCalledByWords = clip.name === generatorName(was, wordless)
    const name = isCalledByWords ? generatorName(content, wordless) : clip.name
    return { ...clip, name, source: content }
  })
