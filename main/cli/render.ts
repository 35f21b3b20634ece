import { resolve } from 'node:path'
import { settingsOf, timelineOf } from '../../shared/model/select.ts'
import type { Timeline } from '../../shared/model/timeline.ts'
import { PRESET_NAMES, PRESETS, type PresetName } from '../../shared/render/presets.ts'
import { progressOf } from '../../shared/render/progress.ts'
import { parseRational, type Rational } from '../../shared/time/rational.ts'
import { parseTimecode } from '../../shared/time/timecode.ts'
import { inEnglish } from '../../shared/words/english.ts'
import type { Said } from '../../shared/words/Said.ts'
import { say } from '../../shared/words/say.ts'
import { renderTimeline } from '../exports/renderTimeline.ts'
import { PathError } from '../files/approvedPaths.ts'
import { type Command, type CommandContext, text } from './Command.ts'
import { CommandFailed, EXIT, usageError } from './exitCodes.ts'
import { finishJob } from './finishJob.ts'
import { isFile } from './isFile.ts'
import { findProject } from './projectStore.ts'
import { readTimeline } from './readTimeline.ts'
import { withServices } from './withServices.ts'

export const render: Command = {
  name: 'render',
  summary: 'render an OTIO timeline or a project into a video file',
  usage: 'TIMELINE.otio|P -o OUT',
  options: {
    out: { type: 'string', short: 'o', help: 'FILE  the video to write' },
    preset: {
      type: 'string',
      help: `NAME  ${PRESET_NAMES.map((name) => `${name} (${PRESETS[name].label})`).join(', ')}; default h264`,
    },
    range: {
      type: 'string',
      help: 'IN..OUT  part of the timeline, frames or timecode; OUT is not shown',
    },
    rate: {
      type: 'string',
      help: "FPS  frames per second, e.g. 24 or 30000/1001; default: the timeline's",
    },
    size: {
      type: 'string',
      help: "WxH  of the picture; default: the timeline's, else its first media's",
    },
  },
  async run([word, ...more], options, context) {
    const out = text(options, 'out')
    if (word === undefined || more.length > 0 || out === undefined) {
      throw usageError(
        'render needs one timeline or project and an output: keyreel render TIMELINE.otio -o OUT',
      )
    }
    const asked: Asked = {
      ...{ word, out, preset: presetOf(text(options, 'preset') ?? presetFor(out)) },
      ...{ ...rateOf(text(options, 'rate')), ...sizeOf(text(options, 'size')) },
      range: text(options, 'range'),
    }
    const isDocument = /\.otio$/i.test(word) || (await isFile(resolve(word)))
    await (isDocument ? renderDocument(asked, context) : renderProject(asked, context))
  },
}

interface Asked {
  readonly word: string
  readonly out: string
  readonly preset: PresetName
  readonly range: string | undefined
  readonly rate?: Rational
  readonly width?: number
  readonly height?: number
}

/** A timeline of another program: rendered as it stands there, without becoming a project of the library. */
async function renderDocument(
  { word, out, preset, range, ...format }: Asked,
  context: CommandContext,
): Promise<void> {
  const { io, output } = context
  await withServices(context, async ({ media, mediaEngine }) => {
    const reading = await readTimeline(word, media, format, io.signal)
    for (const note of reading.notes) output.note(inEnglish(note))
    const timeline = timelineOf(reading.project, reading.timelineId)
    const notes = [...reading.notes]
    const onLeftOut = (what: readonly Said[]): void => {
      for (const said of what) {
        const note = say('render:leftOut', { what: said })
        notes.push(note)
        output.note(inEnglish(note))
      }
    }
    const report = await renderTimeline(
      mediaEngine,
      {
        ...{ project: reading.project, timeline, preset, out: resolve(out) },
        fileOf: reading.fileOf,
        plan: { onLeftOut, ...(range !== undefined && { range: rangeOf(range, timeline) }) },
      },
      {
        signal: io.signal,
        onProgress: (frame, frames, phase) =>
          output.progress(
            progressOf(frame, frames, 0).fraction,
            `${phase === 'render' ? 'Rendered' : 'Checked'} ${frame} of ${frames} frames`,
          ),
      },
    )
    output.settle()
    output.json({ file: out, preset, notes, report })
    output.print(`${out}: ${inEnglish(report.summary)}`)
  })
}

