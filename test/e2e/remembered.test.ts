/** How the work was looked at: no part of the history, and there again after a restart. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { kept } from './harness/document.ts'
import { Editor } from './harness/editor.ts'
import { type KeyreelWindow, launchKeyreel } from './harness/keyreelWindow.ts'

let folder: string
let window: KeyreelWindow
let editor: Editor

async function open(): Promise<void> {
  window = await launchKeyreel({ library: join(folder, 'library') })
  editor = new Editor(window.page)
  await editor.ready()
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyreel-remembered-'))
  await open()
})

afterAll(async () => {
  await window?.close()
  await rm(folder, { recursive: true, force: true })
})

const grid = () => window.page.getByRole('treegrid', { name: 'Timeline' })
const button = (name: string) => window.page.getByRole('button', { name, exact: true })

/** Of the rows: pixels above what is seen, and whether they are at their end. */
const scrolled = () =>
  grid().evaluate(({ scrollTop, clientHeight, scrollHeight }) => ({
    top: Math.round(scrollTop),
    // The edge of the last row, once it is there, reaches a little below.
    isAtEnd: scrollTop > 0 && scrollTop + clientHeight > scrollHeight - 8,
  }))

/** Everything about the window that is somebody's choice. */
async function looks() {
  const { page } = window
  const overview = page.getByRole('scrollbar', { name: 'Overview' })
  const chosen = (role: 'radio' | 'tab', attribute: string) =>
    page
      .getByRole(role)
      .evaluateAll(
        (all, name) =>
          all.filter((one) => one.getAttribute(name) === 'true').map((one) => one.textContent),
        attribute,
      )
  return {
    time: await overview.getAttribute('aria-valuetext'),
    rows: await scrolled(),
    lanes: await grid()
      .getByRole('row')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label'))),
    curve: await button('Close the curve of Scale').count(),
    selected: await grid().getByRole('gridcell', { selected: true }).count(),
    playhead: await editor.timecode.inputValue(),
    workspace: (await chosen('radio', 'aria-checked'))[0],
    tabs: await chosen('tab', 'aria-selected'),
    library: await page.getByRole('region', { name: 'Library', exact: true }).count(),
  }
}

it('is the same after undoing, and after a restart', async () => {
  const { page } = window
  await button('As a list').click()
  await editor.clip('V1', 'Bridge').click()
  await editor.press('Control+Alt+KeyL')
  await editor.clip('V1', 'Flowers').click()
  await editor.goTo('6:00', '00:00:06:00')
  await editor.press('Control+Alt+KeyK', 'Control+Alt+KeyG')
  await button('Close the curve of Scale').waitFor()
  await editor.press('Equal', 'Equal')
  await page.getByRole('tab', { name: 'Sound', exact: true }).click()
  await button('Show or hide the library').click()
  await grid().hover()
  await page.mouse.wheel(0, 2000)
  await editor.shows(async () => (await scrolled()).isAtEnd).toBe(true)
  const before = await kept(page)

  // The sample has one of its own.
  await editor.press('KeyM')
  await editor.shows(async () => (await kept(page)).project.markers.size).toBe(2)
  const left = await looks()
  expect(left).toMatchObject({
    ...{ curve: 1, selected: 1, playhead: '00:00:06:00', workspace: 'Edit', library: 0 },
    ...{ rows: { isAtEnd: true }, tabs: ['Sound'] },
  })
  await editor.press('Control+KeyZ')
  await editor.shows(async () => (await kept(page)).head.revisionId).toBe(before.head.revisionId)
  expect(await looks()).toEqual(left)

  await window.close()
  await open()
  await editor.shows(looks).toEqual(left)
  await button('Show or hide the library').click()
  await editor.shows(() => button('As a list').getAttribute('aria-pressed')).toBe('true')
})
