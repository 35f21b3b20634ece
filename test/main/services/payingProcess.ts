/**
 * A process to be killed, stopped and set wrong in time: the real services on a library, with a key for the double, paying
 * for takes of one shot. Its time runs twenty times as fast, so that leases end while somebody watches.
 * `node payingProcess.ts LIBRARY PROJECT SHOT`; reads `pay [1e-7 USD]`, `retry ID`, `cancel ID`, `jump MS`, `look` (after uploads), `close` line by line, and
 * prints `J id` for a job that was acknowledged, `R` when it works, `X …` for a refusal.
 */

import { writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { compose } from '../../../main/compose.ts'
import { systemClock } from '../../../main/engines/runware/clock.ts'
import { createFfmpegEngine } from '../../../main/media/ffmpeg/createFfmpegEngine.ts'
import { type MediaEngine, MediaError } from '../../../main/media/MediaEngine.ts'
import { jobIdSchema, projectIdSchema, shotIdSchema } from '../../../shared/model/ids.ts'
import { asWritten } from '../../../shared/words/Said.ts'

const [library = '', project = '', shot = ''] = process.argv.slice(2)
/** 360p, 5 s. */
const PRICE = 600_000

const SPEED = 20
const EPOCH = Date.UTC(2026, 0, 1)
let offset = 0
const clock = {
  now: () => EPOCH + (Date.now() - EPOCH) * SPEED + offset,
  every(interval: number, call: () => void) {
    const timer = setInterval(call, interval / SPEED)
    return () => clearInterval(timer)
  },
}

/** Nobody looks at posters here; takes are decoded as ever. */
const unseen = async (): Promise<never> => {
  throw new MediaError(asWritten('Nobody looks at this.'), 'failed')
}
const real = createFfmpegEngine({})
const media: MediaEngine = {
  ...real,
  ...{ filmstrip: unseen, peaks: unseen },
  // Pictures that are sent are PNG, posters are not.
  still: (path, time, side, out, signal) =>
    out.endsWith('.png') ? real.still(path, time, side, out, signal) : unseen(),
}

const services = await compose({
  library,
  clock,
  mediaEngine: media,
  engineClock: {
    wait: (milliseconds, signal) => systemClock.wait(milliseconds / 200, signal),
  },
})
services.queue.start()
services.uploadKeeper.look()
writeSync(1, 'R\n')

const projectId = projectIdSchema.parse(project)
const shotId = shotIdSchema.parse(shot)
const VERBS: Readonly<Record<string, (word: string) => void | Promise<void>>> = {
  pay: (amount) => {
    const agreed = Number(amount || PRICE)
    const options = { isAnother: true }
    writeSync(1, `J ${services.shots.generate(projectId, shotId, 'runware', agreed, options)}\n`)
  },
  retry: (id) => services.queue.retry(jobIdSchema.parse(id)),
  cancel: (id) => services.queue.cancel(jobIdSchema.parse(id)),
  jump: (milliseconds) => {
    offset += Number(milliseconds)
  },
  look: () => services.uploadKeeper.look(),
  close: async () => {
    await services.close()
    process.exit(0)
  },
}

for await (const line of createInterface({ input: process.stdin })) {
  const [verb = '', word = ''] = line.split(' ')
  try {
    await VERBS[verb]?.(word)
  } catch (error) {
    writeSync(1, `X ${error instanceof Error ? error.message : String(error)}\n`)
  }
}
