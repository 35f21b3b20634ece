import { describe, expect, it } from 'vitest'
import { command } from '../../../shared/commands/registry.ts'
import { commit } from '../../../shared/history/commit.ts'
import { applyPatch, diff, patchSchema } from '../../../shared/history/patch.ts'
import { type Revision, revisionSchema } from '../../../shared/history/Revision.ts'
import { begin } from '../../../shared/history/transaction.ts'
import {
  EMPTY_TREE,
  grow,
  redo,
  redoTarget,
  type Standpoint,
  undo,
  undoTarget,
} from '../../../shared/history/tree.ts'
import type { RevisionId } from '../../../shared/model/ids.ts'
import { settingsOf } from '../../../shared/model/select.ts'
import { inEnglish } from '../../../shared/words/english.ts'
import { asWritten } from '../../../shared/words/Said.ts'
import { say } from '../../../shared/words/say.ts'
import { cutOf, item, textOf } from '../edit/cutText.ts'

const AT = '2026-01-01T00:00:00Z'
const start = () => cutOf(['V1 |A 0-24|B 24-48|'])
const rename = (name: string) => command('project.rename', { name }, `rename ${name}`)
const id = (name: string) => name as RevisionId
const nameOf = ({ project }: Standpoint) => settingsOf(project).name

const step = (at: Standpoint, name: string): Standpoint => {
  const stamp = { id: id(name), parentId: at.tree.head, at: AT }
  const { project, revision } = commit(at.project, rename(name), stamp)
  return { project, tree: grow(at.tree, revision) }
}

describe('a patch', () => {
  it('names the records that differ, both ways', () => {
    const before = start()
    const trim = {
      itemId: item('V1.B'),
      edge: 'end',
      delta: -4,
      ripple: false,
      linked: true,
    } as const
    const { revision, project } = commit(before, command('clip.trim', trim, 'c'), {
      id: id('r'),
      parentId: null,
      at: AT,
    })
    const clip = before.items.get('V1.B')
    expect(revision).toEqual({
      id: 'r',
      parentId: null,
      command: { id: 'c', type: 'clip.trim', payload: trim },
      label: say('label:trimEnd', {
        clip: say('words:quoted', { name: 'B' }),
        by: say('words:byFramesEarlier', { count: 4 }),
      }),
      patch: [{ table: 'items', id: 'V1.B', before: clip, after: { ...clip, duration: 20 } }],
      at: AT,
    })
    expect(revisionSchema.parse(JSON.parse(JSON.stringify(revision)))).toEqual(revision)
    expect(applyPatch(project, revision.patch, 'backward')).toEqual(before)
  })

  it('adds and removes records', () => {
    const before = start()
    const gone = before.items.get('V1.A')
    if (!gone) throw new Error('There is no clip A')
    const made = { kind: 'gap' as const, id: item('g'), duration: 24 }
    const after = { ...before, items: before.items.without('V1.A').with(made) }
    const patch = diff(before, after)
    expect(patch).toEqual([
      { table: 'items', id: 'V1.A', before: gone },
      { table: 'items', id: 'g', after: made },
    ])
    expect([applyPatch(before, patch, 'forward'), applyPatch(after, patch, 'backward')]).toEqual([
      after,
      before,
    ])
  })

  it('is empty for the same document and shares what it does not name', () => {
    const before = start()
    expect(diff(before, { ...before })).toEqual([])
    const { project, revision } = commit(before, rename('x'), {
      id: id('r'),
      parentId: null,
      at: AT,
    })
    const again = applyPatch(before, revision.patch, 'forward')
    expect([again.items === before.items, again.settings === project.settings]).toEqual([
      true,
      false,
    ])
    expect(again.settings.values()[0]).toBe(project.settings.values()[0])
  })

  it('keeps unknown fields of its records and refuses unknown tables', () => {
    const row = { kind: 'gap', id: 'g', duration: 3, later: [1] }
    const patch = [{ table: 'items', id: 'g', after: row }]
    expect(patchSchema.parse(patch)).toEqual(patch)
    expect(patchSchema.safeParse([{ table: 'things', id: 'g', after: row }]).success).toBe(false)
    expect(
      patchSchema.safeParse([{ table: 'items', id: 'g', after: { ...row, duration: 0 } }]).success,
    ).toBe(false)
  })
})

