/** Every word that the window shows or reads out just now, and where words do not fit. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { root } from '../../../build/paths.ts'
import { GERMAN } from '../../../shared/words/german.ts'
import { ENGLISH } from '../../../shared/words/messages.ts'

const textsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsIn)
      : []

const catalogue = (language: string, sentences: object): string[] => [
  ...textsIn(sentences),
  ...globSync(`renderer/i18n/${language}/*.json`, { cwd: root }).flatMap((file) =>
    textsIn(JSON.parse(readFileSync(join(root, file), 'utf8'))),
  ),
]

/** Matches what a text becomes once its parameters are filled in. Null for what has no word of its own. */
function pattern(text: string): RegExp | null {
  const pieces = text.split(/\{\{[^}]*\}\}/)
  if (!/\p{L}{3}/u.test(pieces.join(' '))) return null
  const escaped = pieces.map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${escaped.join('[^]+?')}$`, 'i')
}

const patterns = (texts: readonly string[]): RegExp[] =>
  [...new Set(texts)].flatMap((text) => pattern(text) ?? [])

const english = patterns(catalogue('en', ENGLISH))
const german = patterns(catalogue('de', GERMAN))

/** Those of `shown` that only the English catalogue has. Parts between dots are looked at one by one. */
export const leftInEnglish = (shown: readonly string[]): string[] =>
  [...new Set(shown.flatMap((text) => text.split(/ · |\n/)).map((text) => text.trim()))].filter(
    (text) => english.some((one) => one.test(text)) && !german.some((one) => one.test(text)),
  )

/** Texts, labels, hints and placeholders of everything that is visible. */
export const shownWords = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found = new Set<string>()
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      if (!element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) continue
      for (const name of ['aria-label', 'title', 'placeholder', 'aria-description', 'alt']) {
        const text = element.getAttribute(name)
        if (text) found.add(text)
      }
      // What a person wrote or named is not the program's.
      if (element.closest('[role="gridcell"], textarea')) continue
      for (const node of element.childNodes) {
        if (node.nodeType === Node.TEXT_NODE && node.textContent?.trim()) {
          found.add(node.textContent.trim())
        }
      }
    }
    return [...found]
  })

/** Words that are cut off, run out of their button, out of the window, or over other words. */
export const clippedWords = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const told = new Set<string>()
    const say = (what: string, element: Element): void => {
      told.add(`${what}: ${element.tagName} "${element.textContent?.trim().slice(0, 60)}"`)
    }
    const texts = [...document.querySelectorAll<HTMLElement>('body *')].filter(
      (element) =>
        element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) &&
        // Names on the timeline are cut as clips are.
        !element.closest('[role="treegrid"], [role="grid"]') &&
        [...element.childNodes].some(
          (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
        ),
    )
    const boxes: { element: HTMLElement; box: DOMRect }[] = []
    for (const element of texts) {
      const { overflowX, textOverflow } = getComputedStyle(element)
      const isCut = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1
      // A long name may end in dots where a hint gives the whole.
      const hasHint = textOverflow === 'ellipsis' && element.closest('[title]') !== null
      if (isCut && overflowX !== 'visible' && !hasHint) say('cut', element)
      if (isCut && overflowX === 'visible' && element.closest('button, [role="tab"], select')) {
        say('out of its button', element)
      }
      const range = document.createRange()
      range.selectNodeContents(element)
      const whole = range.getBoundingClientRect()
      const own = element.getBoundingClientRect()
      // What is cut does not lie over anything.
      const box =
        overflowX === 'visible'
          ? whole
          : new DOMRect(own.x, whole.y, Math.min(whole.width, own.width), whole.height)
      if (box.right > innerWidth + 1 || box.left < -1) {
        const scrolls = element.closest('pre, ul, ol, [style*="overflow"]') !== null
        if (!scrolls) say('out of the window', element)
      }
      if (element.closest('header, footer, [role="toolbar"], [role="tablist"]'))
        boxes.push({ element, box })
    }
    const ink = document.createElement('canvas').getContext('2d')
    for (const field of document.querySelectorAll<HTMLInputElement>('input[placeholder]')) {
      const { font, paddingLeft, paddingRight } = getComputedStyle(field)
      if (!ink || !field.checkVisibility()) continue
      ink.font = font
      const room =
        field.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight)
      if (ink.measureText(field.placeholder).width > room + 1) told.add(`cut: ${field.placeholder}`)
    }
    for (const choice of document.querySelectorAll<HTMLSelectElement>('select')) {
      if (!choice.checkVisibility() || choice.multiple) continue
      // A menu that is a select shows its arrow alone: nothing is chosen that could be cut, and its name says what it is.
      if (choice.value === '' && choice.getAttribute('aria-label')) continue
      const free = choice.cloneNode(true) as HTMLSelectElement
      free.value = choice.value
      free.style.cssText =
        'field-sizing:content;position:absolute;visibility:hidden;width:auto;min-width:0;max-width:none'
      choice.after(free)
      if (free.offsetWidth > choice.offsetWidth + 1) {
        told.add(`cut: SELECT "${choice.selectedOptions[0]?.text}"`)
      }
      free.remove()
    }
    for (const [i, one] of boxes.entries()) {
      for (const other of boxes.slice(i + 1)) {
        if (one.element.contains(other.element) || other.element.contains(one.element)) continue
        const wide =
          Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left)
        const high =
          Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top)
        if (wide > 2 && high > 2) say(`over "${other.element.textContent?.trim()}"`, one.element)
      }
    }
    return [...told]
  })
