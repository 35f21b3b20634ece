import type { PayloadOf } from '../../../shared/commands/registry.ts'
import { type Generator, wordlessName } from '../../../shared/model/generator.ts'
import type { ItemId } from '../../../shared/model/ids.ts'
import { inWords } from '../../i18n/inWords.ts'

/** What a clip shows from now on; it is called by its words, or by its kind where it has none. */
export const contentOf = (itemId: ItemId, content: Generator): PayloadOf<'generator.set'> => ({
  itemId,
  content,
  wordless: inWords(wordlessName(content)),
})
