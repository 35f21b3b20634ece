import { cpSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { build as electronBuilder } from 'electron-builder'
import { buildIfStale } from './buildIfStale.ts'
import type { ElectronFound } from './electron/ElectronFound.ts'
import { configuration } from './electron-builder.config.ts'
import { shippedPackages } from './package/shippedPackages.ts'
import { stageFfmpeg } from './package/stageFfmpeg.ts'
import { inRepository, root } from './paths.ts'
import { asProgram } from './process/asProgram.ts'
import { seconds } from './process/say.ts'
import { setUp } from './setup.ts'

/**
 * npm run package                 AppImage and deb, dmg, or nsis: what belongs to this system
 * npm run package -- --dir        only the folder with the program, ready to start
 * npm run package -- --linux|--mac|--win   for another system (electron-builder downloads what it needs)
 */
const { values } = parseArgs({
  options: {
    dir: { type: 'boolean', default: false },
    linux: { type: 'boolean', default: false },
    mac: { type: 'boolean', default: false },
    win: { type: 'boolean', default: false },
  },
})

const own = { linux: values.linux, darwin: values.mac, win32: values.win }
const forOthers =
  (values.linux || values.mac || values.win) && !own[process.platform as keyof typeof own]

await asProgram(async () => {
  const start = performance.now()
  const electron = await setUp()
  await buildIfStale()
  const ffmpeg = inRepository('release', '.staging', 'ffmpeg')
  // A program for another system cannot run our ffmpeg: there it looks on the PATH.
  const carriesFfmpeg = !forOthers && (await stageFfmpeg(ffmpeg))
  const made = await electronBuilder({
    projectDir: root,
    publish: 'never',
    dir: values.dir,
    ...(values.linux ? { linux: [] } : {}),
    ...(values.mac ? { mac: [] } : {}),
    ...(values.win ? { win: [] } : {}),
    config: configuration({
      ...(forOthers ? {} : { electron: stageNative(electron) }),
      shippedPackages: shippedPackages(),
      ...(carriesFfmpeg ? { ffmpeg } : {}),
    }),
  })
  const folder = join(root, 'release', 'linux-unpacked', 'keyreel')
  const results = made.length ? made.join('\n') : existsSync(folder) ? folder : 'release/'
  return `packaged in ${seconds(start)}:\n${results}`
})

/** electron-builder refuses files from some folders of the system, where a user's cache may well lie. */
function stageNative(electron: ElectronFound): ElectronFound {
  if (electron.nativeModules === undefined) return electron
  const nativeModules = inRepository('release', '.staging', 'native', 'node_modules')
  cpSync(electron.nativeModules, nativeModules, { recursive: true, dereference: true })
  return { ...electron, nativeModules }
}
