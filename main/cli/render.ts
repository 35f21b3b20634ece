import { resolve } from 'node:path'
import { timelineOf } from '../../shared/model/select.ts'
import type { Timeline } from '../../shared/model/timeline.ts'
import { PRESET_NAMES, PRESETS, type PresetName } from '../../shared/render/presets.ts'
import { progressOf } from '../../shared/render/progress.ts'
import { parseRational, type Rational } from '../../shared/time/rational.ts'
import { parseTimecode } from '../../shared/time/timecode.ts'
import { renderTimeline } from '../exports/renderTimeline.ts'
import { type Command, text } from './Command.ts'
import { usageError } from './exitCodes.ts'
import { readTimeline } from './readTimeline.ts'

export const render: Command = {
  name: 'render',
  summary: 'render an OTIO timeline into a video file',
  usage: 'TIMELINE.otio -o OUT',
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
  async run([file, ...more], options, { io, output, pieces }) {
    const out = text(options, 'out')
    if (file === undefined || more.length > 0 || out === undefined) {
      throw usageError(
        'render needs one timeline and an output: keyreel render TIMELINE.otio -o OUT',
      )
    }
    const preset = presetOf(text(options, 'preset') ?? presetFor(out))
    const format = { ...rateOf(text(options, 'rate')), ...sizeOf(text(options, 'size')) }
    const range = text(options, 'range')
    const reading = await readTimeline(file, pieces.media, format, io.signal)
    for (const note of reading.notes) output.note(note)
    const timeline = timelineOf(reading.project, reading.timelineId)
    const report = await renderTimeline(
      pieces.media,
      {
        ...{ project: reading.project, timeline, preset, out: resolve(out) },
        fileOf: reading.fileOf,
        ...(range === undefined ? {} : { plan: { range: rangeOf(range, timeline) } }),
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
    output.json({ file: out, preset, notes: reading.notes, report })
    output.print(`${out}: ${report.summary}`)
  },
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
