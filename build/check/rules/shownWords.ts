/** What reaches the screen by other ways than errors and notes: markup, names, numbers, the system's own windows. */
import ts from 'typescript'
import { type Rule, syntaxRule } from '../Rule.ts'
import { calledName, propertyName } from '../syntax.ts'

/** Attributes that people see or hear. */
const SHOWN_ATTRIBUTES =
  /^(aria-(label|description|placeholder|roledescription|valuetext)|title|placeholder|alt|label|hint|text|problem|note|message|summary|description|disabledReason)$/

/** The same in every language. */
const UNIVERSAL = ['Keyreel', 'ffmpeg', 'SDR', 'HDR', 'EXR', 'JSON']

/** Two letters beside each other: a word, where a person reads. `×`, `A1` and `%` are none. */
const hasWord = (text: string): boolean =>
  /\p{L}{2,}/u.test(UNIVERSAL.reduce((rest, word) => rest.replaceAll(word, ''), text))

function shownInMarkup(node: ts.Node): string | undefined {
  if (ts.isJsxText(node)) return hasWord(node.text) ? node.text.trim().slice(0, 60) : undefined
  const isShown = ts.isJsxAttribute(node) && SHOWN_ATTRIBUTES.test(node.name.getText())
  const given = isShown ? node.initializer : ts.isJsxExpression(node) ? node.expression : undefined
  if (ts.isJsxExpression(node) && ts.isJsxAttribute(node.parent)) {
    return SHOWN_ATTRIBUTES.test(node.parent.name.getText())
      ? literalWord(node.expression)
      : undefined
  }
  return literalWord(given)
}

/** A literal with a word, also in one branch of a condition or beside a default. */
function literalWord(node: ts.Node | undefined): string | undefined {
  if (node === undefined) return undefined
  if (ts.isConditionalExpression(node))
    return literalWord(node.whenTrue) ?? literalWord(node.whenFalse)
  if (ts.isBinaryExpression(node)) {
    const gives = /^(\|\||\?\?|&&|\+)$/.test(node.operatorToken.getText())
    return gives ? (literalWord(node.right) ?? literalWord(node.left)) : undefined
  }
  const texts = ts.isStringLiteralLike(node)
    ? [node.text]
    : ts.isTemplateExpression(node)
      ? [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)]
      : []
  // `ffmpeg ${version}` and ` fps` behind a number are names and units.
  return texts.some((text) => hasWord(text) && !UNIT.test(text))
    ? node.getText().slice(0, 60)
    : undefined
}

/** What the International System and the trade write alike in all languages. */
const UNIT = /^ ?(%|°|s|ms|fps|Hz|kHz|dB|px|bit|LUFS)( ·)?$/

const markupHasKeys: Rule = syntaxRule({
  name: 'markup-has-keys',
  teaches:
    'What the window shows or reads out comes from its catalogue: put the text in renderer/i18n/en and show t("file.key"), with numbers and names as parameters.',
  applies: (path) => /^renderer\/.*\.tsx$/.test(path),
  wrong: shownInMarkup,
})

/** A name for people begins with a capital and goes on in small letters: `Untitled`, `Sample project`. */
const isName = (node: ts.Node | undefined): node is ts.StringLiteralLike =>
  node !== undefined && ts.isStringLiteralLike(node) && /^\p{Lu}\p{Ll}+([ ,].*)?$/u.test(node.text)

/** Functions whose first argument becomes a name in a document. */
const NAMERS = ['newProject', 'createProject', 'create', 'linked', 'clip', 'newTimeline']

/** Names that are no words: of typefaces, credited films, another program's schema. */
const PROPER = ['Inter', 'Big Buck Bunny', 'Keyreel']

