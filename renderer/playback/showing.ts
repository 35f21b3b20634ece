/**
 * Decides what a canvas shows while the picture that is wanted comes into being. What is at hand is drawn at once. Else one
 * picture is prepared at a time and what was asked for last comes next: whatever lay between is dropped, so that
 * scrubbing never works off a queue. A jump that takes a while shows something near the place meanwhile.
 */
import type { Waiting } from './Waiting.ts'

interface Wanted {
  /** While it plays each picture is finished, however late: something must be seen to move. */
  readonly isPlaying: boolean
}

export interface ShowingPorts<S extends Wanted, R> {
  /** What the scene is drawn of, if all of it is at hand. */
  readonly now: (scene: S) => R | null
  /** The same of something near it in time, and by how many seconds it misses. */
  readonly near: (scene: S) => { readonly ready: R; readonly misses: number } | null
  /** Null where it came too late. */
  readonly prepare: (scene: S, waiting: Waiting) => Promise<R | null>
  /** Whether a scene that is being prepared is not waited for any more now that a newer one is wanted. */
  readonly isGivenUp: (scene: S, newer: S) => boolean
  readonly draw: (scene: S, ready: R, how: 'exact' | 'near') => void
  /** What the last picture was drawn of is not needed any more. */
  readonly drawn: () => void
  /** Whether anything near the scene says more than what is on the canvas. */
  readonly isFar: (scene: S, shown: S) => boolean
  /** Runs work a little later; answers the function that prevents it. */
  readonly later: (work: () => void) => () => void
}

export interface Showing<S> {
  show(scene: S): void
  dispose(): void
}

export function createShowing<S extends Wanted, R>(ports: ShowingPorts<S, R>): Showing<S> {
  interface Request {
    readonly scene: S
    readonly number: number
  }
  let asked = 0
  let wanted: Request | null = null
  /** The newest that was drawn exactly. */
  let shown: Request | null = null
  /** What stands in for a request by now, and by how much it misses. */
  let standIn: { readonly number: number; readonly misses: number } | null = null
  let busy: { readonly scene: S; readonly gone: AbortController } | null = null
  let isDisposed = false
  let forget = (): void => undefined

  function exact(request: Request, ready: R): void {
    // A late one must not cover a newer.
    if (shown && shown.number > request.number) return
    shown = request
    ports.draw(request.scene, ready, 'exact')
    ports.drawn()
  }

  function showNear({ scene, number }: Request): void {
    if (isDisposed || wanted?.number !== number) return
    if (shown && standIn === null && !ports.isFar(scene, shown.scene)) return
    const found = ports.near(scene)
    if (!found || (standIn?.number === number && standIn.misses <= found.misses)) return
    standIn = { number, misses: found.misses }
    ports.draw(scene, found.ready, 'near')
  }

  async function work(): Promise<void> {
    if (busy) return
    try {
      while (wanted && !isDisposed) {
        const request: Request = wanted
        const gone = new AbortController()
        busy = { scene: request.scene, gone }
        const isStale = (): boolean =>
          isDisposed || (!request.scene.isPlaying && wanted?.number !== request.number)
        const onWay = (): void => showNear(request)
        const waiting = { isStale, gone: gone.signal, onWay }
        const ready = await Promise.race([
          ports.prepare(request.scene, waiting),
          aborted(gone.signal),
        ])
        if (isDisposed) break
        if (ready) {
          standIn = null
          exact(request, ready)
        }
        if (wanted?.number === request.number) wanted = null
      }
    } finally {
      busy = null
    }
  }

  return {
    show(scene) {
      const request = { scene, number: ++asked }
      forget()
      if (busy && ports.isGivenUp(busy.scene, scene)) busy.gone.abort()
      const ready = ports.now(scene)
      if (ready) {
        wanted = null
        standIn = null
        exact(request, ready)
        return
      }
      wanted = request
      if (!scene.isPlaying) forget = ports.later(() => showNear(request))
      void work()
    },
    dispose() {
      isDisposed = true
      busy?.gone.abort()
      forget()
    },
  }
}

const aborted = (signal: AbortSignal): Promise<null> =>
  new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(null), { once: true })
  })
