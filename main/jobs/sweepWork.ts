/** Removes the work folders of runs that a crash cut off. */
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { JobId } from '../../shared/model/ids.ts'
import type { Store } from '../database/store.ts'

/** A folder is named after its job and the fencing token of the run it belongs to. */
export const workFolderOf = (folder: string, jobId: JobId, fence: number): string =>
  join(folder, `${jobId}.${fence}`)

export async function sweepWork(folder: string, { jobs }: Pick<Store, 'jobs'>): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const name of await readdir(folder)) {
    const [id = '', fence] = name.split('.')
    const row = jobs.find(id as JobId)
    if (row?.state.status === 'running' && String(row.fence) === fence) continue
    await rm(join(folder, name), { recursive: true, force: true })
  }
}
