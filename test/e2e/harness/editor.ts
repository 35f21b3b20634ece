/** What a person does in the window, found by roles and names, and moved by the pointer on what is drawn. */
import { isDeepStrictEqual } from 'node:util'
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { SLOWER } from './keyreelWindow.ts'

/** The timeline as it reads: each track's clips by name, place and state. */
export type Cut = Readonly<Record<string, readonly string[]>>

/** How long a change may take on a busy machine before a test gives up; nothing waits for it in vain. */
const PATIENCE = 20_000 * SLOWER
const PREPARATION = 300_000

/** Pixels of the page. */
export type Box = Readonly<Record<'x' | 'y' | 'width' | 'height', number>>

/** Pixels in the page. */
interface Point {
  readonly x: number
  readonly y: number
}

export interface DragOptions {
  /** Keys held during the whole drag. */
  readonly hold?: readonly ('Control' | 'Shift' | 'Alt')[]
  /** Looks at the window before the button is let go. */
  readonly during?: () => Promise<void>
  /** Esc instead of letting go. */
  readonly isCancelled?: boolean
}

export class Editor {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Resolves when the program shows a project. */
  async ready(): Promise<void> {
    await this.page.getByRole('treegrid', { name: 'Timeline' }).waitFor()
  }

  /** Resolves when no job is left: for its filmstrip a whole film is decoded, which is long work. */
  async prepared(): Promise<void> {
    await this.page.getByText('No jobs running').waitFor({ timeout: PREPARATION })
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  /** Opens a menu of the menu bar and chooses an entry. */
  async menu(menu: string, entry: string): Promise<void> {
    await this.page.getByRole('menuitem', { name: menu, exact: true }).click()
    await this.page.getByRole('menuitem', { name: entry }).click()
    // An open menu keeps the keys for itself.
    await this.page.getByRole('menu').first().waitFor({ state: 'detached' })
  }

  dialog(title: string): Locator {
    return this.page.getByRole('dialog', { name: title })
  }

  /** Whether the middle of something is in view, with nothing over it. */
  isSeen(target: Locator): Promise<boolean> {
    return target.evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect()
      return element.contains(document.elementFromPoint(left + width / 2, top + height / 2))
    })
  }

  /** Names what inside a dialog can be scrolled sideways, which nothing should need. */
  overflowing(title: string): Promise<string[]> {
    return this.dialog(title).evaluate((dialog) =>
      [...dialog.querySelectorAll('*')]
        .filter((part) => part.scrollWidth > part.clientWidth + 1)
        .filter((part) => /auto|scroll/.test(getComputedStyle(part).overflowX))
        .map((part) => `${part.tagName} ${part.className}`),
    )
  }

  async closeDialog(title: string): Promise<void> {
    await this.dialog(title).getByRole('button', { name: 'Close' }).click()
    await this.dialog(title).waitFor({ state: 'detached' })
  }

  get timecode(): Locator {
    return this.page.getByRole('textbox', { name: 'Timecode' })
  }

  /** Types a timecode and waits until the playhead stands there. */
  async goTo(typed: string, reads: string): Promise<void> {
    await this.timecode.click()
    await this.timecode.fill(typed)
    await this.timecode.press('Enter')
    await this.shows(() => this.timecode.inputValue()).toBe(reads)
  }

  /** `expect.poll` with this harness's patience. */
  shows<T>(read: () => T | Promise<T>, timeout = PATIENCE): ReturnType<typeof expect.poll> {
    return expect.poll(read, { timeout, interval: 50 })
  }

  row(name: string): Locator {
    return this.page.getByRole('row', { name, exact: true })
  }

  /** A clip by its track and the beginning of what it says: `numbered-a, 00:00:00:00`. */
  clip(track: string, says: string): Locator {
    return this.row(track).getByRole('gridcell', { name: says })
  }

  /** Clips of the tracks as they read, without which of them is selected. */
  async cut(...tracks: readonly string[]): Promise<Cut> {
    const read = async (track: string): Promise<[string, string[]]> => {
      const cells = this.row(track).getByRole('gridcell')
      const names = await cells.evaluateAll((all) =>
        all.map((cell) => cell.getAttribute('aria-label') ?? ''),
      )
      return [track, names.map((name) => name.replace(', selected', ''))]
    }
    return Object.fromEntries(await Promise.all(tracks.map(read)))
  }

  /** Resolves once the monitor shows a frame exactly, not only quickly. */
  async painted(frame: number): Promise<void> {
    const monitor = this.page.getByRole('img', { name: 'Program monitor' })
    await this.shows(() =>
      monitor.evaluate((canvas) => [canvas.dataset.frame, canvas.dataset.settled]),
    ).toEqual([String(frame), 'true'])
  }

  /** Where something is drawn, once it has come to rest: the same in two frames, one after the other. */
  async box(target: Locator): Promise<Box> {
    const end = Date.now() + PATIENCE
    let last = await target.boundingBox()
    for (;;) {
      await this.page.evaluate(() => new Promise(requestAnimationFrame))
      const now = await target.boundingBox()
      if (now && isDeepStrictEqual(now, last)) return now
      if (Date.now() > end) throw new Error(`${String(target)} is not drawn, or never at rest`)
      last = now
    }
  }

  /** Resolves when nothing fades or slides any more; what moves for ever, as a bar without a measure, does not count. */
  async still(): Promise<void> {
    await this.page.evaluate(() =>
      Promise.allSettled(
        document
          .getAnimations()
          .filter((animation) => Number.isFinite(animation.effect?.getComputedTiming().endTime))
          .map(({ finished }) => finished),
      ),
    )
  }

  /** Drags from a point by pixels, in steps as a hand would. */
  async drag(
    from: Point,
    by: { readonly x: number; readonly y?: number },
    { hold = [], during, isCancelled = false }: DragOptions = {},
  ): Promise<void> {
    const { mouse, keyboard } = this.page
    await mouse.move(from.x, from.y)
    await mouse.down()
    for (const key of hold) await keyboard.down(key)
    await mouse.move(from.x + by.x, from.y + (by.y ?? 0), { steps: 8 })
    await during?.()
    if (isCancelled) await keyboard.press('Escape')
    await mouse.up()
    for (const key of hold) await keyboard.up(key)
  }

  /**
   * Carries something out of the library as a hand does: it stays over the place until the page has answered that it may be let go
   * there. Let go in the same moment, Chromium may lose the drop.
   */
  async carry(
    what: Locator,
    onto: Point,
    { during, isCancelled = false }: Omit<DragOptions, 'hold'> = {},
  ): Promise<void> {
    const { mouse, keyboard } = this.page
    const from = await this.box(what)
    await mouse.move(from.x + from.width / 2, from.y + from.height / 2)
    await mouse.down()
    await mouse.move(onto.x - 2, onto.y, { steps: 4 })
    await this.#drawn()
    await mouse.move(onto.x, onto.y)
    await this.#drawn()
    await during?.()
    if (isCancelled) await keyboard.press('Escape')
    // What lies under the hand after a while may be a preview, which has to say as well that it takes it.
    else if (during) await mouse.move(onto.x, onto.y)
    await mouse.up()
  }

  /** Resolves when two frames have been drawn. */
  async #drawn(): Promise<void> {
    for (let frame = 0; frame < 2; frame++) {
      await this.page.evaluate(() => new Promise(requestAnimationFrame))
    }
  }

  /** Pixels of one frame, read off a clip that is wholly in the window. */
  async frameWidth(clip: Locator, frames: number): Promise<number> {
    return (await this.box(clip)).width / frames
  }
}
