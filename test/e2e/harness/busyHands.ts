/** Somebody who edits without end: what is done next is drawn from a seed, so that a run can be had again. */
import type { Page } from 'playwright-core'
import type { Editor } from './editor.ts'

/** 0 to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

export interface Hands {
  /** Does something; answers what. */
  next(): Promise<string>
  /** Opens another project, through the list of all. */
  open(project: string): Promise<void>
  /** Stands still, with the program in the monitor. */
  rest(): Promise<void>
}

const ALL = /^(Program monitor|Source monitor)/

export function busyHands(
  page: Page,
  editor: Editor,
  random: () => number,
  projects: readonly string[],
): Hands {
  const upTo = (count: number): number => Math.floor(random() * count)
  const oneOf = <T>(all: readonly [T, ...T[]]): T => all[upTo(all.length)] ?? all[0]
  const monitor = page.getByRole('img', { name: ALL })
  const painted = (): Promise<string | undefined> =>
    monitor.evaluate((canvas) => canvas.dataset.frame)

  const rest = async (): Promise<void> => {
    await editor.press('Escape', 'KeyK')
    const close = page.getByRole('button', { name: 'Back to the program' })
    if (await close.isVisible()) await close.click()
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor()
  }

  /** Plays until so many pictures have been seen, or it came to its end. */
  async function play(key: string, pictures: number): Promise<void> {
    await editor.press(key)
    await page.evaluate(
      (count) =>
        new Promise<void>((resolve) => {
          let left = count
          const next = (): void => {
            const isOver = document.querySelector('button[aria-label="Pause"]') === null
            if (left-- <= 0 || isOver) resolve()
            else requestAnimationFrame(next)
          }
          requestAnimationFrame(next)
        }),
      pictures,
    )
    await editor.press('KeyK')
  }

  async function scrub(): Promise<void> {
    const ruler = await editor.box(page.getByTestId('ruler'))
    const at = (): number => ruler.x + random() * (ruler.width - 20)
    await page.mouse.move(at(), ruler.y + ruler.height / 2)
    await page.mouse.down()
    for (let count = 0; count < 12; count++)
      await page.mouse.move(at(), ruler.y + ruler.height / 2, { steps: 3 })
    await page.mouse.up()
  }

  async function seek(): Promise<void> {
    const before = await painted()
    await editor.timecode.fill(String(upTo(15) * 100 + upTo(20)))
    await editor.timecode.press('Enter')
    if (random() < 0.5)
      await editor
        .shows(painted)
        .not.toBe(before)
        .catch(() => undefined)
  }

  async function source(): Promise<void> {
    const assets = page.getByRole('listbox', { name: 'Assets' }).getByRole('option')
    const count = await assets.count()
    if (count === 0) return
    await assets.nth(upTo(count)).dblclick()
    await page.getByRole('button', { name: 'Back to the program' }).waitFor()
    await play(oneOf(['Space', 'KeyL', 'KeyJ']), upTo(40))
    await editor.press('ArrowRight', 'ArrowRight', 'ArrowLeft')
    await rest()
  }

  const hands: Hands = {
    rest,
    async open(project) {
      await rest()
      await editor.menu('File', 'Open project…')
      const dialog = editor.dialog('Projects')
      const button = dialog.getByRole('button', { name: `Open ${project}`, exact: true })
      if (await button.isEnabled()) {
        await button.click()
        await dialog.waitFor({ state: 'detached' })
      } else await editor.closeDialog('Projects')
      await page.getByRole('heading', { level: 1, name: project }).waitFor()
      await editor.ready()
    },
    async next() {
      const [name, run] = oneOf(deeds)
      await run()
      return name
    },
  }
  const twice = (deed: Deed): [Deed, Deed] => [deed, deed]
  type Deed = readonly [name: string, run: () => Promise<void>]
  const deeds: readonly [Deed, ...Deed[]] = [
    ...twice(['play', () => play('Space', 30 + upTo(90))]),
    ['play backwards', () => play('KeyJ', 30 + upTo(60))],
    [
      'play fast',
      async () => {
        await editor.press('KeyL')
        await play('KeyL', upTo(60))
      },
    ],
    ...twice([
      'step',
      () =>
        editor.press(
          ...Array.from({ length: 1 + upTo(8) }, () =>
            random() < 0.5 ? 'ArrowLeft' : 'ArrowRight',
          ),
        ),
    ]),
    ...twice(['scrub', scrub]),
    ...twice(['seek', seek]),
    ['source', source],
    ['split and undo', () => editor.press('Control+KeyK', 'Control+KeyZ')],
    [
      'loop',
      async () => {
        await editor.press('Control+Slash')
        await play('Space', 60)
        await editor.press('Control+Slash')
      },
    ],
    [
      'quality',
      async () => {
        const choice = page.getByRole('combobox', { name: 'Quality of the picture' })
        await choice.selectOption(oneOf(['Auto', 'Full', 'Half', 'Proxies']))
      },
    ],
    ['open a project', () => hands.open(oneOf(projects as [string, ...string[]]))],
  ]
  return hands
}
