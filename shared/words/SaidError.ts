import { inEnglish } from './english.ts'
import { asWritten, type Said } from './Said.ts'

/**
 * Every error that people read: what happened, what it means, what to do. `message` is the English of `said`, for
 * logs and the command line; the window words `said` itself.
 */
export class SaidError extends Error {
  readonly said: Said
  constructor(said: Said, options: ErrorOptions = {}) {
    super(inEnglish(said), options)
    this.said = said
  }
}

/** What any error says to people: its sentence, or its message as it is. */
export const saidOf = (thrown: unknown): Said => {
  if (thrown instanceof SaidError) return thrown.said
  return asWritten(thrown instanceof Error ? thrown.message : String(thrown))
}
