import { expect, test } from 'vitest'
import { createShowing } from '../../../renderer/playback/showing.ts'

interface Scene {
  readonly frame: number
  readonly isPlaying: boolean
  /** Its preparation is left off for any newer one. */
  readonly isSettled?: boolean
}

/** A canvas that writes down what is drawn, decoders that finish when the test says so, and a timer that it runs. */
function canvas(atHand: ReadonlySet<number> = new Set()) {
  const drawn: string[] = []
  const waiting = new Map<number, { finish: () => Promise<void>; onWay: () => void }>()
  const stale: number[] = []
  /** How many had been drawn when what they were drawn of was let go. */
  const released: number[] = []
  const near = new Map<number, number>()
  const givenUp: number[] = []
  let due: (() => void) | null = null
  const showing = createShowing<Scene, string>({
    now: ({ frame }) => (atHand.has(frame) ? `${frame}` : null),
    near: ({ frame }) => {
      const misses = near.get(frame)
      return misses === undefined ? null : { ready: `near ${frame} by ${misses}`, misses }
    },
    prepare: ({ frame }, { isStale, gone, onWay = () => undefined }) =>
      new Promise((resolve) => {
        gone.addEventListener('abort', () => givenUp.push(frame))
        const finish = async (): Promise<void> => {
          if (isStale()) stale.push(frame)
          resolve(isStale() ? null : `${frame}`)
          await new Promise((next) => setImmediate(next))
        }
        waiting.set(frame, { finish, onWay })
      }),
    isGivenUp: ({ isSettled = false, frame }, newer) => isSettled && newer.frame !== frame,
    draw: (_, ready, how) => void drawn.push(how === 'exact' ? ready : `(${ready})`),
    drawn: () => void released.push(drawn.length),
    isFar: (scene, shown) => Math.abs(scene.frame - shown.frame) > 6,
    later: (work) => {
      due = work
      return () => {
        due = null
      }
    },
  })
  const show = (frame: number, isPlaying = false): void => showing.show({ frame, isPlaying })
  const settle = (frame: number): void => showing.show({ frame, isPlaying: false, isSettled: true })
  return {
    show,
    settle,
    givenUp,
    drawn,
    released,
    waiting,
    stale,
    near,
    runTimer: () => due?.(),
    dispose: showing.dispose,
  }
}

test('what is at hand is drawn in the same turn, also while another picture is being decoded', async () => {
  const { show, drawn, waiting, stale } = canvas(new Set([7]))
  show(100)
  show(7)
  expect(drawn).toEqual(['7'])
  await waiting.get(100)?.finish()
  expect({ drawn, stale }).toEqual({ drawn: ['7'], stale: [100] })
})

test('what a picture was drawn of is let go after each, also where nothing is ever waited for', async () => {
  const { show, released, waiting } = canvas(new Set([7, 8]))
  show(7, true)
  show(8, true)
  show(9, true)
  await waiting.get(9)?.finish()
  expect(released).toEqual([1, 2, 3])
})

test('of what was asked for while one picture was decoded only the last is decoded', async () => {
  const { show, drawn, waiting } = canvas()
  show(1)
  show(2)
  show(3)
  await waiting.get(1)?.finish()
  expect([...waiting.keys()]).toEqual([1, 3])
  await waiting.get(3)?.finish()
  expect(drawn).toEqual(['3'])
})

test('while it plays every picture that was begun is finished, and a late one covers no newer', async () => {
  const { show, drawn, waiting } = canvas(new Set([9]))
  show(1, true)
  show(2, true)
  await waiting.get(1)?.finish()
  show(9, true)
  await waiting.get(2)?.finish()
  expect(drawn).toEqual(['1', '9'])
})

test('a jump shows something near until the frame is there, and nothing that is less near', async () => {
  const { show, drawn, waiting, near, runTimer } = canvas(new Set([0]))
  show(0)
  show(200)
  near.set(200, 0.4)
  runTimer()
  near.set(200, 0.9)
  waiting.get(200)?.onWay()
  near.set(200, 0.1)
  waiting.get(200)?.onWay()
  await waiting.get(200)?.finish()
  runTimer()
  expect(drawn).toEqual(['0', '(near 200 by 0.4)', '(near 200 by 0.1)', '200'])
})

test('a step shows no stand-in: what is seen is nearer', async () => {
  const { show, drawn, waiting, near, runTimer } = canvas(new Set([10]))
  show(10)
  near.set(11, 0.5)
  show(11)
  runTimer()
  await waiting.get(11)?.finish()
  expect(drawn).toEqual(['10', '11'])
})

test('after its end nothing is drawn', async () => {
  const { show, drawn, waiting, near, dispose } = canvas()
  show(5)
  near.set(5, 0.1)
  dispose()
  waiting.get(5)?.onWay()
  await waiting.get(5)?.finish()
  expect(drawn).toEqual([])
})

test('an exact picture that is not waited for any more holds up nobody, and is not drawn late', async () => {
  const { show, settle, drawn, waiting, givenUp } = canvas()
  settle(10)
  const late = waiting.get(10)
  show(100)
  expect(givenUp).toEqual([10])
  await new Promise((next) => setImmediate(next))
  // The decoder still works on 10.
  await waiting.get(100)?.finish()
  await late?.finish()
  expect(drawn).toEqual(['100'])
})

test('the same place asked for again waits for what was begun', async () => {
  const { show, settle, drawn, waiting, givenUp } = canvas()
  settle(10)
  const begun = waiting.get(10)
  show(10)
  await begun?.finish()
  await waiting.get(10)?.finish()
  expect([givenUp, drawn.at(-1)]).toEqual([[], '10'])
})
