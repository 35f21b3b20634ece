/** The whole window in German: no English left, nothing that does not fit. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Editor } from './harness/editor.ts'
import { type KeyreelWindow, launchKeyreel } from './harness/keyreelWindow.ts'
import { clippedWords, leftInEnglish, shownWords } from './harness/shownWords.ts'

let folder: string
let window: KeyreelWindow
let editor: Editor

async function open(env: Readonly<Record<string, string>> = {}): Promise<void> {
  window = await launchKeyreel({ library: join(folder, 'library'), width: 1280, height: 800, env })
  editor = new Editor(window.page)
  await editor.ready()
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyreel-german-'))
  const german = 'de_DE.UTF-8'
  await open({ LANG: german, LC_ALL: german, LANGUAGE: 'de_DE' })
})
afterAll(async () => {
  await window?.close()
  await rm(folder, { recursive: true, force: true })
})

/** `Einstellungen…` is the end of another entry, too. */
async function choose(menu: string, entry: string): Promise<void> {
  for (const name of [menu, entry]) {
    await window.page.getByRole('menuitem', { name, exact: true }).click()
  }
}

/** What is wrong with what is to be seen, under the name of the picture that is kept of it. */
async function look(name: string, wrong: string[]): Promise<void> {
  const { page } = window
  await editor.still()
  const english = leftInEnglish(await shownWords(page))
  const clipped = await clippedWords(page)
  wrong.push(...english.map((text) => `${name}: English: ${text}`))
  wrong.push(...clipped.map((text) => `${name}: ${text}`))
  await window.screenshot(name)
}

/** The page's language and its menu bar, also behind a dialog, which hides that from those who read the window out. */
const spoken = async (): Promise<(string | null)[]> => [
  await window.page.evaluate(() => document.documentElement.lang),
  await window.page.locator('[role="menubar"]').textContent(),
]

it('is spoken where the system does, to begin with, and gives what is made its names', async () => {
  await editor.shows(spoken).toEqual(['de', expect.stringMatching(/^DateiBearbeitenClip/)])
  await editor
    .shows(() => editor.cut('V1'))
    .toEqual({
      V1: [
        expect.stringMatching(/^Wiese, /),
        expect.stringMatching(/^Blumen, /),
        expect.stringMatching(/^Vogel, /),
        expect.stringMatching(/^Brücke, Entwurf, /),
      ],
    })
  expect(await window.page.getByRole('heading', { level: 1 }).innerText()).toBe('Beispielprojekt')
})

it('is left and taken up again at once, and chosen it stays', async () => {
  await choose('Datei', 'Einstellungen…')
  const settings = editor.dialog('Einstellungen')
  await settings.getByRole('combobox', { name: 'Sprache' }).selectOption('en')
  await editor.dialog('Settings').waitFor()
  await editor.shows(spoken).toEqual(['en', expect.stringMatching(/^FileEditClip/)])
  await editor
    .dialog('Settings')
    .getByRole('combobox', { name: 'Language' })
    .selectOption('Deutsch')
  await settings.waitFor()
  await editor.shows(spoken).toEqual(['de', expect.stringMatching(/^DateiBearbeitenClip/)])
  await window.close()
  // The system speaks English now.
  await open()
  await editor.shows(spoken).toEqual(['de', expect.stringMatching(/^DateiBearbeitenClip/)])
})

const DIALOGS = [
  ['Datei', 'Projekt öffnen…', 'Projekte'],
  ['Datei', 'Projekteinstellungen…', 'Projekteinstellungen'],
  ['Datei', 'Exportieren…', 'Exportieren'],
  ['Datei', 'Einstellungen…', 'Einstellungen'],
  ['Bearbeiten', 'Verlauf…', 'Verlauf'],
  ['Hilfe', 'Tastenkürzel…', 'Tastenkürzel'],
  ['Hilfe', 'Befehl suchen…', 'Befehl suchen'],
  ['Hilfe', 'Diesen Rechner prüfen', 'Diesen Rechner prüfen'],
  ['Ansicht', 'Aufträge…', 'Aufträge'],
  ['Ansicht', 'Kosten…', 'Kosten'],
  ['Timeline', 'Zeit einfügen…', 'Zeit bei'],
] as const

const clip = (name: string) => window.page.getByRole('gridcell', { name }).first()

/** The longest forms of directing, for the engine that says most. */
async function lookAtForms(at: string, wrong: string[]): Promise<void> {
  const { page } = window
  await page.getByRole('radio', { name: 'Regie', exact: true }).click()
  await page.getByRole('tab', { name: 'Shot', exact: true }).click()
  for (const [name, entry] of [
    ['Wiese', 'Ausgewählten Clip neu kadrieren'],
    ['Blumen', 'Ausgewählten Clip umgestalten'],
  ] as const) {
    await clip(name).click()
    await choose('Shot', entry)
    await page.getByRole('radio', { name: 'Ray3.2 · Runware' }).click()
    await page.getByRole('textbox', { name: 'Prompt' }).fill('Wie mit Gouache gemalt.')
    await page.getByRole('textbox', { name: 'Prompt' }).blur()
    await page.getByText(/Preise vom/).waitFor()
    if (name === 'Blumen') {
      await page.getByRole('radio', { name: 'Von Hand', exact: true }).click()
      await page.getByText('Von der Quelle behalten', { exact: true }).click()
    }
    await look(`${at}-${name}-form`.toLowerCase(), wrong)
  }
}

it.each([
  [1280, 800],
  [1024, 640],
])('leaves no English word and cuts no German one at %i x %i', async (width, height) => {
  const { page } = window
  await window.resize(width, height)
  const wrong: string[] = []
  const at = `german-${width}`
  for (const workspace of ['Schnitt', 'Regie', 'Ausgabe']) {
    await page.getByRole('radio', { name: workspace, exact: true }).click()
    await look(`${at}-${workspace.toLowerCase()}`, wrong)
  }
  await page.getByRole('radio', { name: 'Regie', exact: true }).click()
  for (const name of ['Wiese', 'Brücke']) {
    await clip(name).click()
    if (width < 1280) {
      const button = page.getByRole('button', { name: /Inspektor/ }).first()
      if (await button.isVisible()) await button.click()
    }
    for (const tab of ['Shot', 'Transformieren', 'Ton', 'Info']) {
      const found = page.getByRole('tab', { name: tab, exact: true })
      if (!(await found.isVisible())) continue
      await found.click()
      await look(`${at}-inspektor-${name}-${tab}`.toLowerCase(), wrong)
    }
  }
  await page.getByRole('radio', { name: 'Schnitt', exact: true }).click()
  // Those of the program, not those of the window's own menu within one.
  for (const menu of await page.locator('[role="menubar"] > [role="menuitem"]').allInnerTexts()) {
    await page.getByRole('menuitem', { name: menu, exact: true }).click()
    await look(`${at}-menu-${menu}`.toLowerCase(), wrong)
    await editor.press('Escape')
  }
  for (const [menu, entry, title] of DIALOGS) {
    await choose(menu, entry)
    await editor.dialog(title).waitFor()
    if (entry === 'Diesen Rechner prüfen') {
      await page
        .getByText('Der Rechner wird untersucht…')
        .waitFor({ state: 'detached', timeout: 60_000 })
    }
    await look(`${at}-dialog-${title}`.toLowerCase().replaceAll(' ', '-'), wrong)
    await editor.press('Escape')
    await editor.dialog(title).waitFor({ state: 'detached' })
  }
  if (width === 1280) await lookAtForms(at, wrong)
  expect(wrong).toEqual([])
})
