import BetterSqlite3 from 'better-sqlite3'
import { expect, it } from 'vitest'
import { saidColumn } from '../../../main/database/json.ts'
import { openStore } from '../../../main/database/store.ts'
import { settingsOf } from '../../../shared/model/select.ts'
import { asWritten } from '../../../shared/words/Said.ts'
import { say } from '../../../shared/words/say.ts'
import { cutOf } from '../../shared/edit/cutText.ts'
import { temporaryFolder } from '../media/temporaryFolder.ts'

const folder = temporaryFolder()

it.each([
  ['Trim "oak" by 2 frames', asWritten('Trim "oak" by 2 frames')],
  ['', asWritten('')],
  ['{a brace}', asWritten('{a brace}')],
  ['{"no": "sentence"}', asWritten('{"no": "sentence"}')],
  ['{"key":"label:closeGap"}', say('label:closeGap')],
  [
    '{"key":"label:ofANewerKeyreel","params":{"by":{"key":"words:clip"}}}',
    { key: 'label:ofANewerKeyreel', params: { by: say('words:clip') } },
  ],
])('the column %s is a sentence', (text, said) => {
  expect(saidColumn.parse(text)).toEqual(said)
})

it('a revision that an older Keyreel labelled in plain English keeps its words', () => {
  const file = folder('old.sqlite')
  const project = cutOf([])
  const { id } = settingsOf(project)
  const store = openStore(file)
  const at = '2026-01-01T00:00:00.000Z'
  const root = {
    id: 'root' as never,
    parentId: null,
    command: null,
    label: say('label:newProject'),
    patch: [],
    at,
  }
  store.projects.insert({
    ...{ id, name: 'Oaks', head: root.id, tip: root.id, isSample: false },
    ...{ createdAt: at, openedAt: at, removedAt: null },
  })
  store.revisions.insert(id, root)
  store.close()
  const db = new BetterSqlite3(file)
  expect(db.prepare('SELECT label FROM revisions').pluck().get()).toBe('{"key":"label:newProject"}')
  db.prepare('UPDATE revisions SET label = ?').run('New project')
  db.close()
  const again = openStore(file)
  expect(again.revisions.summaries(id).map(({ label }) => label)).toEqual([
    asWritten('New project'),
  ])
  again.close()
})
