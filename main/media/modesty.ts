/** Makes programs that nobody waits for give way to the window, most of all while it plays. */
import { constants, setPriority } from 'node:os'

/** Takes a running program in by its number; the answer lets it go again. */
export type Adopt = (pid: number) => () => void

export interface Modesty {
  /** What is looked at soon: like any program, but not while the viewer plays. */
  readonly soon: Adopt
  /** What takes long and is not waited for. */
  readonly later: Adopt
  /** True while the viewer plays. */
  setPlaying(isPlaying: boolean): void
  /** Resolves while nothing plays, for work in this very process. */
  whenQuiet(): Promise<void>
}

const { PRIORITY_NORMAL, PRIORITY_BELOW_NORMAL, PRIORITY_LOW } = constants.priority
/**
 * It has ended meanwhile; or this user may make programs more modest but not less (Linux, macOS): then it stays as modest
 * as it is, which costs nothing while nothing else wants the processor.
 */
const HARMLESS: readonly unknown[] = ['ESRCH', 'EACCES', 'EPERM']

export function createModesty(set: typeof setPriority = setPriority): Modesty {
  const adopted = new Map<number, number>()
  let isPlaying = false
  let whenOver: (() => void) | undefined
  let quiet = Promise.resolve()
  const apply = (pid: number, idle: number): void => {
    try {
      set(pid, isPlaying ? PRIORITY_LOW : idle)
    } catch (error) {
      const { info } = error as { info?: { code?: unknown } }
      if (!HARMLESS.includes(info?.code)) throw error
    }
  }
  const adopt =
    (idle: number): Adopt =>
    (pid) => {
      adopted.set(pid, idle)
      if (isPlaying || idle !== PRIORITY_NORMAL) apply(pid, idle)
      return () => adopted.delete(pid)
    }
  return {
    soon: adopt(PRIORITY_NORMAL),
    later: adopt(PRIORITY_BELOW_NORMAL),
    setPlaying(now) {
      if (now === isPlaying) return
      isPlaying = now
      whenOver?.()
      whenOver = undefined
      if (now) {
        quiet = new Promise((resolve) => {
          whenOver = resolve
        })
      }
      for (const [pid, idle] of adopted) apply(pid, idle)
    },
    whenQuiet: () => quiet,
  }
}
