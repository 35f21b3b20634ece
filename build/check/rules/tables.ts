import ts from 'typescript'
import { TABLES } from '../../../shared/model/project.ts'
import { type Rule, syntaxRule } from '../Rule.ts'
import { calledName } from '../syntax.ts'

const tables: readonly string[] = TABLES
/** What documents are called here, alone or at the end: `project`, `now.project`, `before`. */
const documents = /(^|\.)(\w*[pP]roject|document|before|after)[?!]?$/

/** `project.items` and the like. */
function isTable(node: ts.Node | undefined): boolean {
  if (!node || !ts.isPropertyAccessExpression(node)) return false
  return tables.includes(node.name.text) && documents.test(node.expression.getText())
}

/** What the compiler lets pass, since every object has keys. */
const noPlainTables = syntaxRule({
  name: 'tables-are-no-plain-objects',
  teaches:
    'A table of the document is a Records (shared/model/records.ts): ask it for get, has, size, values() or ids(). Its own properties say nothing.',
  applies: (path) => /^(main|renderer|shared)\//.test(path),
  wrong: (node) => {
    const isAsked =
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      ts.isIdentifier(node.expression.expression) &&
      node.expression.expression.text === 'Object' &&
      ['keys', 'values', 'entries', 'hasOwn'].includes(calledName(node) ?? '') &&
      isTable(node.arguments[0])
    const isSpread = ts.isSpreadAssignment(node) && isTable(node.expression)
    const isIn =
      ts.isBinaryExpression(node) &&
      node.operatorToken.kind === ts.SyntaxKind.InKeyword &&
      isTable(node.right)
    return isAsked || isSpread || isIn ? node.getText() : undefined
  },
})

export const tableRules: readonly Rule[] = [noPlainTables]
