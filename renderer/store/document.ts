/**
 * The open document in the window. `dispatch` applies a command at once and sends it to main, which commits it;
 * commands travel one after another, so that each names the revision it was made on. `preview` lays a gesture over
 * the document without touching it: one gesture, one revision.
 */

import { create } from 'zustand'
import { CommandRefused } from '../../shared/commands/Command.ts'
import {
  applyCommand,
  type Command,
  type CommandType,
  command,
  labelOf,
  type PayloadOf,
} from '../../shared/commands/registry.ts'
import { type BriefPatch, inFull } from '../../shared/history/briefPatch.ts'
import { applyPatch } from '../../shared/history/patch.ts'
import type { Head } from '../../shared/ipc/calls/project.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import type { ProjectId } from '../../shared/model/ids.ts'
import type { Project } from '../../shared/model/project.ts'
import { settingsOf, timelineOf } from '../../shared/model/select.ts'
import type { Timeline } from '../../shared/model/timeline.ts'
import type { Said } from '../../shared/words/Said.ts'
import { CallFailed, call, on } from '../bridge/keyreel.ts'
import { errorInWords } from '../i18n/inWords.ts'

export type CommitState = 'kept' | 'keeping' | 'failed'

export interface DocumentState {
  /** What is seen: the committed document with commands still on their way, or a gesture's preview. */
  readonly project: Project | null
  readonly head: Head | null
  readonly commit: CommitState
  /** What the last change did, for those who do not see it. */
  readonly told: {
    /** `elsewhere`: another process did it. `onTop`: so it did, just before what was done here. */
    readonly how: 'done' | 'undone' | 'redone' | 'elsewhere' | 'onTop'
    readonly what: Said
  } | null
  /** The last refusal or failure, shown where the work is until the next change. */
  readonly refusal: string | null
}

export const useDocument = create<DocumentState>(() => ({
  project: null,
  head: null,
  commit: 'kept',
  told: null,
  refusal: null,
}))

/** The document as main has it, as far as it has answered. */
let answered: Project | null = null
/** Commands that main has not answered yet, in the order in which they were given. */
let ahead: readonly Command[] = []
/** The document without a gesture's preview: what main has, and the commands ahead of it. */
let base: Project | null = null
let outgoing: Promise<void> = Promise.resolve()
let waiting = 0

const show = (project: Project | null, rest: Partial<DocumentState> = {}): void =>
  useDocument.setState({ project, ...rest })

export function opened({ project, head }: Output<'project:open'>): void {
  answered = base = project
  ahead = []
  show(project, { head, commit: 'kept', told: null, refusal: null })
}

/** Main has another document than the one on which the commands ahead were given: they come on top of it, as they will there. */
function rebase(onto: Project): Project {
  answered = onto
  base = ahead.reduce((project, change) => {
    try {
      return applyCommand(project, change)
    } catch (error) {
      // Main refuses it likewise when it gets there, and says so.
      if (!(error instanceof CommandRefused)) throw error
      return project
    }
  }, onto)
  return base
}

/** @throws Error while no project is open, which is a programming mistake. */
export function committedProject(): Project {
  if (!base) throw new Error('No project is open')
  return base
}

const patched = (project: Project, patch: BriefPatch, direction: 'forward' | 'backward'): Project =>
  applyPatch(project, inFull(project, patch, direction), direction)

const projectId = (): ProjectId => settingsOf(committedProject()).id

/** Runs calls that move the head one after another. */
function enqueue(work: () => Promise<void>): Promise<void> {
  waiting++
  useDocument.setState({ commit: 'keeping' })
  outgoing = outgoing.then(async () => {
    try {
      await work()
      waiting--
      if (waiting === 0) useDocument.setState({ commit: 'kept' })
    } catch (error) {
      waiting--
      await recover(error)
    }
  })
  return outgoing
}

/** After a refusal by main the window shows what is really kept. */
async function recover(error: unknown): Promise<void> {
  const message = errorInWords(error)
  useDocument.setState({ commit: 'failed', refusal: message })
  if (!(error instanceof CallFailed)) throw error
  const kept = await call('project:open', { projectId: projectId() })
  const commit = waiting === 0 ? 'kept' : 'keeping'
  show(rebase(kept.project), { head: kept.head, commit, refusal: message })
}

