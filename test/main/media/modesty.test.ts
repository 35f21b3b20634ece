import { expect, it } from 'vitest'
import { createModesty } from '../../../main/media/modesty.ts'

/** What the system does when it is asked: notes it, or refuses with a code. */
function system() {
  const said: [number, number][] = []
  let refusal: string | undefined
  const set = (pid: number, priority: number): void => {
    if (refusal !== undefined) throw Object.assign(new Error('no'), { info: { code: refusal } })
    said.push([pid, priority])
  }
  return {
    said,
    set: set as Parameters<typeof createModesty>[0],
    refuse: (code?: string) => {
      refusal = code
    },
  }
}

it('lets programs give way, more so while the viewer plays, and as before afterwards', () => {
  const { said, set } = system()
  const modesty = createModesty(set)
  modesty.soon(9)
  const letGo = modesty.later(10)
  modesty.setPlaying(true)
  modesty.setPlaying(true)
  modesty.later(11)
  letGo()
  modesty.setPlaying(false)
  expect(said).toEqual([
    [10, 10],
    [9, 19],
    [10, 19],
    [11, 19],
    [9, 0],
    [11, 10],
  ])
})

it('takes it that a program has ended, or may not be made less modest', () => {
  const { set, refuse } = system()
  const modesty = createModesty(set)
  refuse('ESRCH')
  modesty.later(10)
  refuse('EACCES')
  modesty.setPlaying(true)
  refuse('EINVAL')
  expect(() => modesty.later(11)).toThrow('no')
})
