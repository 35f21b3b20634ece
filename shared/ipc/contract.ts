/**
 * The whole surface between the window and the main process: one `{input, output}` pair per call. The preload's
 * functions, the handlers' types and the parsing all derive from it; a call without a handler does not compile.
 * Paths never appear in inputs the page can make: files enter through a dialog or a drop and are named by token.
 */

import { z } from 'zod'
import { commandSchema } from '../commands/registry.ts'
import { patchSchema } from '../history/patch.ts'
import { jobSchema } from '../jobs/job.ts'
import { assetSchema } from '../model/asset.ts'
import {
  jobIdSchema,
  projectIdSchema,
  revisionIdSchema,
  shotIdSchema,
  timelineIdSchema,
} from '../model/ids.ts'
import { isProject, type PlainProject } from '../model/plainProject.ts'
import type { Project } from '../model/project.ts'
import { takeSchema } from '../model/take.ts'
import { rationalSchema } from '../time/rational.ts'
import { saidSchema } from '../words/Said.ts'
import { limitsSchema, moneyStandingSchema, sameTakeSchema, taskAccountSchema } from './money.ts'
import type { CallName } from './names.ts'
import { quoteSchema, violationSchema } from './quote.ts'

export type { CallName }

const call = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output })

const nothing = z.object({})
const engine = z.enum(['local', 'runware'])

/** What a cut can be exported as; shared/render/presets holds the settings behind each name. */
export const exportPresetSchema = z.enum(['h264', 'prores'])

/** Where a project stands: the revision in view and what undo and redo would do. */
export const headSchema = z.object({
  revisionId: revisionIdSchema,
  undoLabel: saidSchema.nullable(),
  redoLabel: saidSchema.nullable(),
  /** ISO 8601 time of the last commit. */
  at: z.string(),
})
export type Head = z.infer<typeof headSchema>

export const openProjectSchema = z.object({
  /** Not checked a second time; travel.ts takes it across. */
  project: z.custom<Project>(isProject),
  head: headSchema,
})

/** `patch` leads from the document the caller named by `revisionId` to the new head. */
export const committedSchema = z.object({
  patch: patchSchema,
  direction: z.enum(['forward', 'backward']),
  head: headSchema,
})

export const projectSummarySchema = z.object({
  id: projectIdSchema,
  name: z.string(),
  openedAt: z.string(),
  isSample: z.boolean(),
  /** For `mediaUrl('thumbnail', …)`; null while there is none. */
  thumbnail: z.string().nullable(),
})

export const revisionSummarySchema = z.object({
  id: revisionIdSchema,
  parentId: revisionIdSchema.nullable(),
  label: saidSchema,
  at: z.string(),
})
export type RevisionSummary = z.infer<typeof revisionSummarySchema>

/** A name that a person gave to a revision. */
export const versionSchema = z.object({
  name: z.string(),
  revisionId: revisionIdSchema,
  at: z.string(),
})

export const projectTreeSchema = z.object({
  revisions: z.array(revisionSummarySchema),
  head: revisionIdSchema,
  /** Where redo leads. */
  tip: revisionIdSchema,
  /** Revisions that nothing was made on. */
  branches: z.array(revisionIdSchema),
  versions: z.array(versionSchema),
})

export const comparisonSchema = z.object({ sentences: z.array(saidSchema), data: z.unknown() })

export const preparationSchema = z.enum(['none', 'queued', 'running', 'ready', 'failed'])
/** How far the derived files of one medium are. `online` is false while its file cannot be found. */
export const mediaStatusSchema = z.object({
  mediaKey: z.string(),
  online: z.boolean(),
  poster: preparationSchema,
  filmstrip: preparationSchema,
  peaks: preparationSchema,
  proxy: preparationSchema,
  /** Present when ready: tiles lie side by side, evenly over the whole length. */
  filmstripTiles: z
    .object({
      count: z.int().positive(),
      tileWidth: z.int().positive(),
      tileHeight: z.int().positive(),
    })
    .optional(),
  /** Present when ready: (min, max) int8 pairs at `perSecond`. */
  peaksPerSecond: z.number().positive().optional(),
})
export type MediaStatus = z.infer<typeof mediaStatusSchema>

export const imported = z.object({
  assets: z.array(assetSchema),
  refused: z.array(z.object({ name: z.string(), message: saidSchema })),
})

export const shotQuoteSchema = z.object({
  /** The wire document that would be sent, local inputs as placeholders. Null while rules are broken. */
  request: z.unknown().nullable(),
  violations: z.array(violationSchema),
  quote: quoteSchema.nullable(),
  /** Why this engine cannot take it now, e.g. no key; null when it can. */
  unavailable: saidSchema.nullable(),
  /** What the project may still cost, and whether this is within it. */
  money: moneyStandingSchema.extend({ isOverCap: z.boolean(), asksFirst: z.boolean() }),
  /** Takes that were made from exactly the same, by the same engine: one of them can be had for nothing. */
  same: z.array(sameTakeSchema),
})

export const doctorSchema = z.object({ text: z.string(), report: z.unknown() })

