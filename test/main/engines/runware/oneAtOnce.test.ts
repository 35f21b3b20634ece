import { expect, it } from 'vitest'
import { oneAtOnce } from '../../../../main/engines/runware/oneAtOnce.ts'

const never = new AbortController().signal

it('works once for everybody who asks meanwhile, and again for whoever comes later', async () => {
  const share = oneAtOnce<number>()
  let resolve: (value: number) => void = () => undefined
  const promise = new Promise<number>((settle) => {
    resolve = settle
  })
  let runs = 0
  const work = (): Promise<number> => {
    runs += 1
    return promise
  }
  const asked = ['a', 'a', 'b'].map((name) => share(name, never, work))
  resolve(7)
  expect(await Promise.all(asked)).toEqual([
    { value: 7, isOwn: true },
    { value: 7, isOwn: false },
    { value: 7, isOwn: true },
  ])
  expect(runs).toBe(2)
  expect(await share('a', never, work)).toEqual({ value: 7, isOwn: true })
  expect(runs).toBe(3)
})

it('goes on for the others when one goes, and is given up with the last', async () => {
  const share = oneAtOnce<string>()
  const signals: AbortSignal[] = []
  let end: (value: string) => void = () => undefined
  const begun = new Promise<string>((settle) => {
    end = settle
  })
  const work = (signal: AbortSignal): Promise<string> => {
    signals.push(signal)
    return begun
  }
  const [first, second] = [new AbortController(), new AbortController()]
  const asked = [first, second].map(({ signal }) => share('a', signal, work))
  const outcomes = Promise.allSettled(asked)
  first.abort(new Error('first has gone'))
  await expect(asked[0]).rejects.toThrow('first has gone')
  expect(signals.map(({ aborted }) => aborted)).toEqual([false])
  second.abort(new Error('second has gone'))
  expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(signals.map(({ aborted }) => aborted)).toEqual([true])
  // Whoever comes now does not get what was given up.
  const again = share('a', never, async () => 'anew')
  expect(await again).toEqual({ value: 'anew', isOwn: true })
  end('late')
  expect(signals).toHaveLength(1)
})

it('fails for everybody who waits, and is tried again afterwards', async () => {
  const share = oneAtOnce<string>()
  const fails = (): Promise<string> => Promise.reject(new Error('no'))
  const asked = await Promise.allSettled([share('a', never, fails), share('a', never, fails)])
  expect(asked.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect((await share('a', never, async () => 'yes')).value).toBe('yes')
})
