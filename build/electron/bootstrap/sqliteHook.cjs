// Makes `better-sqlite3` resolve to the copy that was built for this Electron, in whichever thread this is loaded.
const Module = require('node:module')
const path = require('node:path')

const kept = path.join(__dirname, '..', 'native', 'node_modules', 'better-sqlite3')
const resolve = Module._resolveFilename
Module._resolveFilename = function (request, ...rest) {
  return resolve.call(this, request === 'better-sqlite3' ? kept : request, ...rest)
}
