/**
 * What a window worked, read from Chromium's own trace: processor milliseconds that the page's main thread spent on tasks
 * (script, style, layout, paint) and that rastering tiles took, between marks that the page set.
 */
import { readFile } from 'node:fs/promises'
import type { ElectronApplication } from 'playwright-core'
import { z } from 'zod'

const CATEGORIES = [
  'blink.user_timing',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'toplevel',
  'cc',
]

const eventSchema = z.object({
  name: z.string(),
  ph: z.string(),
  pid: z.number(),
  tid: z.number(),
  /** Microseconds. */
  ts: z.number().default(0),
  dur: z.number().optional(),
  /** Microseconds in which the thread really ran: what others do on the machine does not count. */
  tdur: z.number().optional(),
  cat: z.string().default(''),
  args: z.record(z.string(), z.unknown()).default({}),
})
type TraceEvent = z.output<typeof eventSchema>

/** Milliseconds. */
export interface Work {
  readonly main: number
  readonly raster: number
}

export interface Trace {
  /** Work between each mark of that name and the one after it. */
  between(mark: string): Work[]
  /** Work from each mark of one name to the next one of the other. */
  spans(from: string, to: string): Work[]
}

/** Records while `act` runs; `file` is where Electron writes the trace. */
export async function traced(
  app: ElectronApplication,
  file: string,
  act: () => Promise<void>,
): Promise<Trace> {
  await app.evaluate(
    ({ contentTracing }, categories) =>
      contentTracing.startRecording({
        included_categories: categories,
        excluded_categories: ['*'],
      }),
    CATEGORIES,
  )
  await act()
  await app.evaluate(({ contentTracing }, path) => contentTracing.stopRecording(path), file)
  const read = z.object({ traceEvents: z.array(eventSchema) })
  return traceOf(read.parse(JSON.parse(await readFile(file, 'utf8'))).traceEvents)
}

interface Span {
  readonly start: number
  readonly end: number
  /** Of the thread, between the two. */
  readonly worked: number
}

const spanOf = ({ ts, dur = 0, tdur = 0 }: TraceEvent): Span => ({
  start: ts,
  end: ts + dur,
  worked: Math.min(dur, tdur),
})

function traceOf(events: readonly TraceEvent[]): Trace {
  const marks = events
    .filter(({ cat, ph }) => cat.includes('blink.user_timing') && (ph === 'I' || ph === 'R'))
    .sort((a, b) => a.ts - b.ts)
  const page = marks[0]
  if (!page) throw new Error('The trace has none of the page’s marks')
  const threads = new Map<string, string>()
  for (const { name, pid, tid, args } of events) {
    if (name === 'thread_name') threads.set(`${pid}/${tid}`, String(args.name))
  }
  const threadOf = ({ pid, tid }: TraceEvent): string => threads.get(`${pid}/${tid}`) ?? ''
  const spansOf = (isIt: (event: TraceEvent) => boolean): Span[] =>
    outermost(
      events
        .filter(({ ph, dur }) => ph === 'X' && dur !== undefined)
        .filter(isIt)
        .map(spanOf),
    )
  const main = spansOf(
    (event) =>
      event.pid === page.pid && threadOf(event) === 'CrRendererMain' && /RunTask$/.test(event.name),
  )
  const raster = events
    .filter(({ ph, name }) => ph === 'X' && (name === 'RasterTask' || name === 'ImageDecodeTask'))
    .map(spanOf)
  if (main.length === 0) throw new Error('The trace has no task of the page’s main thread')
  const work = (from: number, to: number): Work => ({
    main: sum(main, from, to),
    raster: sum(raster, from, to),
  })
  const named = (name: string): number[] =>
    marks.filter((mark) => mark.name === name).map(({ ts }) => ts)
  return {
    between(name) {
      const at = named(name)
      return at.slice(1).map((ts, index) => work(at[index] ?? ts, ts))
    },
    spans(from, to) {
      const ends = named(to)
      return named(from).flatMap((start) => {
        const end = ends.find((ts) => ts > start)
        return end === undefined ? [] : [work(start, end)]
      })
    },
  }
}

/** Tasks run inside tasks: only the outer ones count. */
function outermost(spans: readonly Span[]): Span[] {
  const found: Span[] = []
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (span.end > (found.at(-1)?.end ?? -1)) found.push(span)
  }
  return found
}

/** Milliseconds of the spans inside `[from, to)`. */
function sum(spans: readonly Span[], from: number, to: number): number {
  let micros = 0
  for (const { start, end, worked } of spans) {
    const inside = Math.min(end, to) - Math.max(start, from)
    // Of a task over a mark as much as lies on this side of it.
    if (inside > 0) micros += worked * (inside / (end - start))
  }
  return micros / 1000
}
