/** The file is there, and this window has no decoder for it: asking again changes nothing. */
export class NotDecodable extends Error {
  override readonly name = 'NotDecodable'
}

/** By its name: an error that comes from another thread has lost its class. */
export const isNotDecodable = (error: unknown): error is Error =>
  error instanceof Error && error.name === 'NotDecodable'
