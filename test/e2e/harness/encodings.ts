/** Finds a secret in bytes, however it is written. */
import { readdir, readFile, readlink } from 'node:fs/promises'
import { join } from 'node:path'

/** The ways to write a secret, by their names. Made by other means than the program's own. */
export function writings(secret: string): ReadonlyMap<string, Buffer> {
  const forms = new Map<string, Buffer>([
    ['plain', Buffer.from(secret, 'utf8')],
    ['URL-encoded', Buffer.from(encodeURIComponent(secret))],
    ['UTF-16 LE', Buffer.from(secret, 'utf16le')],
    ['UTF-16 BE', Buffer.from(secret, 'utf16le').swap16()],
    ['hexadecimal', Buffer.from(Buffer.from(secret).toString('hex'))],
  ])
  for (const [kind, encoded] of [
    ['base64', Buffer.from(secret)],
    ['base64 of UTF-16', Buffer.from(secret, 'utf16le')],
  ] as const) {
    // Whatever three bytes stand around it, some run of whole groups is the secret's alone.
    for (let skip = 0; skip < 3; skip += 1) {
      const whole = encoded.subarray(skip, skip + 3 * Math.floor((encoded.length - skip) / 3))
      const text = whole.toString('base64')
      forms.set(`${kind}, ${skip} in`, Buffer.from(text))
      forms.set(`${kind}, URL, ${skip} in`, Buffer.from(whole.toString('base64url')))
    }
  }
  return forms
}

/** `where (how)` for each writing that is there. */
export const findIn = (where: string, bytes: Buffer, secret: string): string[] =>
  [...writings(secret)].flatMap(([how, form]) =>
    bytes.includes(form) ? [`${where} (${how})`] : [],
  )

/** Looks through every file of a folder, whatever it is, and at the names of the files too. */
export async function findInFolder(folder: string, secret: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const found = await Promise.all(
    entries.map(async (entry) => {
      const path = join(entry.parentPath, entry.name)
      const named = findIn(`the name of ${path}`, Buffer.from(entry.name), secret)
      if (entry.isSymbolicLink())
        return [...named, ...findIn(path, Buffer.from(await readlink(path)), secret)]
      return entry.isFile() ? [...named, ...findIn(path, await bytesOf(path), secret)] : named
    }),
  )
  return found.flat()
}

/** A program that runs takes its temporary files away under our eyes. */
async function bytesOf(path: string): Promise<Buffer> {
  try {
    return await readFile(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0)
    throw error
  }
}
