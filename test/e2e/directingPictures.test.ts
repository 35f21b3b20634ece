/**
 * Every mode of the shot inspector, the workflows, the comparison, the books and the jobs, at the smallest and at a large
 * desk: kept as pictures for the eye, and looked at for what a program can see (nothing sideways, the price in view).
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type RunwareDouble, startRunwareDouble } from '../fakes/runwareDouble.ts'
import { Editor } from './harness/editor.ts'
import { type KeyreelWindow, launchKeyreel } from './harness/keyreelWindow.ts'

const KEY = 'pictures-key-0123456789'
const MADE = 120_000
const DESKS = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const
const WORKFLOWS = [
  'Motion transfer',
  'Camera-motion transfer',
  'Character transformation',
  'Relight',
  'Change of environment',
  'Product swap',
] as const

let folder: string
let double: RunwareDouble
let window: KeyreelWindow
let editor: Editor

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyreel-pictures-'))
  await mkdir(join(folder, 'double'))
  double = await startRunwareDouble({ key: KEY, folder: join(folder, 'double') })
  window = await launchKeyreel({
    library: join(folder, 'library'),
    env: { KEYREEL_RUNWARE_URL: double.baseUrl, KEYREEL_RUNWARE_KEY: KEY },
  })
  window.page.setDefaultTimeout(MADE)
  editor = new Editor(window.page)
  await editor.ready()
  await window.page.getByRole('radio', { name: 'Direct', exact: true }).click()
})
afterAll(async () => {
  await window?.close()
  await double?.close()
  await rm(folder, { recursive: true, force: true })
})

const panel = () => window.page.getByRole('tabpanel', { name: 'Shot' })
const generate = () => window.page.getByRole('button', { name: 'Generate', exact: true })

/** Parts of the form that can be scrolled sideways, or that lie under the price. */
const wrongIn = (form: Locator): Promise<string[]> =>
  form.evaluate((element) => {
    const price = element.querySelector('[data-part="quote"]')?.getBoundingClientRect()
    return [...element.querySelectorAll<HTMLElement>('*')]
      .filter((part) => {
        const isWide = part.scrollWidth > part.clientWidth + 1
        const scrolls = /auto|scroll/.test(getComputedStyle(part).overflowX)
        const area = part.dataset.part === 'form' ? part.getBoundingClientRect() : null
        return (isWide && scrolls) || (area && price && area.bottom > price.top + 1)
      })
      .map(({ tagName, className }) => `${tagName} ${className}`)
  })

/** A picture of the whole window at each size. `inView` is what it is about. */
async function pictured(name: string, isShot = true, inView?: Locator): Promise<void> {
  for (const { width, height } of DESKS) {
    await window.resize(width, height)
    if (isShot) {
      await inView?.scrollIntoViewIfNeeded()
      await editor.shows(() => wrongIn(panel())).toEqual([])
      await editor.shows(() => editor.isSeen(generate())).toBe(true)
      if (inView) await editor.shows(() => editor.isSeen(inView)).toBe(true)
    }
    await window.screenshot(`direct-${name}-${width}`)
  }
}

const choose = async (name: string): Promise<void> => {
  const radio = panel().getByRole('radio', { name, exact: true })
  await radio.click()
  await editor.shows(() => radio.getAttribute('aria-checked')).toBe('true')
}

const describe = async (prompt: string): Promise<void> => {
  const field = window.page.getByRole('textbox', { name: 'Prompt' })
  await field.fill(prompt)
  await field.blur()
}

it('shots from words: plain, in a loop, as EXR', async () => {
  const { page } = window
  await editor.press('End')
  await editor.menu('Shot', 'New shot from text')
  await page.getByRole('radio', { name: 'Ray3.2 · Runware' }).click()
  await describe('A rowing boat drifts out of the reeds at first light.')
  await page.getByRole('button', { name: 'Camera' }).click()
  await page.getByRole('menuitem', { name: 'Nearer and farther' }).press('ArrowRight')
  await window.screenshot('direct-camera-menu')
  await page.getByRole('menuitemcheckbox', { name: 'Push in' }).click()
  await editor
    .shows(() => page.getByRole('textbox', { name: 'Prompt' }).inputValue())
    .toMatch(/first light\. The camera slowly pushes in\.$/)
  await pictured('text')
  await panel().getByRole('radio', { name: 'On', exact: true }).click()
  await panel().getByText('HDR and loop').count()
  await pictured('loop')
  await panel().getByRole('radio', { name: 'Off', exact: true }).click()
  await choose('EXR')
  await panel().getByText('$0.90', { exact: true }).waitFor()
  await pictured('exr', true, panel().getByRole('radio', { name: 'EXR', exact: true }))
})

it('shots from pictures, and what goes on from one', async () => {
  await editor.press('Backslash')
  await window.page.getByRole('gridcell', { name: /^Bridge/ }).click()
  await pictured('pins')
  await editor.clip('V1', 'Bird').click()
  await editor.menu('Shot', 'Go on from the last picture')
  await editor.clip('V1', 'Shot 3').waitFor()
  await describe('The bird turns away and flies off.')
  await pictured('extend')
})

