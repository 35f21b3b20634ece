import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../../build/paths.ts'
import { localProgram } from '../../build/process/localProgram.ts'
import { run } from '../../build/process/run.ts'
import { linkPackages, plantedTree } from './plantedTree.ts'

async function lint(text: string): Promise<string> {
  const tree = plantedTree({ 'main/a.ts': text, '.gitignore': 'node_modules\n' })
  cpSync(join(root, 'biome.json'), join(tree, 'biome.json'))
  linkPackages(tree)
  const biome = localProgram('@biomejs/biome', 'biome')
  const args = [biome, 'check', '--vcs-enabled=false', 'main']
  const { code, stdout, stderr } = await run(process.execPath, args, { cwd: tree })
  return code === 0 ? 'accepted' : stdout + stderr
}

it('accepts tidy code', async () => {
  expect(await lint(`export const one = 1\n`)).toBe('accepted')
})

it.each([
  { rule: 'noExplicitAny', text: `export const x: any = 1\n` },
  { rule: 'noEmptyBlockStatements', text: `try {\n  work()\n} catch {}\n` },
  { rule: 'useNodejsImportProtocol', text: `export { join } from 'path'\n` },
  { rule: 'noUnusedImports', text: `import { join } from 'node:path'\n\nexport const x = 1\n` },
  { rule: 'format', text: `export const x = "double"\n` },
])('refuses $rule', async ({ rule, text }) => {
  expect(await lint(text)).toContain(rule)
})
