/** The system's menu bar as data: the one catalogue of actions, in the words of the window's own menus. */
import type { MenuItemConstructorOptions } from 'electron'
import {
  ACTIONS,
  type ActionId,
  MENUS,
  type Menu as MenuName,
} from '../../shared/actions/catalogue.ts'
import { say } from '../../shared/words/say.ts'
import type { Words } from '../services/spoken.ts'
import { accelerator } from './accelerator.ts'

export const menuTemplate = (
  words: Words,
  run: (id: ActionId) => void,
): MenuItemConstructorOptions[] =>
  MENUS.map((menu) => ({ label: words(say(`menu:${menu}`)), submenu: itemsOf(menu, words, run) }))

function itemsOf(
  menu: MenuName,
  words: Words,
  run: (id: ActionId) => void,
): MenuItemConstructorOptions[] {
  return (Object.keys(ACTIONS) as ActionId[])
    .filter((id) => ACTIONS[id].menu === menu)
    .flatMap((id): MenuItemConstructorOptions[] => {
      const { keys, section } = ACTIONS[id]
      const [key] = keys
      const item: MenuItemConstructorOptions = {
        label: words(say(`action:${id}`)),
        click: () => run(id),
        // The window's keymap handles keys, and knows when a text field has the focus.
        ...(key === undefined ? {} : { accelerator: accelerator(key), registerAccelerator: false }),
      }
      return section ? [{ type: 'separator' }, item] : [item]
    })
}
