/** Runs a module of the window's own, with all that it imports, in the page of a window. */
import type { Page } from 'playwright-core'
import { build } from 'vite'

/** The module's exports are `window[name]` from then on. */
export async function bringIntoPage(page: Page, name: string, module: string): Promise<void> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      minify: false,
      lib: { entry: module, formats: ['iife'], name },
    },
  })
  const outputs = Array.isArray(built) ? built : [built]
  for (const output of outputs) {
    if (!('output' in output)) throw new Error('vite answered a watcher')
    const [chunk] = output.output
    // The page's own policy lets no script in; the driver is not bound by it.
    await page.evaluate(`${chunk.code}\nwindow.${name} = ${name}`)
  }
}
