import { join } from 'node:path'

/** The repository's root, whatever the current folder is. */
export const root = join(import.meta.dirname, '..')

export const inRepository = (...parts: string[]): string => join(root, ...parts)
