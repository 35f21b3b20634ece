/** The system's menu and dialogs say what the window says. */
import { describe, expect, it } from 'vitest'
import { menuTemplate } from '../../../main/app/menuTemplate.ts'
import { spoken } from '../../../main/services/spoken.ts'
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
          ...['separator', 'Import media…', 'Export…', 'separator', 'Settings…'],
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

const ORDER = ['file', 'edit', 'clip', 'shot', 'timeline', 'play', 'view', 'help'].map(
  (name) => `menu:${name}`,
)

it('words are of the language that the window uses, English where there are none of it', () => {
  const title = say('dialog:importMedia')
  const inLanguage = (language: unknown): string => spoken({ find: () => language })(title)
  expect([undefined, 'en', 'tlh', 7].map(inLanguage)).toEqual(Array(4).fill('Import media'))
})