function namedInEnglish(node: ts.Node): string | undefined {
  const given = (() => {
    if (ts.isPropertyAssignment(node) && propertyName(node) === 'name') return node.initializer
    if (ts.isBinaryExpression(node) && /^(\|\||\?\?)$/.test(node.operatorToken.getText()))
      return node.right
    if (ts.isCallExpression(node) && NAMERS.includes(calledName(node) ?? ''))
      return node.arguments[0]
    if (ts.isReturnStatement(node)) return node.expression
    if (ts.isParameter(node)) return node.initializer
    return undefined
  })()
  const branches =
    given && ts.isConditionalExpression(given) ? [given.whenTrue, given.whenFalse] : [given]
  return branches.find((branch) => isName(branch) && !PROPER.includes(branch.text))?.getText()
}

const namesHaveKeys: Rule = syntaxRule({
  name: 'names-have-keys',
  teaches:
    'A name given by the program is worded when it is made, in the language of whoever makes it: a key in shared/words/en/newName.ts. Pure code takes the name, or a `words` of its caller.',
  applies: (path) =>
    /^(shared|main|renderer)\//.test(path) &&
    // The catalogues; the English command line; the protocol's double; migrations and OTIO schemas are named for programs.
    !/^(shared\/words|main\/cli|main\/server)\/|\/migrations\/|^shared\/interchange\/otioGenerator/.test(
      path,
    ),
  wrong: namedInEnglish,
})

/** `new Intl.NumberFormat`, `toLocaleString` and the like, `toFixed` outside `Number(…)`, `formatUsd`. */
function writtenWithoutLanguage(node: ts.Node): string | undefined {
  if (ts.isNewExpression(node) && /^Intl\./.test(node.expression.getText()))
    return node.getText().slice(0, 60)
  const called = calledName(node)
  if (called === undefined || !ts.isCallExpression(node)) return undefined
  if (/^toLocale(Date|Time)?String$/.test(called) || called === 'formatUsd')
    return node.getText().slice(0, 60)
  const isRounding = ts.isCallExpression(node.parent) && calledName(node.parent) === 'Number'
  return called === 'toFixed' && !isRounding ? node.getText().slice(0, 60) : undefined
}

/** `${n} %`: a number and its unit, put together by hand. */
const unitByHand = (node: ts.Node): string | undefined =>
  ts.isTemplateSpan(node) &&
  /^ (%|s|f|fps|kHz|dB|MB)(?![\p{L}\d])/u.test(node.literal.text) &&
  !/^(number|percent|t)$/.test(calledName(node.expression) ?? '')
    ? node.parent.getText().slice(0, 60)
    : undefined

const numbersHaveALanguage: Rule = syntaxRule({
  name: 'numbers-have-a-language',
  teaches:
    'Germans write 1.234,5 and 23.11.2026: show numbers, amounts and times by renderer/i18n/numbers.ts, or as parameters of a text ({{count, number}}).',
  applies: (path) => /^renderer\//.test(path) && path !== 'renderer/i18n/numbers.ts',
  wrong: (node) => writtenWithoutLanguage(node) ?? unitByHand(node),
})

/** The system's own boxes; their `message` is looked at like everybody's. */
function systemBox(node: ts.Node): string | undefined {
  if (ts.isCallExpression(node) && calledName(node) === 'showErrorBox') {
    return node.arguments.map(literalWord).find((word) => word !== undefined)
  }
  const isShown =
    ts.isPropertyAssignment(node) &&
    /^(title|label|buttonLabel|buttons|body|detail)$/.test(propertyName(node) ?? '')
  if (!isShown) return undefined
  const { initializer } = node
  const given = ts.isArrayLiteralExpression(initializer) ? initializer.elements : [initializer]
  return given.map(literalWord).find((word) => word !== undefined)
}

const systemSpeaks: Rule = syntaxRule({
  name: 'the-system-speaks-by-keys',
  teaches:
    "Menus, dialogs and notifications of the system speak the window's language too: words(say('dialog:…')) with the words that main/app is given.",
  applies: (path) => /^main\/(app\/|index\.ts)/.test(path),
  wrong: systemBox,
})

export const shownWordRules: readonly Rule[] = [
  markupHasKeys,
  namesHaveKeys,
  numbersHaveALanguage,
  systemSpeaks,
]
