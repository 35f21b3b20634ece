/** The fonts of titles and captions, which a canvas would silently do without while they are on their way. */
import { TITLE_FONTS } from '../../shared/model/generator.ts'

const known = new Map<string, Promise<unknown>>()
const loaded = new Set<string>()
/** More texts than a frame has. */
const KEPT = 200

/** Resolves when every letter of the text can be drawn, in all families that ship: a text may need any of their parts. */
export function fontsFor(text: string): Promise<unknown> {
  const found = known.get(text)
  if (found) return found
  if (known.size >= KEPT) {
    known.clear()
    loaded.clear()
  }
  // A part that cannot be read leaves its letters to the system's fonts.
  const loading = Promise.allSettled(
    TITLE_FONTS.map((family) => document.fonts.load(`16px "${family} Variable"`, text)),
  )
  const ready = loading.then(() => loaded.add(text))
  known.set(text, ready)
  return ready
}

/** Whether they have been loaded already. */
export const hasFontsFor = (text: string): boolean => loaded.has(text)
