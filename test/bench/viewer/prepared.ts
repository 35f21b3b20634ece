/** Waits until the window has what is measured, and nothing else to do. */
import type { Page } from 'playwright-core'

/** @throws Error when it cannot be made. */
export function prepared(
  page: Page,
  mediaKey: string,
  what: 'proxy' | 'filmstrip',
): Promise<unknown> {
  return page.waitForFunction(
    async ([key, name]) => {
      const answer = await window.keyreel.call('media:status', { mediaKeys: [key] })
      const state = answer.ok ? answer.value.media[0]?.[name] : 'failed'
      if (state === 'failed' || state === 'none') throw new Error(`the ${name} is ${state}`)
      return state === 'ready'
    },
    [mediaKey, what] as const,
    { timeout: 900_000, polling: 500 },
  )
}

export const idle = (page: Page): Promise<void> =>
  page.getByText('No jobs running').waitFor({ timeout: 900_000 })
