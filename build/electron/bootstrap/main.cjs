// The default app of the fallback Electron (that build ships none): packed as resources/default_app.asar.
// It does what Electron's own does for us: `electron [-r FILE] [switches] APP-FOLDER [arguments]`.
const { app, utilityProcess } = require('electron')
const Module = require('node:module')
const path = require('node:path')
const workerThreads = require('node:worker_threads')

// Real files beside the distribution: workers and utility processes cannot preload from inside an asar.
const support = path.join(process.resourcesPath, '..', '..', 'bootstrap')
const hook = path.join(support, 'sqliteHook.cjs')
const stub = path.join(support, 'utilityStub.cjs')
require(hook)

// A worker without the hook would load a better-sqlite3 built for another Node, and crash the whole program.
workerThreads.Worker = class Worker extends workerThreads.Worker {
  constructor(file, options = {}) {
    super(file, { ...options, execArgv: ['-r', hook, ...(options.execArgv ?? [])] })
  }
}

// utilityProcess ignores `-r`: it starts a stub that loads the hook and then the real entry.
const fork = utilityProcess.fork.bind(utilityProcess)
utilityProcess.fork = (entry, args = [], options = {}) => fork(stub, [entry, ...args], options)

// Playwright preloads its loader with -r, and the loader rewrites process.argv: so load it, then read argv again.
const preload = process.argv.findIndex((word) => word === '-r' || word === '--require')
if (preload > 0) {
  const [, file] = process.argv.splice(preload, 2)
  require(path.resolve(file))
}

const position = process.argv.findIndex((word, index) => index > 0 && !word.startsWith('-'))
if (position < 0) {
  process.stderr.write('Name the application folder: electron [switches] FOLDER\n')
  process.exit(2)
}
const folder = path.resolve(process.argv[position])
const manifest = require(path.join(folder, 'package.json'))
process.defaultApp = true
app.setAppPath(folder)
app.setName(manifest.productName ?? manifest.name)
if (manifest.version) app.setVersion(manifest.version)
// The folder follows the application's name, but the bootstrap's name came first; an explicit switch wins as always.
if (!app.commandLine.hasSwitch('user-data-dir'))
  app.setPath('userData', path.join(app.getPath('appData'), manifest.productName ?? manifest.name))

// Synchronously: privileged protocols must be registered before the application is ready, and a dynamic import comes too late.
Module._load(path.join(folder, manifest.main ?? 'index.js'), Module, true)
