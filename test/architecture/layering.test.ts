import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import { layering } from '../../build/check/layering.ts'
import { inRepository, root } from '../../build/paths.ts'
import { plantedTree } from './plantedTree.ts'

const { forbidden }: { forbidden: ReadonlyArray<{ name: string; comment: string }> } =
  createRequire(import.meta.url)(inRepository('.dependency-cruiser.cjs'))

const empty = 'export {}\n'
const uses = (...paths: string[]): string => paths.map((path) => `import '${path}'\n`).join('')
const usesType = (path: string): string => `import type { T } from '${path}'\nexport type U = T\n`

/** What the trees of these tests know as installed. */
const packages: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({
    dependencies: {
      zod: '1',
      'better-sqlite3': '1',
      'fluent-ffmpeg': '1',
      left: '1',
      i18next: '1',
    },
    devDependencies: { electron: '1', tool: '1' },
  }),
  ...Object.fromEntries(
    ['zod', 'i18next', 'better-sqlite3', 'fluent-ffmpeg', 'left', 'electron', 'tool'].flatMap(
      (name) => [
        [
          `node_modules/${name}/package.json`,
          JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
        ],
        [`node_modules/${name}/index.js`, ''],
      ],
    ),
  ),
}

/** Everything that may be imported somewhere. */
const ground: Readonly<Record<string, string>> = {
  ...packages,
  'main/app/window.ts': uses('electron'),
  'main/compose.ts': uses(
    './media/ffmpeg/run.ts',
    './engines/local/engine.ts',
    './server/server.ts',
  ),
  'main/database/open.ts': uses('better-sqlite3', 'node:path'),
  'main/engines/GenerationEngine.ts': empty,
  'main/engines/local/engine.ts': uses('../GenerationEngine.ts'),
  'main/engines/runware/engine.ts': uses('../GenerationEngine.ts'),
  'main/media/ffmpeg/run.ts': uses('fluent-ffmpeg'),
  'main/server/server.ts': uses('node:http'),
  'main/services/media.ts': uses('../engines/GenerationEngine.ts', '../../shared/model/clip.ts'),
  'preload/index.ts': uses('electron', '../shared/ipc/contract.ts'),
  'renderer/bridge/bridge.ts': uses('../../shared/ipc/contract.ts'),
  'renderer/features/takes/List.tsx': uses('../../store/document.ts', '../../ui/Button.tsx'),
  'renderer/features/viewer/Viewer.tsx': uses('../../store/document.ts'),
  'renderer/store/document.ts': uses('../bridge/bridge.ts', '../../shared/history/history.ts'),
  'renderer/ui/Button.tsx': uses('left'),
  'shared/actions/catalogue.ts': uses('../commands/trim.ts'),
  'shared/commands/trim.ts': uses('../edit/trim.ts'),
  'shared/edit/trim.ts': uses('../model/clip.ts'),
  'shared/generation/request.ts': uses('../time/rational.ts', 'zod'),
  'shared/history/history.ts': uses('../commands/trim.ts'),
  'shared/interchange/otio.ts': uses('../model/clip.ts'),
  'shared/ipc/contract.ts': uses('zod', '../generation/request.ts'),
  'shared/jobs/job.ts': uses('../generation/request.ts'),
  'shared/model/clip.ts': uses('../time/rational.ts', '../words/say.ts'),
  'shared/render/plan.ts': uses('../model/clip.ts'),
  'shared/time/rational.ts': empty,
  'shared/words/say.ts': uses('zod', 'i18next'),
  'build/electron/find.ts': uses('node:fs'),
  'test/main/media.test.ts': uses('../../main/server/server.ts', 'node:fs', 'better-sqlite3'),
}

