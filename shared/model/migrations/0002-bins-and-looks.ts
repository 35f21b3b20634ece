/** Version 2: the library has bins, and prompts with their settings can be kept as looks. */
import type { Migration } from './Migration.ts'

export const addBinsAndLooks: Migration = {
  name: 'AddBinsAndLooks',
  up: (document) => ({ ...document, bins: {}, looks: {} }),
}
