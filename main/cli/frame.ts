import { extname, resolve } from 'node:path'
import { settingsOf, timelineOf } from '../../shared/model/select.ts'
import type { Timeline } from '../../shared/model/timeline.ts'
import { type Frame, frameAt } from '../../shared/time/frames.ts'
import { parseRational, type Rational } from '../../shared/time/rational.ts'
import { parseTimecode } from '../../shared/time/timecode.ts'
import { writeProgramFrame } from '../exports/programFrame.ts'
import { writeAtomically } from '../files/atomicOutput.ts'
import { type Command, type CommandContext, text } from './Command.ts'
import { usageError } from './exitCodes.ts'
import { isFile } from './isFile.ts'
import { findProject } from './projectStore.ts'
import { withServices } from './withServices.ts'

/** Larger than any picture: it is written in its own size. */
const AS_IT_IS = 100_000

interface Asked {
  readonly word: string
  readonly when: string
  readonly out: string
  readonly side: string | undefined
}

export const frame: Command = {
  name: 'frame',
  summary: 'write the picture that a media file, or the program of a project, shows at a time',
  usage: 'FILE|PROJECT TIME -o OUT.png',
  options: {
    out: { type: 'string', short: 'o', help: 'FILE  the picture to write, .png or .jpg' },
    side: { type: 'string', help: "PIXELS  shrink a file's picture to this longest side" },
  },
  async run([word, when, ...more], options, context) {
    const out = text(options, 'out')
    if (word === undefined || when === undefined || out === undefined || more.length > 0) {
      throw usageError(
        'frame takes a file or a project, a time and where to write: keyreel frame FILE 12.5 -o OUT.png',
      )
    }
    if (!['.png', '.jpg', '.jpeg'].includes(extname(out).toLowerCase())) {
      throw usageError(`"${out}" is neither .png nor .jpg; name the picture so.`)
    }
    const asked: Asked = { word, when, out, side: text(options, 'side') }
    await ((await isFile(resolve(word))) ? ofFile(asked, context) : ofProgram(asked, context))
    context.output.print(out)
  },
}

async function ofFile({ word, when, out, side }: Asked, context: CommandContext): Promise<void> {
  const [time, longest] = [timeOf(when), sideOf(side)]
  const { io, output } = context
  await withServices(context, async ({ media, mediaEngine }) => {
    const { path } = await media.look(resolve(word), io.signal)
    await writeAtomically(resolve(out), (temporary) =>
      mediaEngine.still(path, time, longest, temporary, io.signal),
    )
  })
  output.json({ file: word, time, out })
}

async function ofProgram({ word, when, out, side }: Asked, context: CommandContext): Promise<void> {
  if (side !== undefined)
    throw usageError("A program's frame has its timeline's size; leave --side out.")
  const { io, output } = context
  await withServices(context, async ({ media, mediaEngine, projects, store }) => {
    const project = projects.read(findProject(store, word).id)
    const timeline = timelineOf(project, settingsOf(project).timelineId)
    const at = frameOf(when, timeline)
    await writeAtomically(resolve(out), (temporary) =>
      writeProgramFrame(
        mediaEngine,
        {
          ...{ project, timeline, frame: at, out: temporary },
          fileOf: ({ mediaKey }) => media.pathOf(mediaKey),
        },
        io.signal,
      ),
    )
    output.json({ project: word, frame: at, out })
  })
}

function timeOf(word: string): Rational {
  if (/^\d+(\.\d+)?$|^\d+\/[1-9]\d*$/.test(word)) return parseRational(word)
  throw usageError(`"${word}" is no time. Give seconds, e.g. 12.5 or 25/2.`)
}

/** Seconds from the timeline's beginning, or a timecode as it reads there. */
function frameOf(word: string, { rate, startFrame }: Timeline): Frame {
  if (!/[:;]/.test(word)) return frameAt(timeOf(word), rate)
  const timecode = parseTimecode(word, rate)
  if (timecode !== null && timecode >= startFrame) return timecode - startFrame
  throw usageError(`"${word}" is no timecode of this timeline. Give HH:MM:SS:FF, or seconds.`)
}

function sideOf(word: string | undefined): number {
  if (word === undefined) return AS_IT_IS
  const side = Number(word)
  if (Number.isInteger(side) && side >= 1 && side <= AS_IT_IS) return side
  throw usageError(`"${word}" is no number of pixels. Give --side 960.`)
}
