import { useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/ipc/contract.ts'
import {
  LANGUAGE_CHOICES,
  LANGUAGES,
  type LanguageChoice,
  OWN_NAMES,
} from '../../../shared/words/languages.ts'
import { call } from '../../bridge/keyreel.ts'
import { errorInWords, inWords } from '../../i18n/inWords.ts'
import { percent } from '../../i18n/numbers.ts'
import { FIRST_FOOTAGE, setPreference, usePreferences } from '../../store/preferences.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field, inputClass } from '../../ui/Field.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { CacheField } from './CacheField.tsx'
import { UploadsField } from './UploadsField.tsx'

const SCALES = ['1', '1.25', '1.5', '2']

export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const uiScale = usePreferences((state) => state.uiScale)
  /** How often the key was changed: each knows of other uploads. */
  const [keys, setKeys] = useState(0)
  return (
    <Dialog title={t('settings.title')} isOpen onClose={onClose}>
      <LanguageField />
      <FirstFootageField />
      <RunwareKey onChange={() => setKeys(keys + 1)} />
      <UploadsField key={keys} />
      <CacheField />
      <Field label={t('settings.scale')}>
        <Segmented
          label={t('settings.scale')}
          value={String(uiScale)}
          options={SCALES.map((value) => ({ value, label: percent(Number(value)) }))}
          onChange={(value) => void setPreference('uiScale', Number(value))}
        />
      </Field>
    </Dialog>
  )
}

function FirstFootageField() {
  const { t } = useTranslation()
  const id = useId()
  const choice = usePreferences((state) => state.firstFootage)
  return (
    <Field label={t('settings.firstFootage.label')} htmlFor={id}>
      <select
        id={id}
        className={inputClass}
        value={choice}
        onChange={(event) => {
          const chosen = FIRST_FOOTAGE.find((each) => each === event.target.value)
          if (chosen) void setPreference('firstFootage', chosen)
        }}
      >
        {FIRST_FOOTAGE.map((each) => (
          <option key={each} value={each}>
            {t(`settings.firstFootage.${each}`)}
          </option>
        ))}
      </select>
    </Field>
  )
}

/** Takes effect at once, in the system's menu too. */
function LanguageField() {
  const { t } = useTranslation()
  const id = useId()
  const language = usePreferences((state) => state.language)
  return (
    <Field label={t('settings.language')} htmlFor={id}>
      <select
        id={id}
        className={inputClass}
        value={language}
        onChange={(event) => void setPreference('language', choiceOf(event.target.value))}
      >
        <option value="system">{t('settings.systemLanguage')}</option>
        {LANGUAGES.map((each) => (
          <option key={each} value={each} lang={each}>
            {OWN_NAMES[each]}
          </option>
        ))}
      </select>
    </Field>
  )
}

const choiceOf = (value: string): LanguageChoice =>
  LANGUAGE_CHOICES.find((choice) => choice === value) ?? 'system'

/** The key goes straight to main and never comes back. */
function RunwareKey({ onChange }: { readonly onChange: () => void }) {
  const { t } = useTranslation()
  const id = useId()
  const [status, setStatus] = useState<Output<'runware:status'> | null>(null)
  const [key, setKey] = useState('')
  const [remember, setRemember] = useState(true)
  const [message, setMessage] = useState<string | null>(null)
  const refresh = async (): Promise<void> => setStatus(await call('runware:status', {}))
  useEffect(() => {
    void call('runware:status', {}).then(setStatus)
  }, [])
  const attempt = async (work: () => Promise<string>): Promise<void> => {
    try {
      setMessage(await work())
    } catch (error) {
      setMessage(errorInWords(error))
    }
    await refresh()
  }
  const canRemember = status?.canRemember ?? false
  return (
    <>
      <Field
        label={t('settings.key')}
        htmlFor={id}
        hint={t(
          status?.hasKey
            ? status.remembered
              ? 'settings.keyKept'
              : 'settings.keyForNow'
            : 'settings.noKey',
        )}
      >
        <input
          id={id}
          type="password"
          className={inputClass}
          autoComplete="off"
          value={key}
          onChange={(event) => setKey(event.target.value)}
        />
      </Field>
      <label>
        <input
          type="checkbox"
          checked={remember && canRemember}
          disabled={!canRemember}
          onChange={(event) => setRemember(event.target.checked)}
        />{' '}
        {t(canRemember ? 'settings.remember' : 'settings.cannotRemember')}
      </label>
      <div>
        <Button
          disabled={key.length < 8}
          onClick={() =>
            void attempt(async () => {
              await call('runware:setKey', { key, remember: remember && canRemember })
              setKey('')
              onChange()
              return t('settings.keySet')
            })
          }
        >
          {t('settings.setKey')}
        </Button>{' '}
        <Button
          disabled={!status?.hasKey}
          onClick={() =>
            void attempt(async () => inWords((await call('runware:check', {})).message))
          }
        >
          {t('settings.check')}
        </Button>{' '}
        <Button
          disabled={!status?.hasKey}
          onClick={() =>
            void attempt(async () => {
              await call('runware:clearKey', {})
              onChange()
              return t('settings.keyCleared')
            })
          }
        >
          {t('settings.clearKey')}
        </Button>
      </div>
      {message !== null && <p role="status">{message}</p>}
    </>
  )
}
