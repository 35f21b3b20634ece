/** One content is one upload, for all tasks, at once and one after the other. */
import type { Content, UploadBook } from '../UploadBook.ts'
import { noKey } from './errors.ts'
import { oneAtOnce } from './oneAtOnce.ts'
import type { CallPorts } from './submit.ts'
import { type LocalFile, upload, whatBecameOf } from './uploads.ts'

export interface Stored {
  readonly mediaUUID: string
  /** Stored before, or by another task: it may be gone by now. */
  readonly isBorrowed: boolean
}

export interface HashedFile extends LocalFile {
  readonly sha256: string
}

/** Answers what stores a file for a task, or finds it stored. */
export function createStoreOnce(book: UploadBook) {
  const share = oneAtOnce<Stored>()

  async function store(content: Content, path: string, task: string, ports: CallPorts) {
    const found = await book.find(content, task)
    if (found !== null) return { mediaUUID: found, isBorrowed: true }
    for (const earlier of await book.unheard(content)) {
      const mediaUUID = await whatBecameOf(earlier, ports)
      if (mediaUUID === null) continue
      await book.keep(earlier, mediaUUID)
      await book.use(mediaUUID, task)
      return { mediaUUID, isBorrowed: true }
    }
    const record = {
      begin: () => book.begin(content, task),
      keep: (tried: string, mediaUUID: string) => book.keep(tried, mediaUUID),
      drop: (tried: string) => book.drop(tried),
    }
    return { mediaUUID: await upload(path, ports, record), isBorrowed: false }
  }

  /** @throws GenerationError; the signal's reason */
  return async (
    { path, role, sha256 }: HashedFile,
    task: string,
    ports: CallPorts,
  ): Promise<Stored> => {
    const account = await book.account()
    if (account === null) throw noKey()
    const content = { account, sha256, role }
    const { value, isOwn } = await share(`${account} ${role} ${sha256}`, ports.signal, (signal) =>
      store(content, path, task, { ...ports, signal }),
    )
    if (isOwn) return value
    await book.use(value.mediaUUID, task)
    return { ...value, isBorrowed: true }
  }
}