describe('the tree', () => {
  const three = ['1', '2', '3'].reduce(step, { project: start(), tree: EMPTY_TREE } as Standpoint)

  it('goes back to the start and forward to the tip, not beyond', () => {
    const names: string[] = []
    let at: Standpoint | null = three
    while (at) {
      names.push(nameOf(at))
      at = undo(at)
    }
    let back: Standpoint | null = { project: start(), tree: { ...three.tree, head: null } }
    while (back) {
      names.push(nameOf(back))
      back = redo(back)
    }
    expect(names).toEqual(['3', '2', '1', 'Test', 'Test', '1', '2', '3'])
  })

  it('branches after an undo and loses nothing', () => {
    const one = undo(undo(three) ?? three) ?? three
    const branch = step(one, '4')
    expect([
      redoTarget(one.tree)?.id,
      redoTarget(branch.tree),
      undoTarget(branch.tree)?.id,
      branch.tree.tip,
      [...branch.tree.revisions.keys()],
      branch.tree.revisions.get(id('4'))?.parentId,
    ]).toEqual(['2', null, '4', '4', ['1', '2', '3', '4'], '1'])
  })

  it('does not undo the creation of a project', () => {
    const root: Revision = {
      id: id('root'),
      parentId: null,
      command: null,
      label: asWritten('New project'),
      patch: [],
      at: AT,
    }
    const tree = grow(EMPTY_TREE, root)
    expect([undoTarget(tree), redoTarget(tree), undo({ project: start(), tree })]).toEqual([
      null,
      null,
      null,
    ])
    const restored: Revision = {
      ...root,
      id: id('back'),
      parentId: root.id,
      label: asWritten('Restore'),
    }
    expect(undoTarget(grow(tree, restored))).toBe(restored)
  })

  it('takes only children of its head', () => {
    expect(() =>
      grow(three.tree, { ...step(three, '4').tree.revisions.get(id('1')) } as Revision),
    ).toThrow('Revision 1 was made on null, the head is 3')
  })
})

describe('a gesture', () => {
  const trim = (delta: number) =>
    command(
      'clip.trim',
      { itemId: item('V1.B'), edge: 'end', delta, ripple: false, linked: true },
      'drag',
    )

  it('previews from the start each time and commits the last', () => {
    const project = start()
    const gesture = begin(project)
    const seen = [-4, -9, -2].map((delta) => textOf(gesture.preview(trim(delta)).project)[0])
    expect(seen).toEqual(['V1 |A 0-24|B 24-44|', 'V1 |A 0-24|B 24-39|', 'V1 |A 0-24|B 24-46|'])
    expect([gesture.commit(), textOf(project)[0]]).toEqual([trim(-2), 'V1 |A 0-24|B 24-48|'])
  })

  it('keeps the last possible preview and says why another is not', () => {
    const gesture = begin(start())
    gesture.preview(trim(-4))
    const refused = gesture.preview(trim(-24))
    expect([textOf(refused.project)[0], refused.refusal && inEnglish(refused.refusal)]).toEqual([
      'V1 |A 0-24|B 24-44|',
      'The edge can go at most 23 frames earlier: one frame of the clip must remain.',
    ])
    expect(gesture.commit()).toEqual(trim(-4))
  })

  it('that leads back to the start is no change', () => {
    const gesture = begin(start())
    gesture.preview(trim(-4))
    gesture.preview(trim(0))
    expect(gesture.commit()).toBe(null)
  })

  it('is cancelled without a trace, and ends once', () => {
    const project = start()
    const gesture = begin(project)
    gesture.preview(trim(-4))
    expect(gesture.cancel()).toBe(project)
    expect(() => gesture.preview(trim(-4))).toThrow('This gesture was cancelled; begin a new one')
    expect(() => gesture.commit()).toThrow('This gesture was cancelled; begin a new one')
  })
})
