/**
 * docs/verbs.md, made of what stands above every verb: the first sentence and the line that begins with `Around:`.
 *
 *     node build/docs/verbs.ts        writes it
 *
 * `Around: linked follow; shots, takes, pins, markers stay; transitions settle; locked refuse; sync-locked stay.`
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export const COLUMNS = [
  ...(['linked', 'shots', 'takes', 'pins', 'transitions', 'markers', 'locked'] as const),
  'sync-locked',
] as const
export type Column = (typeof COLUMNS)[number]
export type Statement = Readonly<Record<Column, string>>

const root = join(import.meta.dirname, '..', '..')

/** The files of the verbs in the order of the table, by heading. */
export const VERB_FILES: Readonly<Record<string, readonly string[]>> = {
  'Bringing clips in': ['overwrite', 'insert', 'append', 'paste', 'replaceClip', 'placeGenerators'],
  'Cutting and trimming': [
    ...['trim', 'rippleTrim', 'roll', 'slip', 'slide', 'split', 'join'],
    ...['setClip', 'retime', 'freezeFrame'],
  ],
  'Moving and removing': [
    ...['move', 'duplicate', 'lift', 'extract', 'closeGap', 'insertTime'],
    ...['link', 'group', 'nest'],
  ],
  Transitions: ['addTransitions', 'setTransition', 'moveTransition', 'removeTransitions'],
  'Settings of a clip': [
    ...['setProperty', 'addKeyframe', 'moveKeyframes', 'removeKeyframes', 'easeKeyframes'],
    ...['copyKeyframes', 'scaleKeyframes', 'addSpeedKey', 'moveSpeedKeys', 'removeSpeedKeys'],
    ...['easeSpeedKeys', 'pasteAttributes', 'effects', 'setFades', 'setGenerator'],
  ],
  'Shots and media': [
    ...['createShot', 'shotFromClip', 'updateShot', 'restoreShot', 'pins'],
    ...['acceptTake', 'removeTake', 'supplyMedia'],
  ],
  'Tracks and timelines': ['tracks', 'createTimeline', 'duplicateTimeline', 'removeTimeline'],
}

/** The text above a verb, without its stars. @throws Error naming the file. */
function docOf(file: string): string {
  const source = readFileSync(join(root, 'shared', 'edit', `${file}.ts`), 'utf8')
  const [, doc] = /^\/\*\*\n([\s\S]*?) \*\//.exec(source) ?? []
  if (doc === undefined) throw new Error(`shared/edit/${file}.ts begins with no documentation`)
  return doc.replaceAll(/^ \* ?/gm, '')
}

/** @throws Error where the line is not there, or does not speak of everything once. */
export function statementOf(file: string): Statement {
  const [, line] = /Around: ([\s\S]*?)\.\s/.exec(`${docOf(file)} `) ?? []
  if (line === undefined) throw new Error(`shared/edit/${file}.ts has no line "Around: …."`)
  const cells = line.split(';').flatMap((part) => {
    const words = part.trim().split(/,?\s+/)
    const does = words.pop() ?? ''
    return words.map((what) => [what, does] as const)
  })
  const statement = Object.fromEntries(cells)
  const isWhole = COLUMNS.every((column) => statement[column]) && cells.length === COLUMNS.length
  if (!isWhole)
    throw new Error(`"Around:" of shared/edit/${file}.ts names each of ${COLUMNS.join(', ')} once`)
  return statement as Statement
}

const firstSentence = (file: string): string =>
  (/^([\s\S]*?[.:])(\s|$)/.exec(docOf(file))?.[1] ?? '').replaceAll(/\s+/g, ' ').replace(/:$/, '.')

const row = (file: string): string => {
  const statement = statementOf(file)
  const cells = COLUMNS.map((column) => (statement[column] === 'stay' ? '·' : statement[column]))
  return `| [${file}](../shared/edit/${file}.ts) | ${firstSentence(file)} | ${cells.join(' | ')} |`
}

export const verbsPage = (): string =>
  [
    '# What each verb does to what is around it',
    '',
    'Made by `node build/docs/verbs.ts` from the text above each verb in `shared/edit`; do not edit it here. Each cell is',
    'observed by `test/shared/edit/verbs.test.ts`, and "·" (stays exactly as it was) by random edits, too',
    '(`test/shared/history`). Verbs with a milder form are shown with the one that reaches furthest (insert, ripple).',
    '',
    '- **linked**: the other half of a recording. *follow*: the same happens to it.',
    '- **transitions**. *settle*: kept where they still fit, else shortened or removed, by the one rule of',
    '  `shared/model/settledTransitions.ts`; *change*: that is what the verb is for; *copy*: there are more, all others stay.',
    '- **markers**. *move*: with the time that was inserted. In and out points move with them.',
    '- **locked**: what the verb meets with on a locked track. *refuse*: nothing happens, and a sentence says why.',
    '- **sync-locked**: other tracks with sync lock. *follow*: they gain or lose the same time.',
    '- Takes are rows of the store besides; no verb ever changes or deletes one.',
    '',
    ...Object.entries(VERB_FILES).flatMap(([heading, files]) => [
      `## ${heading}`,
      '',
      `| verb | | ${COLUMNS.join(' | ')} |`,
      `| --- | --- |${' --- |'.repeat(COLUMNS.length)}`,
      ...files.map(row),
      '',
    ]),
  ].join('\n')

if (process.argv[1] === import.meta.filename) {
  writeFileSync(join(root, 'docs', 'verbs.md'), verbsPage())
}
