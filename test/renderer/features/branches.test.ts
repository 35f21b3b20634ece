import { expect, it } from 'vitest'
import { historyRows } from '../../../renderer/features/history/branches.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import type { RevisionId } from '../../../shared/model/ids.ts'
import { asWritten } from '../../../shared/words/Said.ts'

const id = (text: string): RevisionId => text as RevisionId
const revision = (name: string, parent: string | null) => ({
  id: id(name),
  parentId: parent === null ? null : id(parent),
  label: asWritten(name),
  at: '2026-11-23T00:00:00.000Z',
})

/** a - b - c (left behind by an undo), b - d - e (the line in use), seen at d. */
const tree: Output<'project:tree'> = {
  revisions: [
    revision('a', null),
    revision('b', 'a'),
    revision('c', 'b'),
    revision('d', 'b'),
    revision('e', 'd'),
  ],
  head: id('d'),
  tip: id('e'),
  branches: [id('c'), id('e')],
  versions: [{ name: 'For the client', revisionId: id('b'), at: '2026-11-23T00:00:00.000Z' }],
}

it('shows the line in use as branch 0, what was left behind beside it, and what redo would bring', () => {
  expect(
    historyRows(tree).map(({ revision, branch, versions, isPast }) => [
      revision.id,
      branch,
      versions,
      isPast,
    ]),
  ).toEqual([
    ['e', 0, [], false],
    ['d', 0, [], true],
    ['c', 1, [], false],
    ['b', 0, ['For the client'], true],
    ['a', 0, [], true],
  ])
})
