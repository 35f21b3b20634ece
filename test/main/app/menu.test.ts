/** The system's menu and dialogs say what the window says. */
import { describe, expect, it } from 'vitest'
import { menuTemplate } from '../../../main/app/menuTemplate.ts'
import { createSpoken } from '../../../main/services/spoken.ts'
import { ACTIONS, type ActionId } from '../../../shared/actions/catalogue.ts'
import { action } from '../../../shared/words/en/action.ts'
import { menu } from '../../../shared/words/en/menu.ts'
import { inEnglish } from '../../../shared/words/english.ts'
import { say } from '../../../shared/words/say.ts'

const labels = (template: ReturnType<typeof menuTemplate>) =>
  template.map(({ label, submenu }) => [
    label,
    Array.isArray(submenu) ? submenu.map((item) => item.label ?? item.type) : [],
  ])

describe('the menu of the system', () => {
  it('has the words of the window’s menu', () => {
    const [file, edit] = labels(menuTemplate(inEnglish, () => undefined))
    expect([file, edit]).toEqual([
      [
        'File',
        [
          ...['New project…', 'Open project…', 'Project settings…'],
          ...['separator', 'Import media…', 'Relink missing media…'],
          ...['Make proxies of the selected media', 'Export…', 'separator', 'Settings…'],
        ],
      ],
      [
        'Edit',
        [
          ...['Undo', 'Redo', 'History…', 'separator', 'Cut', 'Copy', 'Paste', 'Paste and insert'],
          ...['Paste attributes…', 'Duplicate', 'Delete, leave a gap', 'Ripple delete'],
          ...['separator', 'Select all clips', 'Select nothing'],
        ],
      ],
    ])
  })

  it('has each action once, and runs it', () => {
    const run: ActionId[] = []
    for (const { submenu } of menuTemplate(inEnglish, (id) => run.push(id))) {
      if (!Array.isArray(submenu)) continue
      for (const { click } of submenu) if (click) Reflect.apply(click, undefined, [])
    }
    expect(run.toSorted()).toEqual(Object.keys(ACTIONS).toSorted())
    expect(Object.keys(action).toSorted()).toEqual(Object.keys(ACTIONS).toSorted())
  })

  it('speaks the language it is given', () => {
    const keys = labels(
      menuTemplate(
        ({ key }) => key,
        () => undefined,
      ),
    )
    expect(keys.map(([label]) => label)).toEqual(
      Object.keys(menu)
        .filter((name) => !['bar', 'with'].includes(name))
        .map((name) => `menu:${name}`)
        .toSorted((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)),
    )
  })
})

const ORDER = ['file', 'edit', 'clip', 'effects', 'shot', 'timeline', 'play', 'view', 'help'].map(
  (name) => `menu:${name}`,
)

it('words are of the language that is chosen, else of the system’s, else English', async () => {
  const title = say('dialog:importMedia')
  const inLanguage = async (choice: unknown, system: string): Promise<string> => {
    const { words, follow } = createSpoken({ find: () => choice }, system)
    await follow()
    return words(title)
  }
  const [english, german] = ['Import media', 'Medien importieren']
  expect(
    await Promise.all([
      inLanguage('de', 'en-US'),
      inLanguage('en', 'de-AT'),
      inLanguage('system', 'de-AT'),
      inLanguage(undefined, 'de'),
      inLanguage('tlh', 'fr-FR'),
      inLanguage(7, ''),
    ]),
  ).toEqual([german, english, german, german, english, english])
})

it('those who listen are told of another language, and words follow it', async () => {
  const told: string[] = []
  let language = 'en'
  const spoken = createSpoken({ find: () => language }, 'en-US')
  spoken.onChange(() => told.push(spoken.words(say('menu:file'))))
  for (const next of ['en', 'de', 'de', 'en']) {
    language = next
    await spoken.follow()
  }
  expect(told).toEqual(['Datei', 'File'])
})
