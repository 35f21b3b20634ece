/** The system's menu bar on macOS, from the one catalogue of actions. Elsewhere the window draws its own. */
import { Menu, type MenuItemConstructorOptions } from 'electron'
import {
  ACTIONS,
  type ActionId,
  MENUS,
  type Menu as MenuName,
} from '../../shared/actions/catalogue.ts'
import { accelerator } from './accelerator.ts'

const words = (text: string): string =>
  text.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/^./, (first) => first.toUpperCase())

/** `clip.trimStart` -> `Trim Start`. */
export const actionLabel = (id: ActionId): string => words(id.split('.')[1] ?? id)

function itemsOf(menu: MenuName, run: (id: ActionId) => void): MenuItemConstructorOptions[] {
  return (Object.keys(ACTIONS) as ActionId[])
    .filter((id) => ACTIONS[id].menu === menu)
    .flatMap((id): MenuItemConstructorOptions[] => {
      const { keys, section } = ACTIONS[id] as { keys: readonly string[]; section?: true }
      const [key] = keys
      const item: MenuItemConstructorOptions = {
        label: actionLabel(id),
        click: () => run(id),
        // The window's keymap handles keys, and knows when a text field has the focus.
        ...(key === undefined ? {} : { accelerator: accelerator(key), registerAccelerator: false }),
      }
      return section ? [{ type: 'separator' }, item] : [item]
    })
}

/** Does nothing where the window draws its menus itself. */
export function setMenu(run: (id: ActionId) => void): void {
  if (process.platform !== 'darwin') return
  const own = MENUS.map((menu) => ({ label: words(menu), submenu: itemsOf(menu, run) }))
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([{ role: 'appMenu' }, ...own, { role: 'windowMenu' }]),
  )
}
