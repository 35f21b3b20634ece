/** English, for logs, the command line and `Error.message`; the window words sentences itself. */
import { ENGLISH } from './messages.ts'
import type { Said } from './Said.ts'
import { speaker, type Words } from './speaker.ts'

let english: Words | undefined

/** Made when first needed: the window's start does not wait for words that only logs want. */
export function inEnglish(said: Said): string {
  english ??= speaker('en', ENGLISH)
  return english(said)
}
