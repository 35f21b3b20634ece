/** The system's dialogs: the only way, besides a drop, by which a path enters. */

import { app, type BrowserWindow, dialog } from 'electron'
import { z } from 'zod'
import type { Said } from '../../shared/words/Said.ts'
import { say } from '../../shared/words/say.ts'
import { MEDIA_ENDINGS } from '../files/mediaFiles.ts'
import type { SystemPorts } from '../ipc/SystemPorts.ts'
import type { Words } from '../services/spoken.ts'

/** Answers for tests, which no packaged program takes. */
const forTests = (name: string): string | undefined =>
  app.isPackaged ? undefined : process.env[name] || undefined

const pathsSchema = z.array(z.string())

export const chooseMedia =
  (window: () => BrowserWindow | undefined, words: Words): SystemPorts['chooseMedia'] =>
  async () => {
    const given = forTests('KEYREEL_TEST_OPEN')
    if (given !== undefined) return pathsSchema.parse(JSON.parse(given))
    const options: Electron.OpenDialogOptions = {
      title: words(say('dialog:importMedia')),
      properties: ['openFile', 'multiSelections'],
      filters: [
        { name: words(say('dialog:media')), extensions: [...MEDIA_ENDINGS] },
        { name: words(say('dialog:allFiles')), extensions: ['*'] },
      ],
    }
    const parent = window()
    const chosen = parent
      ? await dialog.showOpenDialog(parent, options)
      : await dialog.showOpenDialog(options)
    return chosen.canceled ? [] : chosen.filePaths
  }

export const chooseFolder =
  (window: () => BrowserWindow | undefined, words: Words): SystemPorts['chooseFolder'] =>
  async (title) => {
    const given = forTests('KEYREEL_TEST_FOLDER')
    if (given !== undefined) return given
    const options: Electron.OpenDialogOptions = {
      title: words(title),
      properties: ['openDirectory'],
    }
    const parent = window()
    const chosen = parent
      ? await dialog.showOpenDialog(parent, options)
      : await dialog.showOpenDialog(options)
    return chosen.canceled ? undefined : chosen.filePaths[0]
  }

/** One file of a kind. @param test the variable that answers for tests. */
const chooseFile =
  (test: string, title: Said, name: Said, extension: string) =>
  (window: () => BrowserWindow | undefined, words: Words) =>
  async (): Promise<string | undefined> => {
    const given = forTests(test)
    if (given !== undefined) return given
    const options: Electron.OpenDialogOptions = {
      title: words(title),
      properties: ['openFile'],
      filters: [{ name: words(name), extensions: [extension] }],
    }
    const parent = window()
    const chosen = parent
      ? await dialog.showOpenDialog(parent, options)
      : await dialog.showOpenDialog(options)
    return chosen.canceled ? undefined : chosen.filePaths[0]
  }

export const chooseArchive = chooseFile(
  'KEYREEL_TEST_ARCHIVE',
  say('dialog:restoreProject'),
  say('dialog:archive'),
  'keyreel',
)

export const chooseRequest = chooseFile(
  'KEYREEL_TEST_REQUEST',
  say('dialog:openRequest'),
  say('dialog:request'),
  'json',
)

export const chooseTarget =
  (window: () => BrowserWindow | undefined, words: Words): SystemPorts['chooseTarget'] =>
  async (suggestedName, { title, name, extension }) => {
    const given = forTests('KEYREEL_TEST_SAVE')
    if (given !== undefined) return given
    const options: Electron.SaveDialogOptions = {
      title: words(title),
      defaultPath: `${suggestedName.replace(/[/\\:*?"<>|]/g, '_')}.${extension}`,
      filters: [{ name: words(name), extensions: [extension] }],
    }
    const parent = window()
    const chosen = parent
      ? await dialog.showSaveDialog(parent, options)
      : await dialog.showSaveDialog(options)
    return chosen.canceled ? undefined : chosen.filePath
  }
