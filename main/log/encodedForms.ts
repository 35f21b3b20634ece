/** The ways in which a secret may stand inside other text. */

/** Characters; what is shorter could be any word. */
const SHORTEST = 8

/** As it is, in an address, in JSON, and within base64 at each of the three places where it can begin. */
export function encodedForms(secret: string): string[] {
  if (secret === '') return []
  const bytes = Buffer.from(secret, 'utf8')
  const inner = [0, 1, 2].map((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64')
    // Characters at both ends hold bits of what stands beside the secret.
    const from = offset === 0 ? 0 : offset + 1
    const whole = Math.floor((4 * (offset + bytes.length)) / 3)
    return text.slice(from, whole)
  })
  const url = inner.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'))
  const others = [encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1), ...inner, ...url]
  return [...new Set([secret, ...others.filter(({ length }) => length >= SHORTEST)])]
}
