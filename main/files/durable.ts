/** Putting files in place so that a power cut finds either the old state or the new one. */
import { constants } from 'node:fs'
import { copyFile, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Waits until a file's bytes are on the disk. */
export async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Waits until a folder's names are on the disk, where the system can do that (Windows cannot). */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** A finished temporary file takes its final name, replacing what bears it. Both lie in one folder. */
export async function settle(temporary: string, final: string): Promise<void> {
  await syncFile(temporary)
  await rename(temporary, final)
  await syncFolder(dirname(final))
}

/** Moves a file; between disks it is copied and then removed. */
export async function moveFile(from: string, to: string): Promise<void> {
  try {
    await rename(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error
    await copyFile(from, to, constants.COPYFILE_FICLONE)
    await rm(from)
  }
}
