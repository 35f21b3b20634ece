import { statfs } from 'node:fs/promises'

/** Bytes that the disk holds on which a folder lies, used or not. */
export async function diskSize(folder: string): Promise<number> {
  const { blocks, bsize } = await statfs(folder)
  return blocks * bsize
}
