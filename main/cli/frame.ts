import { extname, resolve } from 'node:path'
import { parseRational, type Rational } from '../../shared/time/rational.ts'
import { writeAtomically } from '../files/atomicOutput.ts'
import { type Command, text } from './Command.ts'
import { usageError } from './exitCodes.ts'
import { withServices } from './withServices.ts'

/** Larger than any picture: it is written in its own size. */
const AS_IT_IS = 100_000

export const frame: Command = {
  name: 'frame',
  summary: 'write the picture that a media file shows at a time',
  usage: 'FILE SECONDS -o OUT.png',
  options: {
    out: { type: 'string', short: 'o', help: 'FILE  the picture to write, .png or .jpg' },
    side: { type: 'string', help: 'PIXELS  shrink it to this longest side' },
  },
  async run([file, when, ...more], options, context) {
    const out = text(options, 'out')
    if (file === undefined || when === undefined || out === undefined || more.length > 0) {
      throw usageError(
        'frame takes a file, a time and where to write: keyreel frame FILE 12.5 -o OUT.png',
      )
    }
    if (!['.png', '.jpg', '.jpeg'].includes(extname(out).toLowerCase())) {
      throw usageError(`"${out}" is neither .png nor .jpg; name the picture so.`)
    }
    const [time, side] = [timeOf(when), sideOf(text(options, 'side'))]
    const { io, output } = context
    await withServices(context, async ({ media, mediaEngine }) => {
      const { path } = await media.look(resolve(file), io.signal)
      await writeAtomically(resolve(out), (temporary) =>
        mediaEngine.still(path, time, side, temporary, io.signal),
      )
    })
    output.json({ file, time, out })
    output.print(out)
  },
}

function timeOf(word: string): Rational {
  if (/^\d+(\.\d+)?$|^\d+\/[1-9]\d*$/.test(word)) return parseRational(word)
  throw usageError(`"${word}" is no time. Give seconds, e.g. 12.5 or 25/2.`)
}

function sideOf(word: string | undefined): number {
  if (word === undefined) return AS_IT_IS
  const side = Number(word)
  if (Number.isInteger(side) && side >= 1 && side <= AS_IT_IS) return side
  throw usageError(`"${word}" is no number of pixels. Give --side 960.`)
}
