/** A table against a plain map of the same records. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { differingIds, Records } from '../../../shared/model/records.ts'
import { seeded } from './seeded.ts'

interface Row {
  readonly id: string
  readonly value: number
}

type Model = ReadonlyMap<string, Row>

/** Ids that collide in their buckets, and some that would be names of an object's own members. */
const idArbitrary = fc.oneof(
  fc.integer({ min: 0, max: 2_000 }).map((n) => `id.${n}`),
  fc.constantFrom('__proto__', 'constructor', 'toString', '0', '-1', 'ä'),
)
const rowArbitrary = fc.record({ id: idArbitrary, value: fc.integer({ min: 0, max: 3 }) })
const stepArbitrary = fc.oneof(
  fc.record({ kind: fc.constant('with' as const), row: rowArbitrary }),
  fc.record({ kind: fc.constant('without' as const), id: idArbitrary }),
  fc.record({ kind: fc.constant('same' as const), id: idArbitrary }),
  fc.record({
    kind: fc.constant('draft' as const),
    put: fc.array(rowArbitrary, { maxLength: 40 }),
    remove: fc.array(idArbitrary, { maxLength: 40 }),
  }),
)
type Step = typeof stepArbitrary extends fc.Arbitrary<infer S> ? S : never

function stepped(records: Records<Row>, step: Step): Records<Row> {
  switch (step.kind) {
    case 'with':
      return records.with(step.row)
    case 'without':
      return records.without(step.id)
    case 'same': {
      const row = records.get(step.id)
      return row ? records.with(row) : records
    }
    case 'draft': {
      const draft = records.draft()
      for (const row of step.put) draft.put(row)
      const between = draft.finish()
      for (const id of step.remove) draft.remove(id)
      const after = draft.finish()
      expect(contentOf(between)).toEqual(contentOf(Records.of([...records, ...step.put])))
      return after
    }
  }
}

function modelled(model: Model, step: Step): Model {
  const after = new Map(model)
  if (step.kind === 'with') after.set(step.row.id, step.row)
  if (step.kind === 'without') after.delete(step.id)
  if (step.kind === 'draft') {
    for (const row of step.put) after.set(row.id, row)
    for (const id of step.remove) after.delete(id)
  }
  return after
}

const contentOf = (records: Records<Row>): [string, Row][] =>
  records.values().map((row) => [row.id, row])

const sorted = <T extends readonly [string, unknown]>(entries: Iterable<T>): T[] =>
  [...entries].sort(([a], [b]) => (a < b ? -1 : 1))

const differing = (before: Model, after: Model): string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter((id) => before.get(id) !== after.get(id))

it('is a map whose changes leave earlier ones alone', () => {
  fc.assert(
    fc.property(
      fc.array(rowArbitrary, { maxLength: 500 }),
      fc.array(stepArbitrary, { maxLength: 30 }),
      (rows, steps) => {
        const versions: [Records<Row>, Model][] = [
          [Records.of(rows), new Map(rows.map((row) => [row.id, row]))],
        ]
        for (const step of steps) {
          const [records, model] = versions.at(-1) ?? [Records.of<Row>(), new Map()]
          versions.push([stepped(records, step), modelled(model, step)])
        }
        for (const [i, [records, model]] of versions.entries()) {
          expect(sorted(contentOf(records))).toEqual(sorted(model))
          expect(records.size).toBe(model.size)
          for (const id of [...model.keys(), 'missing']) {
            expect([records.get(id), records.has(id)]).toEqual([model.get(id), model.has(id)])
          }
          const [earlier, earlierModel] = versions[Math.floor(i / 2)] ?? [records, model]
          expect([...differingIds(earlier, records)].sort()).toEqual(
            differing(earlierModel, model).sort(),
          )
          // The same records in the same order, however they came there, and through JSON.
          const anew = Records.of([...model.values()].reverse())
          expect([...anew]).toEqual([...records])
          expect(anew).toEqual(records)
          expect(JSON.stringify(anew)).toBe(JSON.stringify(records))
          expect(new Map(Object.entries(records.toJSON()))).toEqual(new Map(sorted(model)))
        }
      },
    ),
    seeded({ sample: 200, soak: 5_000 }),
  )
})

it('is itself where nothing changes', () => {
  const rows = Array.from({ length: 300 }, (_, value) => ({ id: `r${value}`, value }))
  const records = Records.of(rows)
  const draft = records.draft()
  for (const row of rows) draft.put(row)
  draft.remove('missing')
  expect(draft.finish()).toBe(records)
  expect([records.with(rows[7] ?? { id: '', value: 0 }), records.without('missing')]).toEqual([
    records,
    records,
  ])
  expect(records.values()).toBe(records.values())
})

it('is compared by what is in it', () => {
  const one = Records.of([{ id: 'a', value: 1 }])
  expect(one).not.toEqual(Records.of([{ id: 'a', value: 2 }]))
  expect(one).not.toEqual(Records.of([{ id: 'b', value: 1 }]))
  expect(one).not.toEqual(Records.of())
  expect(one).toEqual(Records.of([{ id: 'a', value: 1 }]))
})
