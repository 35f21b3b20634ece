/** Which files of a folder are pictures of one numbered run. */
import { readdir } from 'node:fs/promises'
import { extname } from 'node:path'
import { pictureName } from '../../shared/model/imageSequence.ts'

/** Formats in which films are handed on picture by picture. */
export const SEQUENCE_ENDINGS: readonly string[] = [
  'png',
  'jpg',
  'jpeg',
  'tif',
  'tiff',
  'exr',
  'dpx',
]

export interface NumberedRun {
  /** Absolute. */
  readonly folder: string
  readonly prefix: string
  readonly suffix: string
  readonly digits: number
  /** Those that are there, rising. */
  readonly numbers: readonly number[]
}

/** Fewer are single pictures that happen to be numbered. */
const LEAST = 3
/** A run that lacks more of its numbers than it has is no film, but a choice of photos. */
const LEAST_SHARE = 0.5

const NUMBERED = /^([\s\S]*?)(\d+)(\.[^.]+)$/

interface Numbered {
  readonly prefix: string
  readonly number: string
  readonly suffix: string
}

function numbered(name: string): Numbered | undefined {
  if (!SEQUENCE_ENDINGS.includes(extname(name).slice(1).toLowerCase())) return undefined
  const [, prefix = '', number = '', suffix = ''] = NUMBERED.exec(name) ?? []
  // Beyond these, neighbouring numbers are no longer told apart.
  return number === '' || number.length > 15 ? undefined : { prefix, number, suffix }
}

export const mayBeNumbered = (name: string): boolean => numbered(name) !== undefined

/** All runs among the names of one folder, in no order; names in none of them stand alone. */
export function runsAmong(folder: string, names: readonly string[]): NumberedRun[] {
  const groups = new Map<string, Numbered[]>()
  for (const name of names) {
    const found = numbered(name)
    if (!found) continue
    const key = JSON.stringify([found.prefix, found.suffix])
    const group = groups.get(key)
    if (group) group.push(found)
    else groups.set(key, [found])
  }
  return [...groups.values()].flatMap((group) => {
    const [{ prefix, suffix } = { prefix: '', suffix: '' }] = group
    const padded = group.find(({ number }) => number.length > 1 && number.startsWith('0'))
    const digits = padded?.number.length ?? 1
    const members = group.filter(
      ({ number }) =>
        number.length === digits || (number.length > digits && !number.startsWith('0')),
    )
    const numbers = members.map(({ number }) => Number(number)).sort((a, b) => a - b)
    const [first = 0, last = 0] = [numbers[0], numbers.at(-1)]
    const isRun = numbers.length >= LEAST && numbers.length / (last - first + 1) >= LEAST_SHARE
    return isRun ? [{ folder, prefix, suffix, digits, numbers }] : []
  })
}

/** The names of a run's pictures. */
export const namesIn = (run: NumberedRun): string[] =>
  run.numbers.map((number) => pictureName(run, number))

/** The plain files of a folder, without what is hidden or only linked to. */
export async function plainFilesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
}
