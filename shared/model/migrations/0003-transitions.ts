/** Version 3: cuts can have transitions, in a table of their own. */
import type { Migration } from './Migration.ts'

export const addTransitions: Migration = {
  name: 'AddTransitions',
  up: (document) => ({ ...document, transitions: {} }),
}