it('footage transformed and reframed', async () => {
  await editor.clip('V1', 'Meadow').click()
  await editor.menu('Shot', 'Transform selected clip')
  await describe('Painted in gouache, evening light.')
  await choose('By hand')
  await panel().getByText('Keep from the source').click()
  await pictured('transform')
  await editor.clip('V1', 'Flowers').click()
  await editor.menu('Shot', 'Reframe selected clip')
  await describe('More meadow above, more grass below.')
  const source = window.page.getByRole('application', { name: /^Source in the new frame/ })
  await panel().locator('canvas[data-shows$=" exact"]').waitFor()
  await pictured('reframe', true, source)
  await panel().getByRole('button', { name: 'Fill', exact: true }).click()
  await pictured('reframe-filled', true, source)
})

it('each workflow, and one look over clips', async () => {
  const { page } = window
  await editor.clip('V1', 'Bird').click()
  await editor.menu('Shot', 'Transform by a workflow…')
  const dialog = editor.dialog('Transform by a workflow')
  for (const name of WORKFLOWS) {
    await dialog.getByRole('combobox', { name: 'Workflow' }).selectOption(name)
    await dialog.getByRole('textbox').first().fill('a heron of paper')
    await editor.shows(() => dialog.locator('pre').innerText()).toContain('a heron of paper')
    await pictured(`workflow-${name.toLowerCase().replaceAll(' ', '-')}`, false)
    expect(await editor.overflowing('Transform by a workflow')).toEqual([])
  }
  await editor.closeDialog('Transform by a workflow')
  await editor.menu('Shot', 'One look over the selected clips…')
  const look = editor.dialog('One look over the selected clips')
  await look.getByLabel('How they all should look').fill('Painted in gouache.')
  await look.getByText('$1.08 altogether').waitFor()
  await pictured('look', false)
  await editor.closeDialog('One look over the selected clips')
  await page.getByRole('gridcell', { name: /^Bridge/ }).click()
})

it('takes: their menu, the comparison, the books and the jobs', async () => {
  const { page } = window
  const takes = page.getByRole('list', { name: 'Takes' }).getByRole('listitem', { name: /^Take/ })
  for (let made = 1; made <= 2; made += 1) {
    await panel().getByText('$0.06', { exact: true }).waitFor()
    await generate().click()
    await editor.shows(() => takes.count(), MADE).toBe(made)
  }
  await page.getByRole('button', { name: 'More for take 1' }).click()
  await window.screenshot('direct-take-menu')
  await page.keyboard.press('Escape')
  for (const number of [1, 2]) {
    await page.getByRole('button', { name: `Choose take ${number} to compare` }).click()
  }
  await page.getByRole('button', { name: 'Compare', exact: true }).click()
  await page.getByRole('gridcell', { name: /^Bridge/ }).click()
  await editor.goTo('2000', '00:00:20:00')
  await editor.painted(480)
  const viewer = page.getByRole('region', { name: 'Viewer' })
  for (const mode of ['Side', 'Wipe', 'Diff']) {
    await viewer.getByRole('radio', { name: mode }).click()
    await viewer.getByRole('radio', { name: mode, checked: true }).waitFor()
    await pictured(`compare-${mode.toLowerCase()}`)
  }
  await viewer.getByRole('button', { name: 'Done' }).click()
  // A draft becomes a master, and a take that is in nobody's way leaves.
  await page.getByRole('button', { name: 'More for take 2' }).click()
  await page.getByRole('menuitem', { name: 'Master this at' }).press('ArrowRight')
  await page.getByRole('menuitem', { name: '1080p' }).click()
  await panel().getByText('no seed: it will differ from the draft').waitFor()
  await panel().getByText('$1.20', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'More for take 1' }).click()
  await page.getByRole('menuitem', { name: 'Vary: its settings into the form' }).click()
  await panel().getByText('$0.06', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'More for take 1' }).click()
  await page.getByRole('menuitem', { name: 'Remove take' }).click()
  await editor.shows(() => takes.count()).toBe(1)
  await page.getByRole('button', { name: '1 removed take' }).waitFor()
  await pictured('takes')
  await editor.press('Control+KeyZ')
  await editor.shows(() => takes.count()).toBe(2)

  await page.getByRole('button', { name: 'Costs' }).click()
  await editor.dialog('Costs').getByRole('table', { name: 'Costs' }).waitFor()
  await pictured('ledger', false)
  await editor.closeDialog('Costs')
  double.faults.add({ kind: 'slow', polls: 4 })
  await generate().click()
  await page.getByRole('button', { name: 'Stop waiting' }).waitFor()
  await pictured('generating')
  await editor.menu('View', 'Jobs…')
  await editor.dialog('Jobs').getByText('Generate Bridge').first().waitFor()
  await pictured('jobs', false)
  await editor.closeDialog('Jobs')
  expect(window.faults).toEqual([])
})
