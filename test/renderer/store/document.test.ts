/** The window's document beside main's: what was done quickly, one thing after another, is the same in both in the end. */
import { beforeEach, expect, it, vi } from 'vitest'
import {
  dispatch,
  followDocument,
  opened,
  settled,
  underway,
  undo,
  useDocument,
} from '../../../renderer/store/document.ts'
import { CommandRefused } from '../../../shared/commands/Command.ts'
import { applyCommand, type Command, command } from '../../../shared/commands/registry.ts'
import { inBrief } from '../../../shared/history/briefPatch.ts'
import { applyPatch, diff } from '../../../shared/history/patch.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { failed } from '../../../shared/ipc/result.ts'
import { sent } from '../../../shared/ipc/travel.ts'
import type { RevisionId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import { settingsOf } from '../../../shared/model/select.ts'
import { asWritten } from '../../../shared/words/Said.ts'
import { documentOf } from '../../fixtures/documents.ts'

/** Main's side of the bridge: every call is answered a turn of the event loop later. */
class Main {
  readonly states: Project[]
  /** What it will not do, once. */
  refused: string | null = null

  constructor(project: Project) {
    this.states = [project]
  }

  get project(): Project {
    const last = this.states.at(-1)
    if (!last) throw new Error('Nothing is kept')
    return last
  }

  get head(): Output<'project:open'>['head'] {
    const label = this.states.length > 1 ? asWritten('A change') : null
    const revisionId = `r${this.states.length}` as RevisionId
    return { revisionId, undoLabel: label, redoLabel: null, at: '2026-01-01T00:00:00.000Z' }
  }

  /** As another process does it: nobody here is asked. */
  elsewhere(change: Command): void {
    this.states.push(applyCommand(this.project, change))
  }

  async call(name: string, input: { command?: Command; revisionId?: string }): Promise<unknown> {
    await new Promise(setImmediate)
    const { command, revisionId } = input
    if (revisionId !== undefined && revisionId !== this.head.revisionId) {
      return failed({ code: 'conflict', said: asWritten('Elsewhere'), message: 'Elsewhere' })
    }
    if (name === 'project:head') return { ok: true, value: this.head }
    if (command && command.id === this.refused) {
      const said = asWritten('Not today')
      return failed({ code: 'refused', said, message: 'Not today' })
    }
    if (name === 'project:open') {
      const { project, head } = this
      return { ok: true, value: sent('project:open', { project, head }) }
    }
    const before = this.project
    if (command) {
      try {
        this.states.push(applyCommand(before, command))
      } catch (error) {
        if (!(error instanceof CommandRefused)) throw error
        return failed({ code: 'refused', said: error.said, message: error.message })
      }
      const patch = diff(before, this.project)
      return { ok: true, value: { patch: inBrief(patch), direction: 'forward', head: this.head } }
    }
    this.states.pop()
    const patch = diff(this.project, before)
    expect(applyPatch(before, patch, 'backward')).toEqual(this.project)
    return { ok: true, value: { patch: inBrief(patch), direction: 'backward', head: this.head } }
  }
}

let main: Main
const listeners = new Set<() => void>()
beforeEach(() => {
  const { project } = documentOf({ main: { tracks: [{ items: [10] }] } })
  main = new Main(project)
  vi.stubGlobal('window', {
    keyreel: {
      call: (name: string, input: object) => main.call(name, input),
      on(_: string, listener: () => void) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
  })
  opened({ project, head: main.head })
})

const rename = (name: string): boolean => dispatch('project.rename', { name })
const shown = (): string => {
  const { project } = useDocument.getState()
  if (!project) throw new Error('No project is open')
  return settingsOf(project).name
}

it('what is changed while an undo is under way comes after it, as it does in main', async () => {
  rename('One')
  const undone = undo()
  rename('Two')
  expect(shown()).toBe('Two')
  await undone
  expect(shown()).toBe('Two')
  await settled()
  expect([shown(), settingsOf(main.project).name]).toEqual(['Two', 'Two'])
  await undo()
  expect([shown(), useDocument.getState().commit]).toEqual(['Test', 'kept'])
})

it('a refusal takes back what was refused, not what came after it', async () => {
  const ids = ['first', 'second']
  vi.spyOn(crypto, 'randomUUID').mockImplementation(() => ids.shift() as never)
  main.refused = 'first'
  rename('One')
  const timelineId = settingsOf(main.project).timelineId
  const marker = { timelineId, frame: 3, duration: 0, name: 'M1', color: 'amber' }
  dispatch('marker.add', { marker: { ...marker, id: 'marker' } as never })
  await settled()
  const { project, refusal } = useDocument.getState()
  expect([shown(), refusal]).toEqual(['Test', 'Not today'])
  expect(project?.markers.values().map(({ name }) => name)).toEqual(['M1'])
  expect(project).toEqual(main.project)
})

it('tells whoever asks when undoing is over', async () => {
  rename('One')
  expect(underway()).toBeNull()
  const undone = undo()
  expect(underway()).not.toBeNull()
  await undone
  expect([underway(), shown()]).toEqual([null, 'Test'])
})

const marked = (id: string): Command => {
  const timelineId = settingsOf(main.project).timelineId
  const marker = { id, timelineId, frame: 3, duration: 0, name: id, color: 'amber' }
  return command('marker.add', { marker: marker as never }, id)
}
const markers = (): string[] =>
  [...(useDocument.getState().project?.markers.values() ?? [])].map(({ name }) => name)

it('what is changed here just after another process comes on top of what that did, and says so', async () => {
  main.elsewhere(marked('theirs'))
  rename('One')
  rename('Two')
  await settled()
  const { project, refusal, told, commit } = useDocument.getState()
  expect([shown(), markers(), refusal, told?.how, commit]).toEqual([
    ...['Two', ['theirs'], null, 'onTop', 'kept'],
  ])
  expect(project).toEqual(main.project)
})

it('what no longer can be changed because of another process is refused in words', async () => {
  main.elsewhere(marked('mine'))
  const { type, payload } = marked('mine')
  dispatch(type as 'marker.add', payload as never)
  await settled()
  const { project, refusal } = useDocument.getState()
  expect([refusal, markers()]).toEqual([expect.stringContaining('already'), ['mine']])
  expect(project).toEqual(main.project)
})

it('shows what another process did as soon as that is heard of', async () => {
  const stop = followDocument()
  main.elsewhere(marked('theirs'))
  for (const listener of listeners) listener()
  await vi.waitFor(() => expect(useDocument.getState().told?.how).toBe('elsewhere'))
  expect([markers(), useDocument.getState().head]).toEqual([['theirs'], main.head])
  rename('One')
  await settled()
  expect([shown(), settingsOf(main.project).name]).toEqual(['One', 'One'])
  stop()
})
