import ts from 'typescript'

/** The last name of what is called: `only` in `it.only(…)`, `handle` in `handle(…)`. */
export function calledName(node: ts.Node): string | undefined {
  if (!ts.isCallExpression(node)) return undefined
  const { expression } = node
  if (ts.isIdentifier(expression)) return expression.text
  return ts.isPropertyAccessExpression(expression) ? expression.name.text : undefined
}

export function firstText(node: ts.CallExpression): string | undefined {
  const [first] = node.arguments
  return first && ts.isStringLiteralLike(first) ? first.text : undefined
}

/** The names imported from one of `modules` by this import declaration. */
export function importedNames(node: ts.Node, modules: readonly string[]): readonly string[] {
  if (!ts.isImportDeclaration(node) || !ts.isStringLiteral(node.moduleSpecifier)) return []
  if (!modules.includes(node.moduleSpecifier.text)) return []
  const bindings = node.importClause?.namedBindings
  if (!bindings || !ts.isNamedImports(bindings)) return []
  return bindings.elements.map((element) => (element.propertyName ?? element.name).text)
}

export const unwrapped = (node: ts.Expression): ts.Expression =>
  ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node)
    ? unwrapped(node.expression)
    : node

export const propertyName = (node: ts.ObjectLiteralElementLike): string | undefined =>
  node.name && (ts.isIdentifier(node.name) || ts.isStringLiteralLike(node.name))
    ? node.name.text
    : undefined
