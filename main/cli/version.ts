import { readFile } from 'node:fs/promises'
import { z } from 'zod'

const packageSchema = z.object({ version: z.string() })

/** The program's version, from the package that this file belongs to, wherever it was built to. */
export async function readVersion(): Promise<string> {
  for (const place of ['../../package.json', '../package.json']) {
    const content = await readFile(new URL(place, import.meta.url), 'utf8').catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined
        throw error
      },
    )
    if (content !== undefined) return packageSchema.parse(JSON.parse(content)).version
  }
  return 'unknown'
}
