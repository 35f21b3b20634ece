/** Colours that meet in the window and in no stylesheet's rule: pairs whose contrast nobody has computed. */
import type { Page } from 'playwright-core'
import { TEXT_PAIRS, TOKENS } from '../../fixtures/tokenPairs.ts'

const tokenOf = new Map(
  [...TOKENS].map(([name, channels]) => [`rgb(${channels.join(', ')})`, name]),
)
const known = new Set(TEXT_PAIRS.map(([text, ground]) => `${text} on ${ground}`))

/**
 * Texts that are seen, on the nearest full colour behind them. What is switched off may be faint (WCAG 1.4.3), and what lies
 * on a tint or a picture is left to axe.
 */
export async function strangePairs(page: Page): Promise<string[]> {
  const shown = await page.evaluate(() => {
    const found = new Map<string, string>()
    const off = ':disabled, [aria-disabled="true"], [data-disabled], option'
    for (const element of document.querySelectorAll('body *')) {
      const says = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
      )
      const isSeen = element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })
      // In a narrow window a badge is a dot, its text for screen readers alone.
      const isDrawn = getComputedStyle(element).fontSize !== '0px'
      if (!says || !isSeen || !isDrawn || element.closest(off)) continue
      let ground: string | null = null
      for (let at: Element | null = element; at && ground === null; at = at.parentElement) {
        const { backgroundColor, backgroundImage } = getComputedStyle(at)
        const isFull = backgroundColor.startsWith('rgb(')
        if (isFull || backgroundImage !== 'none' || !backgroundColor.endsWith(', 0)')) {
          ground = isFull && backgroundImage === 'none' ? backgroundColor : ''
        }
      }
      if (!ground) continue
      const pair = JSON.stringify([getComputedStyle(element).color, ground])
      found.set(pair, element.outerHTML.slice(0, 120))
    }
    return [...found]
  })
  return shown.flatMap(([json, html]) => {
    const [text, ground] = JSON.parse(json) as [string, string]
    const pair = `${tokenOf.get(text) ?? text} on ${tokenOf.get(ground) ?? ground}`
    return known.has(pair) ? [] : [`${pair}: ${html}`]
  })
}
