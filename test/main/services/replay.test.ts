/** Rows of older forms are replayed as what they were, migrated where their form ends, and checked. */
import { describe, expect, it } from 'vitest'
import { documentForm } from '../../../main/database/documentForm.ts'
import { replay } from '../../../main/services/replay.ts'
import { idsFrom } from '../../../shared/commands/Command.ts'
import { newProject } from '../../../shared/model/newProject.ts'
import { DOCUMENT_VERSION, type Project } from '../../../shared/model/project.ts'
import { Records } from '../../../shared/model/records.ts'
import { settingsOf } from '../../../shared/model/select.ts'
import { rational } from '../../../shared/time/rational.ts'

const format = { rate: rational(24), width: 1920, height: 1080 }
const project = newProject('Start', format, idsFrom('p'))
const settings = settingsOf(project)
const ours = documentForm()

const stored = (document: unknown, form = ours) => ({ form, text: JSON.stringify(document) })
const rename = (name: string, form = ours) =>
  stored(
    [{ table: 'settings', id: settings.id, before: settings, after: { ...settings, name } }],
    form,
  )

/** The document as version 1 had it: without the tables that came later. */
function first(): Record<string, unknown> {
  const {
    bins: _bins,
    looks: _looks,
    transitions: _transitions,
    ...rest
  } = project as Project & Record<string, unknown>
  return { ...rest, version: 1 }
}

describe('replay', () => {
  it('takes what it wrote itself as it is', () => {
    expect(replay(stored(project), [])).toEqual(project)
    const removed = [{ table: 'tracks', id: 'p.3', before: project.tracks.get('p.3') }]
    const after = replay(stored(project), [rename('One'), stored(removed), rename('Two')])
    expect([settingsOf(after).name, after.tracks]).toEqual(['Two', project.tracks.without('p.3')])
  })

  it('leads older rows through the migrations, then goes on with newer ones', () => {
    const steps = [rename('One', '1-'), rename('Two')]
    const after = replay(stored(first(), '1-'), steps)
    expect(after).toEqual({ ...project, settings: Records.of([{ ...settings, name: 'Two' }]) })
    expect(after.version).toBe(DOCUMENT_VERSION)
  })

  it('checks rows of another form of the same version', () => {
    const form = `${DOCUMENT_VERSION}-other`
    expect(() => replay(stored({ ...project, tracks: 7 }, form), [])).toThrow(/damaged at "tracks"/)
    expect(settingsOf(replay(stored(project, form), [rename('One')])).name).toBe('One')
  })

  it('refuses what is damaged or from a newer program', () => {
    const broken = { form: ours, text: '{"version":' }
    const newer = `${DOCUMENT_VERSION + 1}-x`
    expect(() => replay(broken, [])).toThrow(/damaged/)
    expect(() => replay(stored({ version: DOCUMENT_VERSION }), [])).toThrow(/"\w+" is missing/)
    expect(() => replay(stored(project), [stored([{ id: 1 }])])).toThrow(/names no record/)
    const misfiled = [{ table: 'settings', id: 'other', after: settings }]
    expect(() => replay(stored(project), [stored(misfiled)])).toThrow(/damaged \(settings.other: /)
    expect(() => replay(stored(project), [rename('One', newer)])).toThrow(/newer Keyreel/)
  })
})
