import { cpSync, globSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../../build/paths.ts'
import { localProgram } from '../../build/process/localProgram.ts'
import { run } from '../../build/process/run.ts'
import { linkPackages, plantedTree } from './plantedTree.ts'

/** The real tsconfig files over sources of our own, one of which breaks a rule of its side. */
async function compile(side: string, files: Readonly<Record<string, string>>): Promise<string> {
  const tree = plantedTree({ 'shared/time/rational.ts': 'export const one = 1\n', ...files })
  for (const file of globSync('{tsconfig*.json,*/tsconfig.json}', { cwd: root })) {
    cpSync(join(root, file), join(tree, file))
  }
  writeFileSync(join(tree, 'package.json'), '{ "type": "module" }')
  linkPackages(tree)
  const tsc = localProgram('@typescript/native', 'tsc')
  return (await run(process.execPath, [tsc, '-b', side], { cwd: tree })).stdout
}

const main = 'export const folder = 1\n'

it.each([
  {
    what: 'Node',
    file: `import { join } from 'node:path'\nexport const j = join('a')\n`,
    code: /TS2307|TS2591/,
  },
  { what: 'a window', file: `export const t = window.document\n`, code: /TS2304/ },
  { what: 'a process', file: `export const e = process.env\n`, code: /TS2580|TS2591|TS2304/ },
])('shared does not compile with $what', async ({ file, code }) => {
  expect(await compile('shared', { 'shared/model/a.ts': file })).toMatch(code)
})

it('the window does not compile against main, types included', async () => {
  const stdout = await compile('renderer', {
    'main/folder.ts': main,
    'renderer/a.ts': `import type { folder } from '../main/folder.ts'\nexport type F = typeof folder\n`,
  })
  expect(stdout).toContain('TS6307')
})

it('what keeps to its side compiles', async () => {
  const stdout = await compile('main', {
    'main/folder.ts': `import { join } from 'node:path'\nimport { one } from '../shared/time/rational.ts'\nexport const folder = join('a', String(one))\n`,
  })
  expect(stdout).toBe('')
})
