/** How well a name answers what was typed. Pure. */

/** Every word that was typed must begin a word of the name, or stand inside it; null where one does not. */
export function rank(name: string, typed: string): number | null {
  const text = name.toLocaleLowerCase()
  let sum = 0
  for (const word of typed.toLocaleLowerCase().split(/\s+/).filter(Boolean)) {
    const at = text.indexOf(word)
    if (at < 0) return null
    const begins = at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')
    const start = begins ? at : wordStart(text, word)
    sum += start === null ? 100 + at : start
  }
  return sum
}

/** Where a word of the text begins with `word`. */
function wordStart(text: string, word: string): number | null {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return at
  }
  return null
}
