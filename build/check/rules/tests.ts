import ts from 'typescript'
import { type Rule, syntaxRule } from '../Rule.ts'
import { calledName, firstText, importedNames } from '../syntax.ts'

const inTests = (path: string): boolean => path.startsWith('test/')

const mocks = ['mock', 'doMock', 'unstable_mockModule']

const noModuleMocks = syntaxRule({
  name: 'no-module-mocks',
  teaches:
    'A mocked module of our own tests an arrangement that never runs. Give the service its port and pass the fake of test/fakes.',
  applies: inTests,
  wrong: (node) => {
    if (!ts.isCallExpression(node) || !mocks.includes(calledName(node) ?? '')) return undefined
    const [first] = node.arguments
    const path = first && ts.isCallExpression(first) ? firstText(first) : firstText(node)
    return path && /^[./]/.test(path) ? `mocks ${path}` : undefined
  },
})

/** `new Promise((resolve) => setTimeout(resolve, 500))`: a pause, whatever the executor's argument is called. */
function isPause(node: ts.CallExpression): boolean {
  const [first] = node.arguments
  if (calledName(node) !== 'setTimeout' || !first || !ts.isIdentifier(first)) return false
  for (let at: ts.Node = node; at.parent; at = at.parent) {
    if (!ts.isArrowFunction(at) && !ts.isFunctionExpression(at)) continue
    if (!ts.isNewExpression(at.parent)) continue
    const parameter = at.parameters[0]?.name
    return parameter !== undefined && ts.isIdentifier(parameter) && parameter.text === first.text
  }
  return false
}

const noSleeps = syntaxRule({
  name: 'no-sleeps-in-tests',
  teaches:
    'A pause is either too short on a busy machine or too long on every other. Wait for what you mean: an event, expect.poll, a locator, or fake timers.',
  applies: inTests,
  wrong: (node) => {
    if (importedNames(node, ['node:timers/promises', 'timers/promises']).includes('setTimeout')) {
      return 'imports setTimeout from timers/promises'
    }
    if (!ts.isCallExpression(node)) return undefined
    if (calledName(node) === 'waitForTimeout') return 'calls waitForTimeout'
    return isPause(node) ? 'sleeps with setTimeout' : undefined
  },
})

const runners = ['it', 'test', 'describe', 'suite', 'bench']

const noNarrowedTests = syntaxRule({
  name: 'no-narrowed-tests',
  teaches:
    'A test left out or run alone lets the suite pass for what nobody checked. Repair it, or delete it and say why in the commit.',
  applies: inTests,
  wrong: (node) => {
    if (!ts.isPropertyAccessExpression(node)) return undefined
    if (!['only', 'skip', 'todo', 'fails'].includes(node.name.text)) return undefined
    const runner = node.expression.getText().split('.')[0] ?? ''
    return runners.includes(runner) ? node.getText() : undefined
  },
})

export const testRules: readonly Rule[] = [noModuleMocks, noSleeps, noNarrowedTests]
