import ts from 'typescript'
import type { Rule, Violation } from '../Rule.ts'
import { firstText, propertyName, unwrapped } from '../syntax.ts'
import type { Tree } from '../Tree.ts'

/** One file of calls for each subject; shared/ipc/contract.ts joins them. */
const callsFolder = 'shared/ipc/calls/'

type Entry = {
  readonly path: string
  readonly name: string
  readonly line: number
  readonly complete: boolean
}

/** The entries of each `export const …Calls = { … }`, read from the source so that a broken one can be shown too. */
function entries(path: string, file: ts.SourceFile): Entry[] {
  const objects = file.statements
    .filter(ts.isVariableStatement)
    .flatMap((statement) => [...statement.declarationList.declarations])
    .filter(({ name }) => name.getText(file).endsWith('Calls'))
    .flatMap(({ initializer }) => (initializer ? [unwrapped(initializer)] : []))
    .filter(ts.isObjectLiteralExpression)
  return objects.flatMap(({ properties }) =>
    properties.map((property) => ({
      path,
      name: propertyName(property) ?? property.getText(file).slice(0, 30),
      line: file.getLineAndCharacterOfPosition(property.getStart(file)).line + 1,
      complete:
        ts.isPropertyAssignment(property) && hasBothSchemas(unwrapped(property.initializer)),
    })),
  )
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

const filesOf = (tree: Tree): string[] =>
  tree.sources.filter((path) => path.startsWith(callsFolder) && path !== `${callsFolder}call.ts`)

const entriesOf = (tree: Tree): Entry[] =>
  filesOf(tree).flatMap((path) => entries(path, tree.parsed(path)))

const bothSchemas: Rule = {
  name: 'contract-entries-have-both-schemas',
  teaches:
    'Each call of the contract says what goes in and what comes out as a schema; types, preload and parsing all derive from the two: call(input, output).',
  find: (tree) => {
    const found = entriesOf(tree)
    const silent = filesOf(tree)
      .filter((path) => !found.some((entry) => entry.path === path))
      .map((path): Violation => ({ path, what: 'no …Calls = { … } found in it' }))
    const broken = found
      .filter(({ complete }) => !complete)
      .map(({ path, name, line }) => ({ path, line, what: `${name} lacks a schema` }))
    return [...silent, ...broken]
  },
}

const oneHandler: Rule = {
  name: 'contract-entries-have-one-handler',
  teaches:
    'A call that nobody answers hangs the window, and of two answers one is never seen: register each name exactly once, in the file of its subject in main/ipc.',
  find: (tree) => {
    const counts = handled(tree)
    return entriesOf(tree).flatMap(({ path, name, line }): Violation[] => {
      const times = counts.get(name) ?? 0
      return times === 1 ? [] : [{ path, line, what: `${name} has ${times} handlers` }]
    })
  },
}

export const contractRules: readonly Rule[] = [bothSchemas, oneHandler]
