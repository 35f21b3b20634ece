import { cp, mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createPackage } from '@electron/asar'
import { bootstrapSource, currentMarker } from './marker.ts'

/** Small and replaced file by file through renames, so that a newer clone refreshes it without a download. */
export async function installBootstrap(folder: string): Promise<void> {
  const resources = join(folder, 'dist', 'resources')
  const bootstrap = join(folder, 'bootstrap')
  await mkdir(resources, { recursive: true })
  await mkdir(bootstrap, { recursive: true })
  const asar = join(folder, `default_app.${process.pid}.asar`)
  await createPackage(bootstrapSource, asar)
  await rename(asar, join(resources, 'default_app.asar'))
  for (const name of ['sqliteHook.cjs', 'utilityStub.cjs']) {
    const fresh = join(folder, `${name}.${process.pid}`)
    await cp(join(bootstrapSource, name), fresh)
    await rename(fresh, join(bootstrap, name))
  }
  const fresh = join(folder, `marker.${process.pid}`)
  await writeFile(fresh, JSON.stringify(currentMarker()))
  await rename(fresh, join(folder, 'marker.json'))
}
