/** Everything the window can do, by its name. */
import { Dialog as Radix } from 'radix-ui'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ACTIONS, type ActionId } from '../../../shared/actions/catalogue.ts'
import { allKeys, formatChord } from '../../store/keymap.ts'
import { isMac } from '../../store/platform.ts'
import { usePreferences } from '../../store/preferences.ts'
import styles from './Palette.module.css'
import { rank } from './rank.ts'

interface PaletteProps {
  readonly run: (action: ActionId) => void
  readonly isEnabled: (action: ActionId) => boolean
  readonly onClose: () => void
}

const ALL = Object.keys(ACTIONS) as ActionId[]
/** Rows of PageUp and PageDown. */
const PAGE = 8

export function Palette({ run, isEnabled, onClose }: PaletteProps) {
  const { t } = useTranslation()
  const listId = useId()
  const keys = allKeys(usePreferences((state) => state.shortcuts))
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const found = useMemo(
    () =>
      ALL.filter((id) => id !== 'help.palette')
        .flatMap((id) => {
          const menu = t(`menu:${ACTIONS[id].menu}`)
          const name = t(`action:${id}`)
          const score = rank(`${name} ${menu}`, typed)
          return score === null ? [] : [{ id, name, menu, score }]
        })
        .sort((a, b) => a.score - b.score),
    [typed, t],
  )
  const chosen = found[at]
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [at, typed])

  const choose = (id: ActionId | undefined): void => {
    if (id === undefined || !isEnabled(id)) return
    // First away: a command may open a dialog of its own.
    onClose()
    run(id)
  }
  const move = (by: number): void =>
    setAt((before) => Math.min(found.length - 1, Math.max(0, before + by)))
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: PAGE,
    PageUp: -PAGE,
  }
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className={styles.overlay} />
        <Radix.Content className={styles.palette} aria-describedby={undefined}>
          <Radix.Title className="visually-hidden">{t('palette.title')}</Radix.Title>
          <input
            className={styles.search}
            role="combobox"
            aria-label={t('palette.search')}
            aria-expanded={found.length > 0}
            aria-controls={listId}
            aria-activedescendant={chosen ? `${listId}-${chosen.id}` : undefined}
            placeholder={t('palette.search')}
            spellCheck={false}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value)
              setAt(0)
            }}
            onKeyDown={(event) => {
              const by = steps[event.key]
              if (by !== undefined) move(by)
              else if (event.key === 'Enter') choose(chosen?.id)
              else return
              event.preventDefault()
            }}
          />
          {found.length === 0 && (
            <p role="status" className={styles.none}>
              {t('palette.nothing', { typed })}
            </p>
          )}
          {found.length > 0 && (
            <div
              ref={list}
              id={listId}
              role="listbox"
              aria-label={t('palette.commands')}
              className={styles.list}
            >
              {found.map(({ id, name, menu }, order) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the search field keeps the focus and has the keys
                <div
                  key={id}
                  id={`${listId}-${id}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={order === at}
                  aria-disabled={!isEnabled(id)}
                  className={styles.row}
                  onPointerMove={() => setAt(order)}
                  onClick={() => choose(id)}
                >
                  <span className={styles.name}>{name}</span>
                  <span className={styles.menu}>{menu}</span>
                  <kbd className={styles.key}>
                    {keys[id][0] === undefined ? '' : formatChord(keys[id][0], isMac)}
                  </kbd>
                </div>
              ))}
            </div>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
