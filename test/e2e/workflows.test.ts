/** Named workflows and request documents: from a form, from a file and back. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Editor } from './harness/editor.ts'
import { type KeyreelWindow, launchKeyreel } from './harness/keyreelWindow.ts'

let folder: string
let window: KeyreelWindow
let editor: Editor
const saved = (): string => join(folder, 'request.json')

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyreel-workflows-'))
  window = await launchKeyreel({
    library: join(folder, 'library'),
    env: {
      KEYREEL_RUNWARE_KEY: 'workflow-key-0123456789',
      KEYREEL_TEST_SAVE: saved(),
      KEYREEL_TEST_REQUEST: saved(),
    },
  })
  editor = new Editor(window.page)
  await editor.ready()
})
afterAll(async () => {
  await window?.close()
  await rm(folder, { recursive: true, force: true })
})

const WORKFLOWS = [
  ['Motion transfer', 'What moves like that', 'reimagine_2'],
  ['Camera-motion transfer', 'What the camera sees instead', 'reimagine_3'],
  ['Character transformation', 'Who it becomes', 'flex_3'],
  ['Relight', 'The new light', 'adhere_3'],
  ['Change of environment', 'Where it takes place', 'flex_3'],
  ['Product swap', 'The new product', 'flex_1'],
] as const

it('composes a legal request for each named workflow and shows it', async () => {
  const { page } = window
  await page
    .getByRole('gridcell', { name: /^Meadow/ })
    .first()
    .click()
  await editor.menu('Shot', 'Transform by a workflow…')
  const dialog = editor.dialog('Transform by a workflow')
  const document = async () => JSON.parse((await dialog.locator('pre').innerText()) || 'null')
  const make = dialog.getByRole('button', { name: 'Make shot' })
  await editor.shows(document).toBe(null)
  expect(await make.isEnabled()).toBe(false)
  for (const [name, words, strength] of WORKFLOWS) {
    await dialog.getByRole('combobox', { name: 'Workflow' }).selectOption(name)
    await dialog.getByLabel(words).fill('a heron of paper')
    await editor.shows(document).toMatchObject({
      positivePrompt: expect.stringContaining('a heron of paper. '),
      settings: { edit: { strength } },
    })
    await editor.shows(() => make.isEnabled()).toBe(true)
  }
  await dialog.getByRole('combobox', { name: 'Workflow' }).selectOption('Relight')
  await dialog.getByLabel('The new light').fill('low evening sun from the left')
  await dialog.getByRole('combobox', { name: 'Guide picture' }).selectOption('Big Buck Bunny')
  await editor.shows(document).toMatchObject({
    taskType: 'videoInference',
    model: 'luma:ray@3.2',
    positivePrompt:
      'New light: low evening sun from the left. People, objects, places, motion and camera stay as they are.',
    resolution: '720p',
    inputs: {
      video: expect.stringMatching(/^keyreel:.+@2\+120f$/),
      frameImages: [{ image: expect.stringMatching(/^keyreel:.+@0$/), frame: 0 }],
    },
    settings: {
      edit: {
        strength: 'adhere_3',
        controls: { poseStrength: 'precise', normalsAugmentation: 0.6, face: true },
      },
    },
  })
  expect(await editor.overflowing('Transform by a workflow')).toEqual([])
  await window.screenshot('workflow-relight')
  await dialog.getByRole('button', { name: 'Save…' }).click()
  await dialog.getByText('request.json is written.').waitFor()
  await make.click()
  await dialog.waitFor({ state: 'detached' })
  await editor.shows(async () => (await editor.cut('V1')).V1?.[0]).toMatch(/^Meadow, draft/)
  await window.screenshot('workflow-shot')
})

it('makes the same shot of the document that was saved', async () => {
  const { page } = window
  const document = JSON.parse(await readFile(saved(), 'utf8'))
  await editor.menu('Shot', 'New shot from a request…')
  const dialog = editor.dialog('New shot from a request')
  await dialog.getByLabel('Request').fill('{"positivePrompt": 3')
  await dialog.getByRole('button', { name: 'Make shot' }).click()
  await dialog.getByText(/^This is no JSON/).waitFor()
  await dialog.getByLabel('Request').fill('{"taskType": "videoInference", "style": 1}')
  await dialog.getByRole('button', { name: 'Make shot' }).click()
  await dialog.getByText(/Ray3\.2 has no field "style"/).waitFor()
  await window.screenshot('request-refused')
  await dialog.getByRole('button', { name: 'Open file…' }).click()
  await editor
    .shows(async () => JSON.parse(await dialog.getByLabel('Request').inputValue()).taskUUID)
    .toBe(document.taskUUID)
  await window.screenshot('request-open')
  await dialog.getByRole('button', { name: 'Make shot' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('tab', { name: 'Shot' }).click()
  await page.getByRole('button', { name: 'Request', exact: true }).click()
  const sent = editor.dialog('The request that will be sent').locator('pre')
  await editor
    .shows(async () => ({
      ...JSON.parse((await sent.innerText()) || '{}'),
      taskUUID: document.taskUUID,
    }))
    .toEqual(document)
  await window.screenshot('request-shown')
  expect(window.faults).toEqual([])
})
