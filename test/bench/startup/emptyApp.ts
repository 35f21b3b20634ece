/** The peer: the smallest window the same Electron can open, with the same isolation. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const MAIN = `
const { app, BrowserWindow } = require('electron')
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1440, height: 900, webPreferences: { sandbox: true, contextIsolation: true } })
  window.loadFile(require('node:path').join(__dirname, 'index.html'))
})
app.on('window-all-closed', () => app.quit())
`
const PAGE = '<!doctype html><meta charset="utf-8"><title>Empty</title><button>Ready</button>'

/** Answers the folder to start Electron with. */
export async function writeEmptyApp(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'empty', main: 'main.cjs' }))
  await writeFile(join(folder, 'main.cjs'), MAIN)
  await writeFile(join(folder, 'index.html'), PAGE)
  return folder
}