export const CONTRACT = {
  'app:info': call(
    nothing,
    z.object({
      version: z.string(),
      platform: z.string(),
      versions: z.record(z.string(), z.string()),
      ffmpeg: z.string().nullable(),
      rife: z.boolean(),
    }),
  ),
  'app:log': call(
    z.object({
      level: z.enum(['info', 'warn', 'error']),
      message: z.string().max(10_000),
      detail: z.string().max(50_000).optional(),
    }),
    nothing,
  ),
  'app:copyText': call(z.object({ text: z.string().max(1_000_000) }), nothing),
  'app:openLogs': call(nothing, nothing),
  'app:doctor': call(nothing, doctorSchema),
  /** While the viewer plays, work in the background takes what is left of the processor. */
  'app:playing': call(z.object({ isPlaying: z.boolean() }), nothing),

  'preferences:read': call(nothing, z.object({ values: z.record(z.string(), z.unknown()) })),
  'preferences:write': call(
    z.object({ key: z.string().min(1).max(100), value: z.unknown() }),
    nothing,
  ),

  'project:list': call(nothing, z.object({ projects: z.array(projectSummarySchema) })),
  'project:create': call(
    z.object({
      name: z.string().min(1).max(200),
      rate: rationalSchema,
      width: z.int().positive(),
      height: z.int().positive(),
    }),
    openProjectSchema,
  ),
  /** Without an id: the one last open, else the sample project, made on first launch. */
  'project:open': call(z.object({ projectId: projectIdSchema.optional() }), openProjectSchema),
  'project:dispatch': call(
    z.object({ projectId: projectIdSchema, revisionId: revisionIdSchema, command: commandSchema }),
    committedSchema,
  ),
  'project:undo': call(
    z.object({ projectId: projectIdSchema, revisionId: revisionIdSchema }),
    committedSchema,
  ),
  'project:redo': call(
    z.object({ projectId: projectIdSchema, revisionId: revisionIdSchema }),
    committedSchema,
  ),
  'project:goTo': call(
    z.object({ projectId: projectIdSchema, revisionId: revisionIdSchema }),
    openProjectSchema,
  ),

  /** Every revision, oldest first, with the names people gave and the end of each branch. */
  'project:tree': call(z.object({ projectId: projectIdSchema }), projectTreeSchema),
  /** Names a revision; without one the revision in view. Refused when the name is taken. */
  'project:nameVersion': call(
    z.object({
      projectId: projectIdSchema,
      name: z.string().min(1).max(200),
      revisionId: revisionIdSchema.optional(),
    }),
    versionSchema,
  ),
  'project:removeVersion': call(
    z.object({ projectId: projectIdSchema, name: z.string() }),
    nothing,
  ),
  /** What `to` has otherwise than `from`. */
  'project:compare': call(
    z.object({ projectId: projectIdSchema, from: revisionIdSchema, to: revisionIdSchema }),
    comparisonSchema,
  ),
  /** Makes the document what it was at `target`, as a new revision that undo takes back. */
  'project:restoreRevision': call(
    z.object({
      projectId: projectIdSchema,
      revisionId: revisionIdSchema,
      target: revisionIdSchema,
    }),
    openProjectSchema,
  ),
  /** What pruning would take away for good: revisions that lead neither to where the project stands nor to a named version. */
  'project:prunable': call(
    z.object({ projectId: projectIdSchema, before: z.iso.datetime().optional() }),
    z.object({
      revisions: z.int().nonnegative(),
      /** Ends of branches among them. */
      branches: z.int().nonnegative(),
    }),
  ),
  /** Takes exactly those away. Refused when the project was changed since `revisionId`. Answers how many revisions went. */
  'project:prune': call(
    z.object({
      projectId: projectIdSchema,
      revisionId: revisionIdSchema,
      before: z.iso.datetime().optional(),
    }),
    z.object({ revisions: z.int().nonnegative() }),
  ),
  'project:rename': call(
    z.object({ projectId: projectIdSchema, name: z.string().min(1).max(200) }),
    openProjectSchema,
  ),
  /** A copy with its whole history. */
  'project:duplicate': call(
    z.object({ projectId: projectIdSchema, name: z.string().min(1).max(200).optional() }),
    openProjectSchema,
  ),
  /** Into the bin; nothing is lost. */
  'project:remove': call(z.object({ projectId: projectIdSchema }), nothing),
  'project:putBack': call(z.object({ projectId: projectIdSchema }), nothing),
  'project:removed': call(
    nothing,
    z.object({ projects: z.array(projectSummarySchema.extend({ removedAt: z.string() })) }),
  ),
  /** Shows the system's save dialog; null when it was closed. Tells its progress by `archive:progress`. */
  'project:archive': call(
    z.object({ projectId: projectIdSchema, withMedia: z.boolean() }),
    z
      .object({ name: z.string(), byteSize: z.int().nonnegative(), missing: z.array(z.string()) })
      .nullable(),
  ),
  /** Shows the system's open dialog; null when it was closed. */
  'project:restoreArchive': call(
    nothing,
    z
      .object({
        projectId: projectIdSchema,
        name: z.string(),
        isCopy: z.boolean(),
        missing: z.array(z.string()),
      })
      .nullable(),
  ),

  /** Shows the system's dialog; an empty answer means that nothing was chosen. */
  'media:choose': call(nothing, imported),
  /** Called by the preload with the real paths of dropped files; the page never sees a path. */
  'media:importPaths': call(z.object({ paths: z.array(z.string().min(1)).max(1000) }), imported),
  'media:status': call(
    z.object({ mediaKeys: z.array(z.string()).max(10_000) }),
    z.object({ media: z.array(mediaStatusSchema) }),
  ),
  /** What the window works with now, so that its derived files are made first: all that the open timeline uses, and what is seen. */
  'media:wanted': call(
    z.object({
      timeline: z.array(z.string()).max(100_000),
      visible: z.array(z.string()).max(10_000),
    }),
    nothing,
  ),
  /** Stand-ins for media that the window could show without them; what is there or being made already stays. */
  'media:makeProxies': call(z.object({ mediaKeys: z.array(z.string()).max(10_000) }), nothing),

  'shot:quote': call(
    z.object({ projectId: projectIdSchema, shotId: shotIdSchema, engine }),
    shotQuoteSchema,
  ),
  /** Refused when the quote now differs from `quoted` (1e-7 USD), so that nothing costs more than was shown. */
  'shot:generate': call(
    z.object({
      projectId: projectIdSchema,
      shotId: shotIdSchema,
      engine,
      quoted: z.int().nonnegative(),
      /** That the person agreed to more than the project lets through without asking. */
      isConfirmed: z.boolean().optional(),
    }),
    z.object({ jobId: jobIdSchema }),
  ),
  /** Gives the shot a take of the quote's `same`; nothing is paid. */
  'shot:reuse': call(
    z.object({
      projectId: projectIdSchema,
      shotId: shotIdSchema,
      from: sameTakeSchema.pick({ projectId: true, takeId: true }),
    }),
    takeSchema,
  ),
  'shot:takes': call(
    z.object({ projectId: projectIdSchema, shotId: shotIdSchema }),
    z.object({ takes: z.array(takeSchema) }),
  ),

  'money:standing': call(z.object({ projectId: projectIdSchema }), moneyStandingSchema),
  /** Changes the limits that are named; null takes one away. */
  'money:setLimits': call(
    z.object({ projectId: projectIdSchema, limits: limitsSchema.partial() }),
    moneyStandingSchema,
  ),
  /** Each task of a project, or of the whole store, from its quote to its end; oldest first. */
  'money:tasks': call(
    z.object({ projectId: projectIdSchema.optional() }),
    z.object({ tasks: z.array(taskAccountSchema) }),
  ),
  /** Gives up what is reserved for a task whose take will not come. */
  'money:writeOff': call(z.object({ taskUUID: z.string() }), taskAccountSchema),

  'jobs:list': call(nothing, z.object({ jobs: z.array(jobSchema) })),
  'jobs:cancel': call(z.object({ jobId: jobIdSchema }), nothing),
  /** Queues a failed or cancelled job again; refused when its affairs are settled (a generation that was given up). */
  'jobs:retry': call(z.object({ jobId: jobIdSchema }), nothing),

  /** Shows the system's save dialog; null when it was closed. `target` is a token for `export:start`. */
  'export:choose': call(
    z.object({ suggestedName: z.string().min(1).max(200), preset: exportPresetSchema }),
    z.object({ target: z.string(), name: z.string() }).nullable(),
  ),
  'export:start': call(
    z.object({
      projectId: projectIdSchema,
      timelineId: timelineIdSchema,
      preset: exportPresetSchema,
      target: z.string(),
      /** `[in, out)` in timeline frames; absent = everything. */
      range: z.object({ in: z.int().nonnegative(), out: z.int().positive() }).optional(),
    }),
    z.object({ jobId: jobIdSchema }),
  ),
  'export:reveal': call(z.object({ jobId: jobIdSchema }), nothing),

  'runware:status': call(
    nothing,
    z.object({
      hasKey: z.boolean(),
      canRemember: z.boolean(),
      remembered: z.boolean(),
      endpoint: z.string(),
    }),
  ),
  'runware:setKey': call(
    z.object({ key: z.string().min(8).max(500), remember: z.boolean() }),
    nothing,
  ),
  'runware:clearKey': call(nothing, nothing),
  'runware:check': call(nothing, z.object({ balance: z.number().nullable(), message: saidSchema })),
} as const satisfies Readonly<Record<CallName, { input: z.ZodType; output: z.ZodType }>>

export type Contract = typeof CONTRACT
export type Input<N extends CallName> = z.input<Contract[N]['input']>
/** What a call gives, on both sides. */
export type Output<N extends CallName> = z.output<Contract[N]['output']>
/** The same on its way from process to process, which takes plain values only. */
export type Answer<N extends CallName> =
  Output<N> extends { readonly project: Project }
    ? Omit<Output<N>, 'project'> & { readonly project: PlainProject }
    : Output<N>
