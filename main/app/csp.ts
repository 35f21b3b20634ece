/** The page may load what we ship and the store's media, and nothing else. */

export const APP_SCHEME = 'keyreel-app'
export const APP_ORIGIN = `${APP_SCHEME}://app`

/**
 * Inline styles are allowed because React and the panels position things by them; scripts never are. Decoders of
 * the window are WebAssembly, hence its one exception.
 */
export function contentSecurityPolicy(mediaScheme: string): string {
  const media = `${mediaScheme}:`
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self'",
    `img-src 'self' ${media} data: blob:`,
    `media-src ${media} blob:`,
    `connect-src 'self' ${media}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
