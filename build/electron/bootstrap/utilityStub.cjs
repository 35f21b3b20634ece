// Stands before the entry of a utility process: see the fork in main.cjs.
require('./sqliteHook.cjs')

const [entry] = process.argv.splice(2, 1)
process.argv[1] = entry
require(entry)
