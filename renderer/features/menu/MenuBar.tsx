import { Menubar } from 'radix-ui'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { ACTIONS, type ActionId, MENUS, type Menu } from '../../../shared/actions/catalogue.ts'
import { formatChord } from '../../store/keymap.ts'
import styles from './MenuBar.module.css'

interface MenuBarProps {
  readonly run: (action: ActionId) => void
  readonly isEnabled: (action: ActionId) => boolean
}

const actionsOf = (menu: Menu) =>
  Object.entries(ACTIONS)
    .filter(([, action]) => action.menu === menu)
    .map(([id, action]) => ({ id: id as ActionId, ...action }))

/** The menus of the window, drawn from the one catalogue. macOS has its own at the top of the screen. */
export function MenuBar({ run, isEnabled }: MenuBarProps) {
  const { t } = useTranslation()
  return (
    <Menubar.Root className={styles.bar} aria-label={t('menu.bar')}>
      {MENUS.map((menu) => (
        <Menubar.Menu key={menu}>
          <Menubar.Trigger className={styles.trigger}>{t(`menu.${menu}`)}</Menubar.Trigger>
          <Menubar.Portal>
            <Menubar.Content className={styles.content} align="start" sideOffset={4}>
              {actionsOf(menu).map(({ id, keys, section }) => (
                <Fragment key={id}>
                  {section && <Menubar.Separator className={styles.line} />}
                  <Menubar.Item
                    className={styles.item}
                    disabled={!isEnabled(id)}
                    onSelect={() => run(id)}
                  >
                    {t(`action.${id}`)}
                    {keys[0] !== undefined && (
                      <span className={styles.key} aria-hidden="true">
                        {formatChord(keys[0], false)}
                      </span>
                    )}
                  </Menubar.Item>
                </Fragment>
              ))}
            </Menubar.Content>
          </Menubar.Portal>
        </Menubar.Menu>
      ))}
    </Menubar.Root>
  )
}
