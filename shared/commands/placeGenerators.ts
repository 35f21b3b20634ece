import { z } from 'zod'
import { placeGenerators as place, placedGeneratorSchema } from '../edit/placeGenerators.ts'
import { generatorName } from '../model/generator.ts'
import { timelineIdSchema, trackIdSchema } from '../model/ids.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'

const SEVERAL = {
  title: 'label:addTitles',
  caption: 'label:addCaptions',
  solid: 'label:addSolids',
  adjustment: 'label:addAdjustments',
} as const
const PLAIN = { solid: 'label:addSolid', adjustment: 'label:addAdjustment' } as const
const SPOKEN = { title: 'label:addTitle', caption: 'label:addCaption' } as const

export const placeGenerators = defineCommand({
  type: 'generators.place',
  payload: z.strictObject({
    timelineId: timelineIdSchema,
    /** Absent: a free track of the kind, the topmost for pictures. */
    trackId: trackIdSchema.optional(),
    mode: z.enum(['overwrite', 'insert', 'append']),
    /** Where offset 0 lies; `append` does without it. */
    frame: z.int().nonnegative(),
    /** Of one kind of track. */
    clips: z.array(placedGeneratorSchema).min(1),
    /** What those are called that have no words and no name, in the language of whoever places them. */
    wordless: z.string().min(1),
  }),
  label: ({ clips: [first, ...others], wordless }) => {
    const { kind } = first?.content ?? { kind: 'title' }
    if (others.length > 0 || !first) return say(SEVERAL[kind], { count: others.length + 1 })
    const text = generatorName(first.content, wordless)
    return kind === 'solid' || kind === 'adjustment'
      ? say(PLAIN[kind])
      : say(SPOKEN[kind], { text })
  },
  apply: place,
})
