import { Menubar } from 'radix-ui'
import { type FocusEvent, Fragment, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ACTIONS, type ActionId, MENUS, type Menu } from '../../../shared/actions/catalogue.ts'
import { inWords } from '../../i18n/inWords.ts'
import { useDocument } from '../../store/document.ts'
import { allKeys, formatChord } from '../../store/keymap.ts'
import { usePreferences } from '../../store/preferences.ts'
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
  /** What had the focus before the menus took it. */
  const cameFrom = useRef<HTMLElement | null>(null)
  const isChosen = useRef(false)
  const remember = ({ relatedTarget, currentTarget }: FocusEvent): void => {
    if (currentTarget.contains(relatedTarget)) return
    cameFrom.current = relatedTarget instanceof HTMLElement ? relatedTarget : null
  }
  const choose = (id: ActionId): void => {
    isChosen.current = true
    run(id)
  }
  // After a choice the keys belong to the work again: on the menu's own button Space would open it, not play.
  const giveBack = (event: Event): void => {
    if (!isChosen.current) return
    isChosen.current = false
    event.preventDefault()
    const active = document.activeElement
    if (cameFrom.current?.isConnected) cameFrom.current.focus({ preventScroll: true })
    else if (active instanceof HTMLElement && active.role === 'menuitem') active.blur()
  }
  return (
    <Menubar.Root className={styles.bar} aria-label={t('menu:bar')} onFocus={remember}>
      {MENUS.map((menu) => (
        <Menubar.Menu key={menu}>
          <Menubar.Trigger className={styles.trigger}>{t(`menu:${menu}`)}</Menubar.Trigger>
          <Menubar.Portal>
            <Menubar.Content
              className={styles.content}
              align="start"
              sideOffset={4}
              onCloseAutoFocus={giveBack}
            >
              <Items menu={menu} choose={choose} isEnabled={isEnabled} />
            </Menubar.Content>
          </Menubar.Portal>
        </Menubar.Menu>
      ))}
    </Menubar.Root>
  )
}

interface ItemsProps {
  readonly menu: Menu
  readonly choose: (action: ActionId) => void
  readonly isEnabled: (action: ActionId) => boolean
}

/** A component of its own, so that a closed menu is not asked what it would show. */
function Items({ menu, choose, isEnabled }: ItemsProps) {
  const { t } = useTranslation()
  const keys = allKeys(usePreferences((state) => state.shortcuts))
  const head = useDocument((state) => state.head)
  /** Undo and redo say what they will undo. */
  const labelOf = (id: ActionId): string => {
    const said =
      id === 'edit.undo' ? head?.undoLabel : id === 'edit.redo' ? head?.redoLabel : undefined
    const label = t(`action:${id}`)
    return said ? t('menu:with', { label, what: inWords(said) }) : label
  }
  return actionsOf(menu).map(({ id, section }) => (
    <Fragment key={id}>
      {section && <Menubar.Separator className={styles.line} />}
      <Menubar.Item className={styles.item} disabled={!isEnabled(id)} onSelect={() => choose(id)}>
        {labelOf(id)}
        {keys[id][0] !== undefined && (
          <span className={styles.key} aria-hidden="true">
            {formatChord(keys[id][0], false)}
          </span>
        )}
      </Menubar.Item>
    </Fragment>
  ))
}
