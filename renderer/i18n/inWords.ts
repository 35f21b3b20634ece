/** Sentences that shared and main made, in the window's language. */
import type { Said } from '../../shared/words/Said.ts'
import { saidOf } from '../../shared/words/SaidError.ts'
import { wordsOf } from '../../shared/words/wording.ts'
import { i18n } from './i18n.ts'

export const inWords = (said: Said): string => wordsOf(i18n, said)

/** What a thrown error says to the person. */
export const errorInWords = (thrown: unknown): string => inWords(saidOf(thrown))
