/** Every verb does to links, shots, takes, pins, transitions, markers and locks what stands above it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { statementOf, VERB_FILES, verbsPage } from '../../../build/docs/verbs.ts'
import { observed, VERBS } from './verbTable.ts'

describe('the statement above each verb', () => {
  it('is observed for every verb of the page', () => {
    const files = Object.values(VERB_FILES).flat()
    expect(VERBS.map(({ file }) => file).sort()).toEqual(files.toSorted())
  })

  it.each(VERBS.map((row) => [row.verb, row] as const))('%s', (_, row) => {
    expect(observed(row)).toEqual(statementOf(row.file))
  })
})

it('docs/verbs.md is what stands above the verbs (node build/docs/verbs.ts writes it)', () => {
  const written = readFileSync(join(import.meta.dirname, '../../../docs/verbs.md'), 'utf8')
  expect(written).toBe(verbsPage())
})
