import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { applyCommand, command } from '../../../shared/commands/registry.ts'
import {
  DocumentFromTheFuture,
  MIGRATIONS,
  migrate,
  NotADocument,
} from '../../../shared/model/migrations/migrate.ts'
import { parseProject } from '../../../shared/model/migrations/parseProject.ts'
import { newProject } from '../../../shared/model/newProject.ts'
import { type PlainProject, plainOf } from '../../../shared/model/plainProject.ts'
import { DOCUMENT_VERSION } from '../../../shared/model/project.ts'
import { rational } from '../../../shared/time/rational.ts'
import { asWritten } from '../../../shared/words/Said.ts'
import { counting, cutOf, item, textOf } from '../edit/cutText.ts'
import { assetOf } from '../model/mediaOf.ts'

type Json = Readonly<Record<string, unknown>>

const json = (value: unknown): PlainProject => JSON.parse(JSON.stringify(value)) as PlainProject

describe('a document from JSON', () => {
  it('is the document that was written', () => {
    const project = cutOf(['V1 |A 0-24@3*-1/2|gap 24-30|B 30-40|', 'A1 |A 0-24@3*-1/2|'])
    expect(parseProject(json(project))).toEqual(project)
  })

  it('keeps what this version does not know, through a change', () => {
    const document = json(cutOf(['V1 |A 0-24|B 24-48|']))
    const unknown = { blend: 'screen', nested: [{ deep: true }] }
    const add = (record: object | undefined): void => void Object.assign(record ?? {}, { unknown })
    const clip = document.items['V1.A']
    if (clip?.kind !== 'clip') throw new Error('There is no clip A')
    const keyframe = { id: 'k', frame: 3, value: 1, easing: { kind: 'linear', unknown }, unknown }
    Object.assign(clip.picture, { scale: { value: 1, keyframes: [keyframe], unknown } })
    for (const record of [
      document,
      document.timelines.timeline,
      document.tracks.V1,
      clip,
      clip.source,
      clip.picture,
      document.assets.A,
      document.assets.A?.info,
      document.assets.A?.info.video[0],
    ]) {
      add(record)
    }
    const before = json(document)
    const parsed = parseProject(document)
    expect(json(parsed)).toEqual(before)

    const trim = { itemId: item('V1.A'), delta: 4, ripple: true, linked: true }
    const after = applyCommand(parsed, command('clip.trim', { ...trim, edge: 'start' }, 'c'))
    expect(textOf(after)).toEqual(['V1 |A 0-20@4|B 20-44|'])
    expect(json(after).items['V1.A']).toEqual({
      ...before.items['V1.A'],
      duration: 20,
      sourceStart: { num: 1, den: 6 },
      picture: {
        ...clip.picture,
        scale: { value: 1, keyframes: [{ ...keyframe, frame: -1 }], unknown },
      },
    })
    expect({ ...json(after), items: null }).toEqual({ ...before, items: null })
  })

  it('gets the defaults that were left out', () => {
    const project = newProject('P', { rate: rational(24), width: 16, height: 9 }, counting('i'))
    const bare = json(project)
    for (const track of Object.values(bare.tracks)) {
      for (const field of ['locked', 'muted', 'solo', 'hidden', 'syncLocked']) {
        delete (track as Record<string, unknown>)[field]
      }
    }
    for (const timeline of Object.values(bare.timelines)) {
      delete (timeline as Record<string, unknown>).sampleRate
    }
    expect(parseProject(bare)).toEqual(project)
  })

  it.each<[string, unknown, string]>([
    [
      'from the future',
      { ...json(cutOf([])), version: 99 },
      'This project was saved by a newer Keyreel (document version 99; this one reads up to 3). Update Keyreel to open it; nothing was changed.',
    ],
    [
      'without a version',
      { tracks: {} },
      'This is not a Keyreel project: it names no document version. Choose another file.',
    ],
    [
      'that is no object',
      [1],
      'This is not a Keyreel project: it names no document version. Choose another file.',
    ],
    [
      'that is damaged',
      { ...json(cutOf([])), assets: { A: { ...assetOf('A'), name: 7 } } },
      'This Keyreel project is damaged at "assets.A.name": Invalid input: expected string, received number. Restore an earlier version of it.',
    ],
    [
      'with a record under the id of another',
      { ...json(cutOf([])), assets: { B: assetOf('A') } },
      'This Keyreel project is damaged at "assets.B": the record says that its id is "A". Restore an earlier version of it.',
    ],
  ])('is refused %s', (_, document, sentence) => {
    expect(() => parseProject(document)).toThrow(sentence)
  })

  it('names its errors', () => {
    const names = [new DocumentFromTheFuture(9), new NotADocument(asWritten(''))].map(
      ({ name }) => name,
    )
    expect([names, new DocumentFromTheFuture(9).version]).toEqual([
      ['DocumentFromTheFuture', 'NotADocument'],
      9,
    ])
  })
})

/** Words stored before sentences had keys read as written, in whichever version. */
const told = ({ takes }: Json): Json => ({
  takes: Object.fromEntries(
    Object.entries(takes as Record<string, { readonly method: string }>).map(([id, take]) => [
      id,
      { ...take, method: asWritten(take.method) },
    ]),
  ),
})

describe('migrations', () => {
  /** What each migration does to the document of its version that lies beside this test. */
  const TESTED: Readonly<Record<string, (before: Json, after: PlainProject) => void>> = {
    AddBinsAndLooks: (before, after) => {
      expect(after).toEqual({
        ...before,
        ...told(before),
        version: 3,
        bins: {},
        looks: {},
        transitions: {},
      })
    },
    AddTransitions: (before, after) => {
      expect(after).toEqual({ ...before, ...told(before), version: 3, transitions: {} })
    },
  }

  it('lead to the present version, none without a test', () => {
    expect([MIGRATIONS.map(({ name }) => name), MIGRATIONS.length + 1]).toEqual([
      Object.keys(TESTED),
      DOCUMENT_VERSION,
    ])
  })

  it.each(MIGRATIONS.map(({ name }, i) => [name, i + 1] as const))(
    '%s reads a document of version %i as it was stored',
    (name, version) => {
      const stored = JSON.parse(
        readFileSync(join(import.meta.dirname, `documents/version-${version}.json`), 'utf8'),
      ) as Json
      expect(stored.version).toBe(version)
      TESTED[name]?.(stored, plainOf(parseProject(stored)))
    },
  )

  it('run from the document’s own version on, in order', () => {
    const step = (name: string) => ({
      name,
      up: (document: Readonly<Record<string, unknown>>) => ({
        ...document,
        steps: [...((document.steps as string[] | undefined) ?? []), name],
      }),
    })
    const all = [step('one'), step('two'), step('three')]
    expect([1, 2, 4].map((version) => migrate({ version }, all))).toEqual([
      { version: 4, steps: ['one', 'two', 'three'] },
      { version: 4, steps: ['two', 'three'] },
      { version: 4 },
    ])
    expect(() => migrate({ version: 5 }, all)).toThrow(DocumentFromTheFuture)
  })
})
