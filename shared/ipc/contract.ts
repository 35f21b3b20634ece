/**
 * The whole surface between the window and the main process: one `{input, output}` pair per call. The preload's
 * functions, the handlers' types and the parsing all derive from it; a call without a handler does not compile.
 * Paths never appear in inputs the page can make: files enter through a dialog or a drop and are named by token.
 */

import type { z } from 'zod'
import type { PlainProject } from '../model/plainProject.ts'
import type { Project } from '../model/project.ts'
import { appCalls } from './calls/app.ts'
import { cacheCalls } from './calls/cache.ts'
import { exportCalls } from './calls/export.ts'
import { jobsCalls } from './calls/jobs.ts'
import { mediaCalls } from './calls/media.ts'
import { moneyCalls } from './calls/money.ts'
import { preferencesCalls } from './calls/preferences.ts'
import { projectCalls } from './calls/project.ts'
import { runwareCalls } from './calls/runware.ts'
import { shotCalls } from './calls/shot.ts'
import type { CallName } from './names.ts'

export const CONTRACT = {
  ...appCalls,
  ...preferencesCalls,
  ...projectCalls,
  ...mediaCalls,
  ...cacheCalls,
  ...shotCalls,
  ...moneyCalls,
  ...jobsCalls,
  ...exportCalls,
  ...runwareCalls,
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
