/** All German texts, a file of their own beside the window's script. */
import { GERMAN } from '../../shared/words/german.ts'
import { type Resources, withStrings } from './resources.ts'

export const german: Resources = withStrings(
  GERMAN,
  import.meta.glob<Record<string, unknown>>('./de/*.json', { eager: true, import: 'default' }),
)
