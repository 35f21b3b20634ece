/** What was uploaded for takes: how much of it may still lie at the service, whether it goes by itself, and the way to be rid of it. */
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/ipc/contract.ts'
import { call } from '../../bridge/keyreel.ts'
import { errorInWords, inWords } from '../../i18n/inWords.ts'
import { setPreference, usePreferences } from '../../store/preferences.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'

export function UploadsField() {
  const { t } = useTranslation()
  const isWanted = usePreferences((state) => state.deleteUploads)
  const [counts, setCounts] = useState<Output<'runware:uploads'> | null>(null)
  const [isDeleting, setIsDeleting] = useState(false)
  const [message, setMessage] = useState<string | null>(null)
  useEffect(() => {
    let isMounted = true
    void call('runware:uploads', {}).then((found) => isMounted && setCounts(found))
    return () => {
      isMounted = false
    }
  }, [])
  const deleteNow = async (): Promise<void> => {
    setIsDeleting(true)
    try {
      setMessage(inWords((await call('runware:deleteUploads', {})).message))
    } catch (error) {
      setMessage(errorInWords(error))
    }
    setIsDeleting(false)
    setCounts(await call('runware:uploads', {}))
  }
  const choose = async (isChosen: boolean): Promise<void> => {
    await setPreference('deleteUploads', isChosen)
    if (isChosen && !isDeleting && counts !== null && counts.stored > 0) await deleteNow()
  }
  if (counts === null) return null
  const { stored, elsewhere } = counts
  const words = [
    ...(stored === 0 ? [] : [t('settings.uploads.stored', { count: stored })]),
    ...(elsewhere === 0 ? [] : [t('settings.uploads.elsewhere', { count: elsewhere })]),
  ]
  return (
    <Field label={t('settings.uploads.label')}>
      <span>{words.length === 0 ? t('settings.uploads.none') : words.join(' ')}</span>
      <label>
        <input
          type="checkbox"
          checked={isWanted}
          onChange={(event) => void choose(event.target.checked)}
        />{' '}
        {t('settings.uploads.afterwards')}
      </label>
      <div>
        <Button disabled={stored === 0 || isDeleting} onClick={() => void deleteNow()}>
          {t(isDeleting ? 'settings.uploads.deleting' : 'settings.uploads.delete')}
        </Button>
      </div>
      {message !== null && <p role="status">{message}</p>}
    </Field>
  )
}
