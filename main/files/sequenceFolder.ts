/**
 * Where the store keeps which pictures a sequence has. Only these folders are read as sequences, and only their own pattern:
 *
 *     sequences/<media key>/sequence.json   what probing says of it
 *     sequences/<media key>/at              a link to the folder of the pictures; finding them again moves it
 *     sequences/<media key>/00000000.png    … where numbers are missing: links without holes, each to the picture shown then
 */
import { link, mkdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { LINK_DIGITS, pictureName } from '../../shared/model/imageSequence.ts'
import { type MediaInfo, mediaInfoSchema } from '../../shared/model/mediaInfo.ts'
import { absent } from './absent.ts'
import { type NumberedRun, plainFilesIn } from './numberedRuns.ts'
import { temporaryName } from './temporaryName.ts'

const FACTS = 'sequence.json'
const AT = 'at'
/** How many links are made at a time. */
const AT_ONCE = 64

/** A junction where the system has no other links to folders for everybody. */
const linkFolder = (target: string, path: string): Promise<void> =>
  symlink(target, path, process.platform === 'win32' ? 'junction' : 'dir')

/** Systems that allow nobody to link to files may still give one a second name. */
const linkFile = async (folder: string, name: string, path: string): Promise<void> => {
  if (process.platform === 'win32') await link(join(folder, name), path)
  else await symlink(join(AT, name), path)
}

/** Which picture is shown at each place of the run, its holes filled by the one before. */
function* shown({ numbers, ...run }: NumberedRun): Generator<string> {
  let [index, name] = [0, '']
  const [first = 0, last = -1] = [numbers[0], numbers.at(-1)]
  for (let number = first; number <= last; number++) {
    if (numbers[index] === number) {
      name = pictureName(run, number)
      index++
    }
    yield name
  }
}

/**
 * Makes the folder of a sequence, whole or not at all, or points the one that is there to where its pictures lie now.
 * @returns the path of its first picture, by which the store knows it
 */
export async function keepSequence(
  sequences: string,
  mediaKey: string,
  run: NumberedRun,
  info: MediaInfo,
  ending: string,
): Promise<string> {
  const folder = join(sequences, mediaKey)
  const first = info.sequence?.missing.length
    ? `${'0'.repeat(LINK_DIGITS)}${ending}`
    : join(AT, pictureName(run, run.numbers[0] ?? 0))
  if (await stat(join(folder, FACTS)).catch(absent)) {
    await rm(folder, { recursive: true })
  }
  await mkdir(sequences, { recursive: true })
  const temporary = temporaryName(folder)
  try {
    await mkdir(temporary)
    await linkFolder(run.folder, join(temporary, AT))
    if (info.sequence?.missing.length) {
      const names = shown(run)
      let place = 0
      const work = async (): Promise<void> => {
        for (const name of names) {
          const number = String(place++).padStart(LINK_DIGITS, '0')
          await linkFile(run.folder, name, join(temporary, `${number}${ending}`))
        }
      }
      await Promise.all(Array.from({ length: AT_ONCE }, work))
    }
    await writeFile(join(temporary, FACTS), JSON.stringify(info))
    await rename(temporary, folder)
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
  return join(folder, first)
}

/** What the store keeps of the sequence whose first picture that is; undefined for every other file. */
export async function readSequence(path: string): Promise<MediaInfo | undefined> {
  const name = basename(path)
  const folder = dirname(path)
  const isLink = new RegExp(`^0{${LINK_DIGITS}}\\.[a-z]+$`).test(name)
  if (!isLink && basename(folder) !== AT) return undefined
  const facts = join(isLink ? folder : dirname(folder), FACTS)
  const text = await readFile(facts, 'utf8').catch(absent)
  if (text === undefined) return undefined
  const info = mediaInfoSchema.parse(JSON.parse(text))
  return info.sequence && info.sequence.missing.length > 0 === isLink ? info : undefined
}

/** The folder in which the pictures of a sequence lie, as a path of the store's own. */
export const picturesOf = (path: string): string =>
  basename(dirname(path)) === AT ? dirname(path) : join(dirname(path), AT)

/** The numbers of the pictures that a sequence has, rising. */
export function numbersOf({ sequence, video: [picture] }: MediaInfo): number[] {
  if (!sequence) return []
  const isMissing = new Set<number>()
  for (const [from, to] of sequence.missing) {
    for (let number = from; number <= to; number++) isMissing.add(number)
  }
  const all = Array.from({ length: picture?.frameCount ?? 0 }, (_, index) => sequence.first + index)
  return all.filter((number) => !isMissing.has(number))
}

/** Whether every picture is where it was. */
export async function isSequenceThere(path: string): Promise<boolean> {
  const info = await readSequence(path)
  const sequence = info?.sequence
  if (!sequence) return false
  const there = await plainFilesIn(picturesOf(path)).catch(absent)
  if (!there) return false
  const names = new Set(there)
  return numbersOf(info).every((number) => names.has(pictureName(sequence, number)))
}

/** All its pictures, in order. */
export async function picturePaths(path: string): Promise<string[]> {
  const info = await readSequence(path)
  const sequence = info?.sequence
  if (!sequence) return []
  return numbersOf(info).map((number) => join(picturesOf(path), pictureName(sequence, number)))
}
