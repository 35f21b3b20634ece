/**
 * Which form of the document wrote a row: `<document version>-<fingerprint of its schema>`. Rows of exactly the
 * present form were checked by the same schema when they were written, so reading them needs no second check;
 * all others are migrated, checked and given their defaults.
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { plainProjectSchema } from '../../shared/model/plainProject.ts'
import { DOCUMENT_VERSION } from '../../shared/model/project.ts'

/** Text of the document's kind with the form it was written in. */
export interface Stored {
  readonly form: string
  readonly text: string
}

let known: string | undefined

/** The form that this program writes. */
export function documentForm(): string {
  if (known !== undefined) return known
  const schema = z.toJSONSchema(plainProjectSchema, { unrepresentable: 'any', io: 'output' })
  const fingerprint = createHash('sha256').update(JSON.stringify(schema)).digest('hex').slice(0, 12)
  known = `${DOCUMENT_VERSION}-${fingerprint}`
  return known
}

export const versionOfForm = (form: string): number => Number.parseInt(form, 10)
