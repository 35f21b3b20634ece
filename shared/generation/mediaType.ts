/** What bytes are, by their first few: neither a file's name nor a server's word is trusted. */

const startsWith = (bytes: Uint8Array, signature: readonly number[], offset = 0): boolean =>
  signature.every((value, i) => bytes[offset + i] === value)

const ascii = (text: string): number[] => [...text].map((character) => character.charCodeAt(0))

/** How many leading bytes {@link mediaTypeOf} needs. */
export const SIGNATURE_BYTES = 12

/** The MIME type of the media kinds that the service takes or gives; null for anything else. */
export function mediaTypeOf(bytes: Uint8Array): string | null {
  if (startsWith(bytes, ascii('ftyp'), 4)) {
    return startsWith(bytes, ascii('qt  '), 8) ? 'video/quicktime' : 'video/mp4'
  }
  if (startsWith(bytes, [0x1a, 0x45, 0xdf, 0xa3])) return 'video/webm'
  if (startsWith(bytes, [0x89, ...ascii('PNG')])) return 'image/png'
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg'
  if (startsWith(bytes, ascii('RIFF')) && startsWith(bytes, ascii('WEBP'), 8)) return 'image/webp'
  if (startsWith(bytes, ascii('GIF8'))) return 'image/gif'
  if (startsWith(bytes, ascii('BM'))) return 'image/bmp'
  if (startsWith(bytes, [0x76, 0x2f, 0x31, 0x01])) return 'image/x-exr'
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return 'application/zip'
  return null
}
