/**
 * What other processes do to this library while it is open here: the command line on the same store, and `keyreel contract`
 * that leaves newer facts of the model. Nobody tells us, so it is looked for; what is found is announced like our own news.
 */
import { inEnglish } from '../../shared/words/english.ts'
import type { Store } from '../database/store.ts'
import type { Log } from '../log/Log.ts'
import type { Announce } from './Announce.ts'
import { type Clock, isoTime } from './Clock.ts'
import type { ModelFactsFile } from './modelFacts.ts'

export interface ElsewherePorts {
  readonly store: Pick<Store, 'foreignWrites'>
  readonly modelFacts: ModelFactsFile
  readonly clock: Clock
  readonly announce: Announce
  readonly log: Log
}

/** Milliseconds between two looks, each of which asks SQLite for a number and the file system for a date. */
const INTERVAL = 1_000

export type Elsewhere = ReturnType<typeof createElsewhere>

export function createElsewhere({ store, modelFacts, clock, announce, log }: ElsewherePorts) {
  let seen = store.foreignWrites()
  let stage: 'unstarted' | 'watching' | 'closed' = 'unstarted'
  let stop = (): void => undefined
  let looking: Promise<void> | null = null

  async function look(): Promise<void> {
    try {
      const now = store.foreignWrites()
      if (now !== seen) {
        seen = now
        announce('store:changed', { at: isoTime(clock) })
      }
      if (await modelFacts.refresh()) {
        const problem = modelFacts.problem()
        if (problem) log.write('warn', inEnglish(problem))
        announce('model:changed', { asOf: modelFacts.current().asOf })
      }
    } catch (error) {
      // The store may be locked for a moment, or on a disk that is away: the next look tries again.
      log.write('warn', 'It could not be seen what other programs did to the library', error)
    }
  }

  const lookOnce = (): Promise<void> => {
    looking ??= look().finally(() => {
      looking = null
    })
    return looking
  }

  return {
    /** Begins to look now and then, for a window that somebody sees. Said once more, or after the end, it does nothing. */
    watch(): void {
      if (stage !== 'unstarted') return
      stage = 'watching'
      stop = clock.every(INTERVAL, () => void lookOnce())
    },
    /** Resolves when what was done until now has been announced. */
    look: lookOnce,
    /** Resolves when the last look is over. */
    async close(): Promise<void> {
      stage = 'closed'
      stop()
      await looking
    },
  }
}
