/** The stylesheet's tokens as a canvas sees them. Reading one costs more than a stroke: each is read once for a drawing. */
export interface Tokens {
  /** Of a colour or a length, by its name without the dashes. */
  readonly of: (name: string) => string
  /** For `font`: captions in the canvas's own family. */
  readonly caption: string
}

export function tokensOf(canvas: Element): Tokens {
  const style = getComputedStyle(canvas)
  const known = new Map<string, string>()
  const of = (name: string): string => {
    const found = known.get(name) ?? style.getPropertyValue(`--${name}`)
    known.set(name, found)
    return found
  }
  return { of, caption: `${of('size-caption')} ${style.fontFamily}` }
}
