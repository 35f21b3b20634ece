/** Moves the real pointer and keys one display tick at a time, and marks each tick for the trace. */
import type { Page } from 'playwright-core'

export interface Point {
  readonly x: number
  readonly y: number
}

/** Until the next picture is due; the mark stands where its work begins. */
export const tick = (page: Page, mark = 'tick'): Promise<void> =>
  page.evaluate(
    (name) =>
      new Promise<void>((done) => {
        requestAnimationFrame(() => {
          performance.mark(name)
          done()
        })
      }),
    mark,
  )

/** Until nothing more urgent is left to do: what is measured next begins with a window at rest. */
export const idle = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise<void>((done) => void requestIdleCallback(() => done())))

/** Turns the wheel so many times, each with its own picture. */
export async function wheel(
  page: Page,
  turns: readonly { readonly x: number; readonly y: number }[],
  held?: 'Control' | 'Shift',
): Promise<void> {
  if (held) await page.keyboard.down(held)
  for (const { x, y } of turns) {
    await page.mouse.wheel(x, y)
    await tick(page)
  }
  if (held) await page.keyboard.up(held)
}

/** Takes hold of a point, goes along the way, and lets Esc put everything back. */
export async function drag(page: Page, from: Point, way: readonly Point[]): Promise<void> {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + 4, from.y)
  for (const { x, y } of way) {
    await page.mouse.move(from.x + x, from.y + y)
    await tick(page)
  }
  await page.keyboard.press('Escape')
  await page.mouse.up()
}

/** Milliseconds by the page's clock from the key's own time to its consequence on screen. */
export async function press(page: Page, key: string): Promise<number> {
  const seen = page.evaluate(
    () =>
      new Promise<number>((done) => {
        const clips = (): string =>
          [...document.querySelectorAll('#timeline-rows [data-item]')]
            .map((cell) => cell.getAttribute('aria-label'))
            .join()
        let pressed = 0
        const before = clips()
        const look = (): void => {
          if (clips() === before) {
            requestAnimationFrame(look)
            return
          }
          // A picture later: this one is on its way to the screen.
          requestAnimationFrame(() => {
            performance.mark('pixels')
            done(performance.now() - pressed)
          })
        }
        const listening = new AbortController()
        addEventListener(
          'keydown',
          (event) => {
            if (event.key === 'Control') return
            listening.abort()
            pressed = event.timeStamp
            performance.mark('press')
            requestAnimationFrame(look)
          },
          { capture: true, signal: listening.signal },
        )
      }),
  )
  // Two turns, so that the page listens.
  await tick(page, 'rest')
  await tick(page, 'rest')
  await page.keyboard.press(key)
  return seen
}
