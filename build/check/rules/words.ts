import ts from 'typescript'
import { type Rule, syntaxRule } from '../Rule.ts'
import { calledName, propertyName } from '../syntax.ts'

/** Where English is written as it is. */
const EXCEPTIONS: readonly RegExp[] = [
  // The catalogue itself, and what words it.
  /^shared\/words\//,
  // The help and the refusals of the command line, which speaks English only.
  /^main\/cli\//,
  // The protocol of the double of Runware, read by programs.
  /^main\/server\//,
]

/** Errors of ours that are no sentence for people. */
const UNSEEN: readonly string[] = [
  // The reason of an abort signal; the job's own state says what happened.
  'JobStopped',
]

/** Mistakes of ours that no person should see are thrown as these, in plain English. */
const MISTAKES = ['Error', 'RangeError', 'TypeError', 'SyntaxError', 'DOMException']

/** Whose arguments are told to people. */
const TELLERS = ['asWritten', 'refuse', 'refused', 'failed', 'reject', 'sentences']
const TOLD_FIELDS = ['message', 'note', 'notes', 'problem', 'found', 'enables', 'method', 'why']

/** `… is gone`: two words of letters, the second small, as no key, path or name of a program has them. */
const isSentence = (node: ts.Node): boolean => {
  const text = ts.isStringLiteralLike(node)
    ? node.text
    : ts.isTemplateExpression(node)
      ? [node.head, ...node.templateSpans.map(({ literal }) => literal)]
          .map((part) => part.text)
          .join('x')
      : ''
  return /[a-z]{2,}[,:;]? [a-z]{2,}/i.test(text)
}

const literalSentence = (nodes: readonly ts.Node[] = []): string | undefined =>
  nodes
    .flatMap((node) =>
      ts.isConditionalExpression(node)
        ? [node.whenTrue, node.whenFalse]
        : ts.isArrayLiteralExpression(node)
          ? [...node.elements]
          : [node],
    )
    .find(isSentence)
    ?.getText()
    .slice(0, 60)

const isErrorName = (name: string): boolean =>
  !MISTAKES.includes(name) && /(Error|Refused|Failed|Unreadable|Stopped|Planned|Said)$/.test(name)

/** `notes.push('…')` */
const isPushOfNotes = (node: ts.CallExpression): boolean =>
  ts.isPropertyAccessExpression(node.expression) &&
  node.expression.name.text === 'push' &&
  /(^|\.)(notes|warnings|problems)$/.test(node.expression.expression.getText())

function ownErrorBase(node: ts.Node): string | undefined {
  if (!ts.isClassDeclaration(node) || node.name?.text === undefined) return undefined
  if (UNSEEN.includes(node.name.text)) return undefined
  const isPlain = node.heritageClauses?.some(({ types }) =>
    types.some(({ expression }) => MISTAKES.includes(expression.getText())),
  )
  return isPlain ? `${node.name.text} is no SaidError` : undefined
}

function saidInEnglish(node: ts.Node): string | undefined {
  if (ts.isNewExpression(node)) {
    return isErrorName(node.expression.getText()) ? literalSentence(node.arguments) : undefined
  }
  if (ts.isCallExpression(node)) {
    const tells = TELLERS.includes(calledName(node) ?? '') || isPushOfNotes(node)
    return tells ? literalSentence(node.arguments) : undefined
  }
  if (ts.isPropertyAssignment(node) && TOLD_FIELDS.includes(propertyName(node) ?? '')) {
    return literalSentence([node.initializer])
  }
  return undefined
}

const sentencesHaveKeys: Rule = syntaxRule({
  name: 'sentences-have-keys',
  teaches:
    'What people read is worded in their language: give it a key in shared/words/en and say("namespace:key", {…}); errors for people are SaidErrors. A mistake of ours that nobody should see is a plain Error or RangeError.',
  applies: (path) =>
    /^(shared|main)\//.test(path) && !EXCEPTIONS.some((folder) => folder.test(path)),
  wrong: (node) => ownErrorBase(node) ?? saidInEnglish(node),
})

export const wordRules: readonly Rule[] = [sentencesHaveKeys]
