import type ts from 'typescript'
import type { Tree } from './Tree.ts'

/** One broken rule at one place. */
export type Violation = { readonly path: string; readonly line?: number; readonly what: string }

export type Rule = {
  readonly name: string
  /** Shown with every violation: why the rule exists and what to do instead. */
  readonly teaches: string
  readonly find: (tree: Tree) => readonly Violation[]
}

/** A rule about single pieces of syntax in the files that `applies` admits. */
export function syntaxRule(rule: {
  readonly name: string
  readonly teaches: string
  readonly applies: (path: string) => boolean
  /** Names what is wrong with this node, or nothing. */
  readonly wrong: (node: ts.Node) => string | undefined
}): Rule {
  const { name, teaches, applies, wrong } = rule
  return {
    name,
    teaches,
    find: (tree) =>
      tree.sources.filter(applies).flatMap((path) => {
        const file = tree.parsed(path)
        const violations: Violation[] = []
        const visit = (node: ts.Node): void => {
          const what = wrong(node)
          if (what !== undefined) {
            const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1
            violations.push({ path, line, what })
          }
          node.forEachChild(visit)
        }
        visit(file)
        return violations
      }),
  }
}