/** A project of the library: the same job as the window's export. */
async function renderProject(
  { word, out, preset, range, rate, width, height }: Asked,
  context: CommandContext,
): Promise<void> {
  const { io, output } = context
  if (rate) throw usageError('A project has its own frame rate; leave --rate out.')
  const size = width === undefined || height === undefined ? undefined : { width, height }
  await withServices(
    context,
    async (services) => {
      const { exports, projects, queue, store } = services
      const { id: projectId } = findProject(store, word)
      const project = projects.read(projectId)
      const { timelineId } = settingsOf(project)
      const { target } = await exports.target(resolve(out)).catch((error: unknown) => {
        if (!(error instanceof PathError)) throw error
        throw new CommandFailed(error.message, EXIT.notWritable)
      })
      const jobId = exports.start({
        ...{ projectId, timelineId, preset, target },
        ...(range === undefined ? {} : { range: rangeOf(range, timelineOf(project, timelineId)) }),
        ...(size && { size }),
      })
      try {
        await finishJob(services, jobId, context)
      } catch (error) {
        if (io.signal.aborted) {
          queue.cancel(jobId)
          await queue.ended(jobId)
        }
        throw error
      }
      const job = store.jobs.find(jobId)
      const note = job?.state.status === 'done' ? inEnglish(job.state.note) : ''
      output.json({ file: out, preset, notes: [], report: job?.outcome })
      output.print(`${out}: ${note}`)
    },
    {
      onJob: ({ kind, state }) => {
        if (kind === 'export' && state.status === 'running') {
          output.progress(state.progress, inEnglish(state.note))
        }
      },
    },
  )
}

const isPreset = (name: string): name is PresetName => name in PRESETS

function presetOf(name: string): PresetName {
  if (isPreset(name)) return name
  throw usageError(`There is no preset "${name}". Choose one of ${PRESET_NAMES.join(', ')}.`)
}

const presetFor = (out: string): PresetName => (/\.mov$/i.test(out) ? 'prores' : 'h264')

function rateOf(given: string | undefined): { rate?: Rational } {
  if (given === undefined) return {}
  const match = /^\d+(\/[1-9]\d*|\.\d+)?$/.exec(given)
  const known = { '23.976': '24000/1001', '29.97': '30000/1001', '59.94': '60000/1001' }[given]
  const rate = match ? parseRational(known ?? given) : undefined
  if (!rate || rate.num <= 0 || rate.num / rate.den > 240) {
    throw usageError(
      `"${given}" is not a frame rate. Give frames per second, e.g. 24, 29.97 or 30000/1001.`,
    )
  }
  return { rate }
}

function sizeOf(given: string | undefined): { width?: number; height?: number } {
  if (given === undefined) return {}
  const match = /^(\d{2,5})x(\d{2,5})$/.exec(given)
  const [width, height] = [Number(match?.[1]), Number(match?.[2])]
  if (!match || width % 2 !== 0 || height % 2 !== 0 || width < 16 || height < 16) {
    throw usageError(`"${given}" is not a size. Give even numbers of pixels, e.g. 1920x1080.`)
  }
  return { width, height }
}

function rangeOf(given: string, { rate, startFrame }: Timeline): { in: number; out: number } {
  const [from, to, ...more] = given.split('..')
  const frames = [from, to].map((part) => {
    if (part !== undefined && /^\d+$/.test(part)) return Number(part)
    const timecode = part?.includes(':') || part?.includes(';') ? parseTimecode(part, rate) : null
    return timecode === null ? undefined : timecode - startFrame
  })
  const [start, end] = frames
  if (start === undefined || end === undefined || more.length > 0 || start < 0 || end <= start) {
    throw usageError(`"${given}" is not a range. Give IN..OUT in frames or timecode, e.g. 24..96.`)
  }
  return { in: start, out: end }
}
