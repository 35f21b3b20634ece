/** The system's menu bar on macOS. Elsewhere the window draws its own. */
import { Menu } from 'electron'
import type { ActionId } from '../../shared/actions/catalogue.ts'
import type { Words } from '../services/spoken.ts'
import { menuTemplate } from './menuTemplate.ts'

/** Does nothing where the window draws its menus itself. */
export function setMenu(words: Words, run: (id: ActionId) => void): void {
  if (process.platform !== 'darwin') return
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      { role: 'appMenu' },
      ...menuTemplate(words, run),
      { role: 'windowMenu' },
    ]),
  )
}
