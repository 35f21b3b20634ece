/** Names of files that are not finished yet. They tell which process writes them, so that leftovers can be known. */
import { randomBytes } from 'node:crypto'
import { readdir, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { absent } from './absent.ts'

const PATTERN = /^\.keyreel-part-(\d+)-[0-9a-f]{8}-/

/** A hidden sibling of `path` with the same ending, since ffmpeg chooses the format by it. */
export function temporaryName(path: string): string {
  const mark = `.keyreel-part-${process.pid}-${randomBytes(4).toString('hex')}-`
  // Long names keep their ending; file systems allow 255 bytes.
  return join(
    dirname(path),
    mark +
      Buffer.from(basename(path))
        .subarray(-160)
        .toString('latin1')
        .replace(/[^\w.-]/g, '_'),
  )
}

/** The process that writes this file, when it is one of ours. */
export function writerOf(name: string): number | undefined {
  const match = PATTERN.exec(basename(name))
  return match ? Number(match[1]) : undefined
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Removes what crashed processes left unfinished in `folder` and below; answers how many files. */
export async function sweepLeftovers(folder: string): Promise<number> {
  const names = (await readdir(folder, { recursive: true }).catch(absent)) ?? []
  const left = names.filter((name) => {
    const pid = writerOf(name)
    return pid !== undefined && !isAlive(pid)
  })
  for (const name of left) await rm(join(folder, name), { force: true })
  return left.length
}
