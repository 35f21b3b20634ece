/** Projects, their revisions and versions. */
import { z } from 'zod'
import { commandSchema } from '../../commands/registry.ts'
import { briefPatchSchema } from '../../history/briefPatch.ts'
import { projectIdSchema, revisionIdSchema } from '../../model/ids.ts'
import { isProject } from '../../model/plainProject.ts'
import type { Project } from '../../model/project.ts'
import { rationalSchema } from '../../time/rational.ts'
import { saidSchema } from '../../words/Said.ts'
import { call, nothing } from './call.ts'

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
  patch: briefPatchSchema,
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

export const projectCalls = {
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
  /** Where it stands by now, whoever moved it. */
  'project:head': call(z.object({ projectId: projectIdSchema }), headSchema),
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
} as const
