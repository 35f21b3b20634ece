/** The cache as a person meets it: shown and emptied in Settings, filled by looking closer, and made again in view. */
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Editor } from './harness/editor.ts'
import { type KeyreelWindow, launchKeyreel } from './harness/keyreelWindow.ts'

let folder: string
let window: KeyreelWindow
let editor: Editor

/** Milliseconds: what is prepared is waited for, on however busy a machine. */
const SOON = { timeout: 180_000 }

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyreel-cache-'))
  window = await launchKeyreel({ library: join(folder, 'library') })
  editor = new Editor(window.page)
  await editor.ready()
})
afterAll(async () => {
  await window?.close()
  await rm(folder, { recursive: true, force: true })
})

const cached = async (): Promise<string[]> =>
  (await readdir(join(folder, 'library/cache')).catch(() => [])).sort()

/** Whether something is drawn on a canvas of the timeline besides its ground. */
const isDrawn = (what: 'strip' | 'wave'): Promise<boolean> =>
  window.page.evaluate((part) => {
    const canvases = [...document.querySelectorAll<HTMLCanvasElement>(`canvas[class*="${part}"]`)]
    return canvases.some((canvas) => {
      const { width, height } = canvas
      const context = canvas.getContext('2d')
      if (!context || width === 0 || height === 0) return false
      const { data } = context.getImageData(0, 0, width, height)
      return data.some((value, at) => at % 4 !== 3 && value > 40)
    })
  }, what)

/** How many different pictures a strip shows, looked at on its middle line. */
const pictures = (): Promise<number> =>
  window.page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('canvas[class*="strip"]')
    const context = canvas?.getContext('2d')
    if (!canvas || !context || canvas.width === 0) return 0
    const tile = Math.round((canvas.height * 16) / 9)
    const seen = new Set<string>()
    for (let left = 0; left + tile <= canvas.width; left += tile) {
      const { data } = context.getImageData(left + 2, Math.round(canvas.height / 2), tile - 4, 1)
      seen.add(data.join(' '))
    }
    return seen.size
  })

it('looks closer: a zoomed-in timeline gets denser pictures than the whole strip has', async () => {
  const { page } = window
  await page.getByText('No jobs running').waitFor(SOON)
  await editor.shows(() => isDrawn('strip')).toBe(true)
  await editor.press('Home', ...Array.from({ length: 12 }, () => 'Equal'))
  await expect.poll(cached, SOON).toContain('tiles')
  await page.getByText('No jobs running').waitFor(SOON)
  // 30 s have 40 tiles: less than two seconds in view would be at most three of them.
  await expect.poll(pictures, SOON).toBeGreaterThan(4)
  await window.screenshot('timeline-close')
})

it('says how much there is, deletes it after saying what that costs, and what is in view comes back', async () => {
  await editor.menu('Edit', 'Settings…')
  const settings = editor.dialog('Settings')
  await settings.getByText(/^[\d.]+ MB of [\d.]+ GB used$/).waitFor()
  expect(await editor.overflowing('Settings')).toEqual([])
  await window.screenshot('dialog-settings')
  const limit = settings.getByRole('textbox', { name: 'Limit' })
  await limit.fill('7')
  await limit.press('Enter')
  await settings.getByText(/ of 7 GB used$/).waitFor()
  await settings.getByRole('button', { name: 'Use the default' }).click()
  await settings.getByText(/ of 7 GB used$/).waitFor({ state: 'detached' })
  await settings.getByRole('button', { name: 'Delete now…' }).click()
  const question = settings.getByRole('alertdialog')
  await question.getByText(/it only costs time/).waitFor()
  await question.getByRole('button', { name: 'Cancel' }).click()
  await question.waitFor({ state: 'detached' })
  expect(await cached()).toContain('filmstrip')
  await settings.getByRole('button', { name: 'Delete now…' }).click()
  await question.getByRole('button', { name: 'Delete', exact: true }).click()
  await settings.getByText(/MB deleted\./).waitFor()
  await editor.closeDialog('Settings')
  // What the timeline shows is made again by itself.
  const files = async (): Promise<string[]> => {
    const kinds = ['filmstrip', 'peaks', 'poster']
    const lists = kinds.map((kind) => readdir(join(folder, 'library/cache', kind)).catch(() => []))
    const found = await Promise.all(lists)
    return kinds.filter((_, index) =>
      found[index]?.some((name) => !name.startsWith('.keyreel-part-')),
    )
  }
  await expect.poll(files, SOON).toEqual(['filmstrip', 'peaks', 'poster'])
  await window.page.getByText('No jobs running').waitFor(SOON)
  for (const what of ['strip', 'wave'] as const) {
    await editor.shows(() => isDrawn(what)).toBe(true)
  }
  await expect(window.page.getByRole('alert').count()).resolves.toBe(0)
  expect(window.faults).toEqual([])
})

it('survives that its folder is deleted while something is looked at anew', async () => {
  const { page } = window
  await rm(join(folder, 'library/cache'), { recursive: true, force: true })
  // Another place, closer still: tiles that were never made, and levels of the sound that were not read.
  await editor.press('End', 'Equal', 'Equal')
  await expect.poll(cached, SOON).toEqual(expect.arrayContaining(['filmstrip', 'peaks', 'poster']))
  await page.getByText('No jobs running').waitFor(SOON)
  for (const what of ['strip', 'wave'] as const) {
    await editor.shows(() => isDrawn(what)).toBe(true)
  }
  await expect(page.getByRole('alert').count()).resolves.toBe(0)
})
