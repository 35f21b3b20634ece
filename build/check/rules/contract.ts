import ts from 'typescript'
import type { Rule, Violation } from '../Rule.ts'
import { firstText, propertyName, unwrapped } from '../syntax.ts'
import type { Tree } from '../Tree.ts'

const contractFile = 'shared/ipc/contract.ts'

type Entry = { readonly name: string; readonly line: number; readonly complete: boolean }

/** The entries of `export const CONTRACT = { … }`, read from the source so that a broken one can be shown too. */
function entries(file: ts.SourceFile): Entry[] {
  const declaration = file.statements
    .filter(ts.isVariableStatement)
    .flatMap((statement) => [...statement.declarationList.declarations])
    .find(({ name }) => name.getText(file) === 'CONTRACT')
  const object = declaration?.initializer && unwrapped(declaration.initializer)
  if (!object || !ts.isObjectLiteralExpression(object)) return []
  return object.properties.map((property) => ({
    name: propertyName(property) ?? property.getText(file).slice(0, 30),
    line: file.getLineAndCharacterOfPosition(property.getStart(file)).line + 1,
    complete: ts.isPropertyAssignment(property) && hasBothSchemas(unwrapped(property.initializer)),
  }))
}

/** Either `call(input, output)` or `{ input, output }`. */
function hasBothSchemas(value: ts.Expression): boolean {
  if (ts.isCallExpression(value)) return value.arguments.length === 2
  if (!ts.isObjectLiteralExpression(value)) return false
  const names = value.properties.map(propertyName)
  return names.includes('input') && names.includes('output')
}

/** How often each contract name stands where a handler is given: a key of an object, or what `handle(` is called with. */
function handled(tree: Tree): Map<string, number> {
  const counts = new Map<string, number>()
  const count = (name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1)
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) || ts.isMethodDeclaration(node)) {
      if (ts.isStringLiteralLike(node.name)) count(node.name.text)
    }
    if (ts.isCallExpression(node)) {
      const name = firstText(node)
      if (name !== undefined) count(name)
    }
    node.forEachChild(visit)
  }
  for (const path of tree.sources) {
    if (path.startsWith('main/ipc/')) visit(tree.parsed(path))
  }
  return counts
}

const entriesOf = (tree: Tree): Entry[] =>
  tree.has(contractFile) ? entries(tree.parsed(contractFile)) : []

const bothSchemas: Rule = {
  name: 'contract-entries-have-both-schemas',
  teaches:
    'Each call of the contract says what goes in and what comes out as a schema; types, preload and parsing all derive from the two: call(input, output).',
  find: (tree) => {
    if (!tree.has(contractFile)) return []
    const found = entriesOf(tree)
    const none: Violation = { path: contractFile, what: 'no CONTRACT = { … } found in it' }
    if (found.length === 0) return [none]
    return found
      .filter(({ complete }) => !complete)
      .map(({ name, line }) => ({ path: contractFile, line, what: `${name} lacks a schema` }))
  },
}

const oneHandler: Rule = {
  name: 'contract-entries-have-one-handler',
  teaches:
    'A call that nobody answers hangs the window, and of two answers one is never seen: register each name exactly once, in the file of its subject in main/ipc.',
  find: (tree) => {
    const counts = handled(tree)
    return entriesOf(tree).flatMap(({ name, line }): Violation[] => {
      const times = counts.get(name) ?? 0
      return times === 1
        ? []
        : [{ path: contractFile, line, what: `${name} has ${times} handlers` }]
    })
  },
}

export const contractRules: readonly Rule[] = [bothSchemas, oneHandler]