const revisionId = () => {
  const { head } = useDocument.getState()
  if (!head) throw new Error('No project is open')
  return head.revisionId
}

/**
 * Applies and keeps one change. Answers false, with the sentence in `refusal`, when the document does not allow it.
 */
export function dispatch<T extends CommandType>(type: T, payload: PayloadOf<T>): boolean {
  const change = command(type, payload, crypto.randomUUID())
  const before = committedProject()
  try {
    base = applyCommand(before, change)
  } catch (error) {
    if (!(error instanceof CommandRefused)) throw error
    show(base, { refusal: errorInWords(error) })
    return false
  }
  ahead = [...ahead, change]
  show(base, { refusal: null, told: { how: 'done', what: labelOf(change, before) } })
  void enqueue(async () => {
    try {
      const { patch, direction, head } = await keep(change)
      answered = ahead.length === 1 ? base : answered && patched(answered, patch, direction)
      useDocument.setState({ head })
    } finally {
      ahead = ahead.filter((other) => other !== change)
    }
  })
  return true
}

/** How often a change may find that somebody else was faster. */
const TRIES = 5

/** A change is data: where another process has moved the head meanwhile, it is made on what that left. @throws CallFailed */
async function keep(change: Command): Promise<Output<'project:dispatch'>> {
  for (let tries = 1; ; tries++) {
    try {
      return await call('project:dispatch', {
        projectId: projectId(),
        revisionId: revisionId(),
        command: change,
      })
    } catch (error) {
      const isConflict = error instanceof CallFailed && error.failure.code === 'conflict'
      if (!isConflict || tries === TRIES) throw error
      await meet('onTop')
    }
  }
}

/** Shows the document as it is kept by now, with the commands ahead on top of it. @throws CallFailed */
async function meet(how: 'elsewhere' | 'onTop'): Promise<void> {
  const { project, head } = await call('project:open', { projectId: projectId() })
  const what = head.undoLabel
  show(rebase(project), { head, told: what && { how, what } })
}

/** Starts listening for what other processes do to the project; answers the function that stops. */
export const followDocument = (): (() => void) =>
  on('store:changed', () => {
    // What is on its way meets it there.
    if (base && waiting === 0) void lookElsewhere()
  })

async function lookElsewhere(): Promise<void> {
  const isOther = async (): Promise<boolean> =>
    (await call('project:head', { projectId: projectId() })).revisionId !== revisionId()
  if (!(await isOther())) return
  // Once more in its turn: a change from here may have come first, and met it.
  await enqueue(async () => {
    if (await isOther()) await meet('elsewhere')
  })
}

/** Shows what a command would do. Each call starts again from the committed document. Answers the refusal or null. */
export function preview<T extends CommandType>(type: T, payload: PayloadOf<T>): string | null {
  try {
    show(applyCommand(committedProject(), command(type, payload, 'preview')), { refusal: null })
    return null
  } catch (error) {
    if (!(error instanceof CommandRefused)) throw error
    const refusal = errorInWords(error)
    show(base, { refusal })
    return refusal
  }
}

export const cancelPreview = (): void => show(base, { refusal: null })

let moving: Promise<void> | null = null

function move(name: 'project:undo' | 'project:redo'): Promise<void> {
  const moved = enqueue(async () => {
    const { head } = useDocument.getState()
    const [how, what] =
      name === 'project:undo'
        ? (['undone', head?.undoLabel] as const)
        : (['redone', head?.redoLabel] as const)
    const answer = await call(name, { projectId: projectId(), revisionId: revisionId() })
    if (!answered) throw new Error('No project is open')
    const project = rebase(patched(answered, answer.patch, answer.direction))
    show(project, { head: answer.head, refusal: null, told: what ? { how, what } : null })
  }).finally(() => {
    if (moving === moved) moving = null
  })
  moving = moved
  return moved
}

/** While undoing or redoing is under way, its end: what is asked for next is meant for the document as it will be then. */
export const underway = (): Promise<void> | null => moving

export const undo = (): Promise<void> => move('project:undo')
export const redo = (): Promise<void> => move('project:redo')

/** Resolves when every change made so far is kept. */
export const settled = (): Promise<void> => outgoing

export const activeTimeline = (project: Project): Timeline =>
  timelineOf(project, settingsOf(project).timelineId)
