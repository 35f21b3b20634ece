import { globSync } from 'node:fs'
import { root } from '../paths.ts'
import { asProgram } from '../process/asProgram.ts'
import { invokedDirectly } from '../process/invokedDirectly.ts'
import type { Rule } from './Rule.ts'
import { contractRules } from './rules/contract.ts'
import { fileRules } from './rules/files.ts'
import { lockRules } from './rules/lock.ts'
import { securityRules } from './rules/security.ts'
import { shownWordRules } from './rules/shownWords.ts'
import { tableRules } from './rules/tables.ts'
import { testRules } from './rules/tests.ts'
import { wordRules } from './rules/words.ts'
import { Tree } from './Tree.ts'

export const allRules: readonly Rule[] = [
  ...testRules,
  ...securityRules,
  ...fileRules,
  ...contractRules,
  ...lockRules,
  ...tableRules,
  ...shownWordRules,
  ...wordRules,
]

const searched = [
  '{main,preload,renderer,shared,build,test,docs,.ci}/**/*',
  '*.{ts,json,md,cjs}',
  '.*rc',
  '.gitignore',
  '.dependency-cruiser.cjs',
]

/**
 * Holds the sources against the rules that neither types, linter nor import table can express, and throws with what each
 * broken one teaches. It also throws when it found no sources, since it would then pass for the wrong reason.
 */
export async function rules(tree: string): Promise<string> {
  const paths = globSync(searched, { cwd: tree, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'))
    .map((path) => path.slice(tree.length + 1))
  const files = new Tree(tree, [...new Set(paths)].sort())
  if (files.sources.length === 0) throw new Error(`source rules: no sources found below ${tree}`)
  const broken = allRules.flatMap((rule) => explain(rule, files))
  if (broken.length)
    throw new Error(`source rules: ${broken.length} are broken\n${broken.join('\n')}`)
  return `${files.sources.length} sources keep to ${allRules.length} rules`
}

function explain({ name, teaches, find }: Rule, tree: Tree): string[] {
  const violations = find(tree)
  if (violations.length === 0) return []
  const places = violations.map(
    ({ path, line, what }) => `${path}${line ? `:${line}` : ''}: ${what}`,
  )
  return [`${places.join('\n')}\n  ${name}: ${teaches}`]
}

if (invokedDirectly(import.meta.url)) await asProgram(() => rules(root))
