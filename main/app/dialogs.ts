/** The system's dialogs: the only way, besides a drop, by which a path enters. */
import { app, type BrowserWindow, dialog } from 'electron'
import { z } from 'zod'
import { MEDIA_ENDINGS } from '../files/mediaFiles.ts'
import type { SystemPorts } from '../ipc/SystemPorts.ts'

/** Answers for tests, which no packaged program takes. */
const forTests = (name: string): string | undefined =>
  app.isPackaged ? undefined : process.env[name] || undefined

const pathsSchema = z.array(z.string())

export const chooseMedia =
  (window: () => BrowserWindow | undefined): SystemPorts['chooseMedia'] =>
  async () => {
    const given = forTests('KEYREEL_TEST_OPEN')
    if (given !== undefined) return pathsSchema.parse(JSON.parse(given))
    const options: Electron.OpenDialogOptions = {
      title: 'Import media',
      properties: ['openFile', 'multiSelections'],
      filters: [
        { name: 'Media', extensions: [...MEDIA_ENDINGS] },
        { name: 'All files', extensions: ['*'] },
      ],
    }
    const parent = window()
    const chosen = parent
      ? await dialog.showOpenDialog(parent, options)
      : await dialog.showOpenDialog(options)
    return chosen.canceled ? [] : chosen.filePaths
  }

export const chooseArchive =
  (window: () => BrowserWindow | undefined): SystemPorts['chooseArchive'] =>
  async () => {
    const given = forTests('KEYREEL_TEST_ARCHIVE')
    if (given !== undefined) return given
    const options: Electron.OpenDialogOptions = {
      title: 'Restore a project',
      properties: ['openFile'],
      filters: [{ name: 'Keyreel archive', extensions: ['keyreel'] }],
    }
    const parent = window()
    const chosen = parent
      ? await dialog.showOpenDialog(parent, options)
      : await dialog.showOpenDialog(options)
    return chosen.canceled ? undefined : chosen.filePaths[0]
  }

export const chooseTarget =
  (window: () => BrowserWindow | undefined): SystemPorts['chooseTarget'] =>
  async (suggestedName, { name, extension }) => {
    const given = forTests('KEYREEL_TEST_SAVE')
    if (given !== undefined) return given
    const options: Electron.SaveDialogOptions = {
      title: 'Export',
      defaultPath: `${suggestedName.replace(/[/\\:*?"<>|]/g, '_')}.${extension}`,
      filters: [{ name, extensions: [extension] }],
    }
    const parent = window()
    const chosen = parent
      ? await dialog.showSaveDialog(parent, options)
      : await dialog.showSaveDialog(options)
    return chosen.canceled ? undefined : chosen.filePath
  }
