import { forgetBuild } from './buildIfStale.ts'
import { root } from './paths.ts'
import { handOver } from './process/handOver.ts'
import { localProgram } from './process/localProgram.ts'
import { setUp } from './setup.ts'

// The window with hot reloading. electron-vite never downloads an Electron itself, hence the set-up first.
const electron = await setUp()
process.chdir(root)
// What it writes into out/ is meant for its own server.
forgetBuild()
const noSandbox = electron.args.includes('--no-sandbox') ? ['--noSandbox'] : []
process.exitCode = await handOver(
  process.execPath,
  [
    localProgram('electron-vite', 'electron-vite'),
    'dev',
    '--watch',
    ...noSandbox,
    ...process.argv.slice(2),
  ],
  { ...process.env, ...electron.env },
)
