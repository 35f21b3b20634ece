import { globSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import {
  cruise,
  type ICruiseOptions,
  type IForbiddenRuleType,
  type IViolation,
} from 'dependency-cruiser'
import { root } from '../paths.ts'
import { asProgram } from '../process/asProgram.ts'
import { invokedDirectly } from '../process/invokedDirectly.ts'

const sides = ['main', 'preload', 'renderer', 'shared', 'build', 'test']

type Configuration = {
  readonly forbidden: IForbiddenRuleType[]
  readonly options: ICruiseOptions
}

/**
 * Holds the tree against the import table and throws with what each broken rule teaches. It also throws when it did
 * not see every file there is: a checker that silently visits nothing is worse than none (dependency-cruiser does
 * just that, and ends with 0, when it finds a TypeScript that has no JavaScript interface).
 */
export async function layering(tree: string): Promise<string> {
  const { forbidden, options }: Configuration = createRequire(import.meta.url)(
    join(root, '.dependency-cruiser.cjs'),
  )
  const expected = sourceFiles(tree)
  const present = sides.filter((side) => expected.some((file) => file.startsWith(`${side}/`)))
  if (present.length === 0) throw new Error(`layering: no sources found below ${tree}`)
  const { output } = await cruise(present, {
    ...options,
    baseDir: tree,
    ruleSet: { forbidden },
    validate: true,
  })
  if (typeof output === 'string') throw new Error('layering: an unexpected answer')
  const seen = new Set(output.modules.map((module) => module.source))
  const missed = expected.filter((file) => !seen.has(file))
  const dependencies = output.modules.reduce((sum, m) => sum + m.dependencies.length, 0)
  if (missed.length || dependencies === 0) {
    throw new Error(
      `layering: the checker itself does not work: it saw ${expected.length - missed.length} of ${expected.length} files ` +
        `and ${dependencies} imports. Is the package named \`typescript\` one with a JavaScript interface (6)?`,
    )
  }
  const violations = output.summary.violations
  if (violations.length) throw new Error(explain(violations, forbidden))
  return `${expected.length} files and ${dependencies} imports keep to ${forbidden.length} rules`
}

const sourceFiles = (tree: string): string[] =>
  globSync(`{${sides.join(',')}}/**/*.{ts,tsx}`, { cwd: tree })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !file.endsWith('.d.ts'))

function explain(violations: readonly IViolation[], rules: readonly IForbiddenRuleType[]): string {
  const lines = violations.map(({ from, to, rule, cycle }) => {
    const path = cycle?.length ? cycle.map(({ name }) => name).join(' -> ') : to
    const comment = rules.find(({ name }) => name === rule.name)?.comment ?? ''
    return `${from} -> ${path}\n  ${rule.name}: ${comment}`
  })
  return `layering: ${violations.length} imports cross a line\n${[...new Set(lines)].join('\n')}`
}

if (invokedDirectly(import.meta.url)) await asProgram(() => layering(root))
