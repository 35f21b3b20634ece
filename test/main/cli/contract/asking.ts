/** What the tests of `keyreel contract` share. */
import type { RunwareDouble } from '../../../fakes/runwareDouble.ts'

export const KEY = 'rw-test-0123456789'

export const envOf = (
  { baseUrl, schemasUrl }: Pick<RunwareDouble, 'baseUrl' | 'schemasUrl'>,
  key: string | null = KEY,
): Record<string, string> => ({
  KEYREEL_RUNWARE_URL: baseUrl,
  KEYREEL_RUNWARE_SCHEMAS_URL: schemasUrl,
  ...(key === null ? {} : { KEYREEL_RUNWARE_KEY: key }),
})

export interface Report {
  readonly counts: Readonly<Record<string, number>>
  readonly facts: readonly {
    readonly id: string
    readonly outcome: string
    readonly found: unknown
  }[]
  readonly table: {
    readonly file: string
    readonly asOf: string
    readonly changed: string[]
  } | null
  readonly balance: number | null
  readonly runs: readonly {
    readonly name: string
    readonly taskUUID: string
    readonly cost: number
  }[]
}

export const reportOf = (out: string): Report => JSON.parse(out)

export const outcomes = ({ facts }: Report, outcome: string): [string, unknown][] =>
  facts.filter((fact) => fact.outcome === outcome).map(({ id, found }) => [id, found])