/** One violation of each rule: the rule, the file it is planted in, what that file holds. */
const plants: ReadonlyArray<readonly [rule: string, path: string, text: string]> = [
  ['shared-may-import-only-itself', 'shared/model/a.ts', uses('../../main/compose.ts')],
  ['preload-may-import-shared', 'preload/a.ts', uses('../renderer/bridge/bridge.ts')],
  ['renderer-may-import-shared', 'renderer/a.ts', usesType('../main/compose.ts')],
  ['main-may-import-shared', 'main/app/a.ts', uses('../../build/electron/find.ts')],
  ['build-may-import-shared-and-main', 'build/a.ts', uses('../renderer/bridge/bridge.ts')],
  ['shared.time-may-import-only-itself', 'shared/time/a.ts', usesType('../model/clip.ts')],
  ['shared.words-may-import-only-itself', 'shared/words/a.ts', usesType('../model/clip.ts')],
  ['shared.model-may-import-shared.time', 'shared/model/b.ts', uses('../edit/trim.ts')],
  [
    'shared.edit-may-import-shared.time-and-shared.model',
    'shared/edit/a.ts',
    uses('../commands/trim.ts'),
  ],
  [
    'shared.commands-may-import-shared.time-and-shared.model-and-shared.edit',
    'shared/commands/a.ts',
    uses('../history/history.ts'),
  ],
  [
    'shared.history-may-import-shared.time-and-shared.model-and-shared.commands',
    'shared/history/a.ts',
    uses('../render/plan.ts'),
  ],
  [
    'shared.generation-may-import-shared.time-and-shared.model',
    'shared/generation/a.ts',
    uses('../render/plan.ts'),
  ],
  [
    'shared.render-may-import-shared.time-and-shared.model',
    'shared/render/a.ts',
    uses('../edit/trim.ts'),
  ],
  [
    'shared.interchange-may-import-shared.time-and-shared.model',
    'shared/interchange/a.ts',
    uses('../render/plan.ts'),
  ],
  [
    'shared.actions-may-import-shared.time-and-shared.model-and-shared.commands',
    'shared/actions/a.ts',
    uses('../render/plan.ts'),
  ],
  [
    'shared.jobs-may-import-shared.time-and-shared.model-and-shared.generation-and-shared.render-and-shared.interchange',
    'shared/jobs/a.ts',
    uses('../commands/trim.ts'),
  ],
  ['shared-has-one-library', 'shared/render/b.ts', uses('i18next')],
  ['shared-words-has-two-libraries', 'shared/words/b.ts', uses('left')],
  ['node-only-in-main-build-and-test', 'renderer/b.ts', uses('node:fs')],
  ['electron-only-through-its-door', 'main/services/a.ts', usesType('electron')],
  ['fluent-ffmpeg-only-through-its-door', 'main/services/b.ts', uses('fluent-ffmpeg')],
  ['better-sqlite3-only-through-its-door', 'main/services/c.ts', uses('better-sqlite3')],
  [
    'only-the-composition-root-knows-implementations',
    'main/services/d.ts',
    uses('../engines/local/engine.ts'),
  ],
  [
    'implementations-do-not-know-each-other',
    'main/engines/local/a.ts',
    uses('../runware/engine.ts'),
  ],
  ['the-protocol-server-has-few-users', 'main/services/e.ts', uses('../server/server.ts')],
  ['features-meet-in-the-store', 'renderer/features/takes/a.ts', uses('../viewer/Viewer.tsx')],
  ['the-store-knows-no-features', 'renderer/store/a.ts', uses('../features/viewer/Viewer.tsx')],
  ['ui-is-dumb', 'renderer/ui/a.ts', uses('../store/document.ts')],
  ['shipped-code-needs-shipped-packages', 'renderer/c.ts', uses('tool')],
  ['imports-resolve', 'main/services/f.ts', uses('./nowhere.ts')],
  ['no-cycles', 'main/services/g.ts', uses('./h.ts')],
]

const message = async (tree: string): Promise<string> =>
  layering(tree).catch((error: unknown) => (error instanceof Error ? error.message : String(error)))

it('plants a violation of every rule', () => {
  expect(plants.map(([rule]) => rule).sort()).toEqual(forbidden.map(({ name }) => name).sort())
})

it('accepts a tree that keeps to the table', async () => {
  const tree = plantedTree(ground)
  expect(await message(tree)).toMatch(/^29 files and \d+ imports keep to \d+ rules$/)
})

it('finds each planted violation, says what it teaches, and finds nothing else', async () => {
  const files = Object.fromEntries(plants.map(([, path, text]) => [path, text]))
  const text = await message(
    plantedTree({ ...ground, ...files, 'main/services/h.ts': uses('./g.ts') }),
  )
  const lines = text.split('\n')
  const reported = lines.flatMap((line, index) => {
    const rule = /^ {2}(\S+):/.exec(line)?.[1]
    const from = lines[index - 1]?.split(' -> ')[0]
    return rule ? [`${rule} in ${from}`] : []
  })
  const wanted = plants.map(([rule, path]) => `${rule} in ${path}`)
  // A cycle is reported from each of its ends, or from one: either will do.
  const cycleEnd = 'no-cycles in main/services/h.ts'
  expect([...new Set(reported)].filter((line) => line !== cycleEnd).sort()).toEqual(wanted.sort())
  for (const { comment } of forbidden) expect(text).toContain(comment)
})

it('fails when it sees no sources at all', async () => {
  expect(await message(plantedTree({ 'package.json': '{}' }))).toContain('no sources found')
})

it('fails when it sees files but no imports, as it would without a TypeScript it can use', async () => {
  const tree = plantedTree({ ...packages, 'shared/time/rational.ts': empty })
  expect(await message(tree)).toContain('the checker itself does not work')
})

it('accepts the real tree', async () => {
  expect(await message(root)).toMatch(/^\d+ files and \d+ imports keep to \d+ rules$/)
  // It reads every source, beside whatever else the machine does.
}, 120_000)
