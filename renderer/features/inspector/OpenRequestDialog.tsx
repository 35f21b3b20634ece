import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { settingsOf } from '../../../shared/model/select.ts'
import { call } from '../../bridge/keyreel.ts'
import { errorInWords } from '../../i18n/inWords.ts'
import { committedProject, settled } from '../../store/document.ts'
import { Button } from '../../ui/Button.tsx'
import { Field, inputClass } from '../../ui/Field.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { placeReadShot } from './newShot.ts'

/** A shot from a request document that is pasted or opened. */
export function OpenRequestDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const id = useId()
  const [text, setText] = useState('')
  const [name, setName] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    try {
      setProblem(null)
      await work()
    } catch (error) {
      setProblem(errorInWords(error))
    }
  }
  const open = (): void => {
    void attempt(async () => {
      const opened = await call('shot:openRequest', {})
      if (!opened) return
      setText(opened.text)
      setName(opened.name)
    })
  }
  const submit = (): void => {
    void attempt(async () => {
      await settled()
      const project = committedProject()
      const number = project.shots.size + 1
      const read = await call('shot:fromRequest', {
        projectId: settingsOf(project).id,
        text,
        name: name || t('shot.newName.text', { number }),
      })
      if (placeReadShot(read)) onClose()
    })
  }
  return (
    <FormDialog
      title={t('request.openTitle')}
      submit={t('request.makeShot')}
      canSubmit={text.trim() !== ''}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label={t('request.document')} htmlFor={id} hint={t('request.documentHint')}>
        <textarea
          id={id}
          className={inputClass}
          rows={12}
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      <div>
        <Button onClick={open}>{t('request.open')}</Button>
      </div>
    </FormDialog>
  )
}
