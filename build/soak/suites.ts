/** What the soak is made of: every test file, the long ones in parts. */
export type Suite = {
  /** `test/…/x.test.ts`, or `test/…/x.test.ts 2/6` for a part. */
  readonly name: string
  readonly file: string
  readonly project: 'unit' | 'long' | 'random' | 'e2e'
  /** `2/6` */
  readonly part?: string
}

/** Suites that would take more than about twenty minutes. They take their numbers from test/soak.ts. */
export const PARTS: Readonly<Record<string, number>> = {
  'test/main/services/killed.random.test.ts': 6,
  'test/main/services/paid.random.test.ts': 10,
  'test/main/engines/runware/paidOnce.random.test.ts': 5,
  'test/shared/history/edits.random.test.ts': 5,
  'test/shared/model/timeMap.random.test.ts': 4,
  'test/shared/render/exactFrames.random.test.ts': 6,
}

const projectOf = (file: string): Suite['project'] => {
  if (file.startsWith('test/e2e/')) return 'e2e'
  if (file.endsWith('.long.test.ts')) return 'long'
  return file.endsWith('.random.test.ts') ? 'random' : 'unit'
}

/** All suites in a fixed order. */
export function suitesOf(files: readonly string[]): Suite[] {
  return files
    .map((file) => file.replaceAll('\\', '/'))
    .sort()
    .flatMap((file): Suite[] => {
      const project = projectOf(file)
      const parts = PARTS[file]
      if (parts === undefined) return [{ name: file, file, project }]
      return Array.from({ length: parts }, (_, index) => {
        const part = `${index + 1}/${parts}`
        return { name: `${file} ${part}`, file, project, part }
      })
    })
}

/** Dealt out round robin, so that the slow kinds spread over the shards; `shard` counts from 1. */
export const shardOf = (suites: readonly Suite[], shard: number, shards: number): Suite[] =>
  suites.filter((_, index) => index % shards === shard - 1)
