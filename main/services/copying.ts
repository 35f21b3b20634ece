/** Brings a project with its whole history into the store, a little in each turn of the event loop. */
import type { ProjectId } from '../../shared/model/ids.ts'
import type { Store } from '../database/store.ts'
import { isDeadOwner, makeOwner } from '../jobs/owner.ts'

export interface CopyRun {
  readonly signal?: AbortSignal | undefined
  /** Of all rows. */
  readonly onProgress?: (fraction: number) => void
}

/** Milliseconds that the window may wait for an answer meanwhile, the writing to disk not counted. */
const TURN = 8

export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/**
 * Takes steps, some in each turn of the event loop. `during` runs the steps of one turn, e.g. in a transaction.
 * @throws what the steps throw; the signal's reason
 */
export async function inTurns<Step>(
  steps: Iterator<Step>,
  options: {
    readonly during?: (turn: () => void) => void
    readonly onTurn?: (last: Step) => void
    readonly signal?: AbortSignal | undefined
  } = {},
): Promise<void> {
  const { during = (turn) => turn(), onTurn, signal } = options
  for (let isOver = false; !isOver; ) {
    signal?.throwIfAborted()
    let last: { readonly value: Step } | undefined
    during(() => {
      for (const end = performance.now() + TURN; !isOver && performance.now() < end; ) {
        const step = steps.next()
        if (step.done) isOver = true
        else last = step
      }
    })
    if (last) onTurn?.(last.value)
    await breathe()
  }
}

/**
 * Whole or not at all: until `finish` has run, in the last transaction, nobody sees the copy, and what a crash leaves of
 * it is removed at the next start.
 * @throws what `finish` throws; StorageError; the signal's reason
 */
export async function bringIn<T>(
  store: Store,
  source: Parameters<Store['copying']>[0],
  as: ProjectId,
  finish: () => T,
  { signal, onProgress }: CopyRun = {},
): Promise<T> {
  const owner = makeOwner()
  const during = (turn: () => void): void => store.transaction(turn)
  try {
    await inTurns(store.copying(source, as, owner), {
      ...{ during, signal },
      onTurn: ([done, all]) => onProgress?.(done / all),
    })
    return store.transaction(() => {
      store.projects.copied(as)
      return finish()
    })
  } catch (error) {
    // Only what this call began: another process may be copying to the same name.
    const mine = store.copies().filter(({ copiedBy }) => copiedBy === owner)
    for (const { id } of mine) await inTurns(store.dropCopy(id), { during })
    throw error
  }
}

/** Removes copies that a crash cut off, as far as it is certain that nobody works on them. */
export function sweepCopies(store: Store): void {
  for (const { id, copiedBy } of store.copies()) {
    if (isDeadOwner(copiedBy)) store.transaction(() => Array.from(store.dropCopy(id)))
  }
}
