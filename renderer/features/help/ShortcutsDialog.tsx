/** Every command with its keys: found, changed, and taken over from other editors. */
import { TriangleAlert } from 'lucide-react'
import { Fragment, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ACTIONS, type ActionId, MENUS } from '../../../shared/actions/catalogue.ts'
import { PRESETS, type Preset } from '../../../shared/actions/presets.ts'
import { allKeys, conflicts, formatChord } from '../../store/keymap.ts'
import { isMac } from '../../store/platform.ts'
import { setPreference, usePreferences } from '../../store/preferences.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field, inputClass } from '../../ui/Field.tsx'
import { KeyCapture } from './KeyCapture.tsx'
import styles from './Shortcuts.module.css'

const ALL = Object.keys(ACTIONS) as ActionId[]

export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const ids = { preset: useId(), search: useId() }
  const shortcuts = usePreferences((state) => state.shortcuts)
  const [search, setSearch] = useState('')
  const [changing, setChanging] = useState<ActionId | null>(null)
  const keys = allKeys(shortcuts)
  const clashes = conflicts(shortcuts)
  const wanted = search.trim().toLocaleLowerCase()
  const isWanted = (id: ActionId): boolean =>
    [t(`action:${id}`), ...keys[id].map((chord) => formatChord(chord, isMac))].some((text) =>
      text.toLocaleLowerCase().includes(wanted),
    )

  const keep = (changed: Readonly<Record<string, readonly string[]>>): void => {
    const next = Object.fromEntries(
      Object.entries({ ...shortcuts.keys, ...changed }).map(([id, chords]) => [id, [...chords]]),
    )
    void setPreference('shortcuts', { ...shortcuts, keys: next })
  }
  const reset = (id: ActionId): void => {
    const { [id]: _, ...rest } = shortcuts.keys
    void setPreference('shortcuts', { ...shortcuts, keys: rest })
  }
  /** The key belongs to `id` alone from now on. */
  const take = (id: ActionId, chord: string): void =>
    keep(
      Object.fromEntries(
        (clashes.get(chord) ?? [])
          .filter((other) => other !== id)
          .map((other) => [other, keys[other].filter((key) => key !== chord)]),
      ),
    )
  return (
    <Dialog title={t('help.shortcuts')} isOpen width={720} onClose={onClose}>
      <div className={styles.head}>
        <Field label={t('help.searchKeys')} htmlFor={ids.search}>
          <input
            id={ids.search}
            type="search"
            className={inputClass}
            placeholder={t('help.searchHint', { key: formatChord('Mod+KeyK', isMac) })}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
        </Field>
        <Field label={t('help.preset')} htmlFor={ids.preset}>
          <select
            id={ids.preset}
            className={inputClass}
            value={shortcuts.preset}
            onChange={(event) =>
              void setPreference('shortcuts', {
                ...shortcuts,
                preset: event.target.value as Preset,
              })
            }
          >
            {PRESETS.map((preset) => (
              <option key={preset} value={preset}>
                {t(`help.presets.${preset}`)}
              </option>
            ))}
          </select>
        </Field>
        <Button
          disabled={Object.keys(shortcuts.keys).length === 0}
          onClick={() => void setPreference('shortcuts', { ...shortcuts, keys: {} })}
        >
          {t('help.resetAll')}
        </Button>
      </div>
      {clashes.size > 0 && (
        <p role="alert" className={styles.clash}>
          <TriangleAlert size={14} strokeWidth={1.5} aria-hidden="true" />
          {t('help.clashes', { count: clashes.size })}
        </p>
      )}
      {MENUS.map((menu) => {
        const rows = ALL.filter((id) => ACTIONS[id].menu === menu && isWanted(id))
        if (rows.length === 0) return null
        return (
          <section key={menu} aria-label={t(`menu:${menu}`)}>
            <h3 className={styles.menu}>{t(`menu:${menu}`)}</h3>
            <ul className={styles.list}>
              {rows.map((id) => {
                const clash = keys[id].find((chord) => clashes.has(chord))
                const others = (clash === undefined ? [] : (clashes.get(clash) ?? [])).filter(
                  (other) => other !== id,
                )
                return (
                  <li key={id} className={styles.row}>
                    <span className={styles.name}>{t(`action:${id}`)}</span>
                    {clash !== undefined && (
                      <span className={styles.clash}>
                        {t('help.alsoOf', {
                          key: formatChord(clash, isMac),
                          names: others.map((other) => t(`action:${other}`)).join(', '),
                        })}
                        <Button
                          aria-label={t('help.takeFor', { name: t(`action:${id}`) })}
                          onClick={() => take(id, clash)}
                        >
                          {t('help.take')}
                        </Button>
                      </span>
                    )}
                    {changing === id ? (
                      <KeyCapture
                        label={t('help.pressKey')}
                        onKey={(chord) => {
                          keep({ [id]: [chord] })
                          setChanging(null)
                        }}
                        onCancel={() => setChanging(null)}
                      />
                    ) : (
                      <button
                        type="button"
                        className={styles.keys}
                        aria-label={t('help.changeKeys', {
                          name: t(`action:${id}`),
                          keys:
                            keys[id].map((chord) => formatChord(chord, isMac)).join(' ') ||
                            t('help.noKey'),
                        })}
                        onClick={() => setChanging(id)}
                      >
                        {keys[id].length === 0 && t('help.noKey')}
                        {keys[id].map((chord) => (
                          <Fragment key={chord}>
                            <kbd className={styles.key}>{formatChord(chord, isMac)}</kbd>{' '}
                          </Fragment>
                        ))}
                      </button>
                    )}
                    <Button
                      look="quiet"
                      aria-label={t('help.clearFor', { name: t(`action:${id}`) })}
                      disabled={keys[id].length === 0}
                      onClick={() => keep({ [id]: [] })}
                    >
                      {t('help.clear')}
                    </Button>
                    {shortcuts.keys[id] !== undefined && (
                      <Button
                        look="quiet"
                        aria-label={t('help.resetFor', { name: t(`action:${id}`) })}
                        onClick={() => reset(id)}
                      >
                        {t('help.reset')}
                      </Button>
                    )}
                  </li>
                )
              })}
            </ul>
          </section>
        )
      })}
    </Dialog>
  )
}
