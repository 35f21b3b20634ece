import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  CAMERA_GROUPS,
  type CameraGroup,
  type CameraMove,
  hasCameraMove,
  toggleCameraMove,
} from '../../../shared/generation/cameraMoves.ts'
import type { Shot } from '../../../shared/model/shot.ts'
import { dispatch, useDocument } from '../../store/document.ts'
import { applyLook, keepLook, looksOf } from '../../store/looks.ts'
import { useModel } from '../../store/model.ts'
import { Field, inputClass } from '../../ui/Field.tsx'
import { MenuButton, type MenuItem } from '../../ui/MenuButton.tsx'
import styles from './Inspector.module.css'

const GROUPS = Object.keys(CAMERA_GROUPS) as CameraGroup[]

interface PromptFieldProps {
  readonly shot: Shot
  /** The shot that `problem` was found in. */
  readonly asked: Shot | null
  readonly problem: string | undefined
}

/** Kept when the field is left, so that typing a sentence is one step in the history. */
export function PromptField({ shot, asked, problem }: PromptFieldProps) {
  const { t } = useTranslation()
  const id = useId()
  const most = useModel(({ facts }) => facts.limits.prompt.max)
  const [text, setText] = useState(shot.prompt)
  const [shown, setShown] = useState(shot.prompt)
  // A problem of an older text would push away what is being clicked just when the field is left.
  const isJudged = text === shot.prompt && text === asked?.prompt
  if (shown !== shot.prompt) {
    setShown(shot.prompt)
    setText(shot.prompt)
  }
  // Where the source lies is what a reframe is about.
  const isFew = shot.mode === 'reframe'
  const keep = (prompt: string): void => {
    setText(prompt)
    if (prompt !== shot.prompt) dispatch('shot.update', { shotId: shot.id, patch: { prompt } })
  }
  return (
    <Field
      label={t('shot.prompt')}
      htmlFor={id}
      hint={
        <span className={styles.promptTools}>
          {shot.mode !== 'reframe' && <CameraMenu prompt={text} onChange={keep} />}
          <LookMenu shot={shot} />
          {t('shot.promptCount', { length: [...text].length, most })}
        </span>
      }
      problem={isJudged ? problem : undefined}
    >
      <textarea
        id={id}
        className={isFew ? `${inputClass} ${styles.few}` : inputClass}
        rows={isFew ? 2 : 3}
        maxLength={most}
        placeholder={t(`shot.promptHint.${shot.mode}`)}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => keep(text)}
      />
    </Field>
  )
}

interface CameraMenuProps {
  readonly prompt: string
  readonly onChange: (prompt: string) => void
}

/** Moves and angles by name; those in the prompt are ticked, and taken out again by choosing them once more. */
function CameraMenu({ prompt, onChange }: CameraMenuProps) {
  const { t } = useTranslation()
  const item = (move: CameraMove): MenuItem => ({
    label: t(`camera.moves.${move}`),
    isChecked: hasCameraMove(prompt, move),
    run: () => onChange(toggleCameraMove(prompt, move)),
  })
  const items = GROUPS.map((group) => ({
    label: t(`camera.groups.${group}`),
    items: CAMERA_GROUPS[group].map(item),
  }))
  return <MenuButton items={items}>{t('camera.menu')}</MenuButton>
}

/** Kept looks, to be given to this shot; and this shot, to be kept as one. */
function LookMenu({ shot }: { readonly shot: Shot }) {
  const { t } = useTranslation()
  const project = useDocument((state) => state.project)
  const items: MenuItem[] = [
    ...looksOf(project).map((look) => ({ label: look.name, run: () => applyLook(look, shot) })),
    {
      label: t('shot.keepLook'),
      run: () => keepLook(shot),
      isDisabled: shot.prompt.trim() === '',
      section: true,
    },
  ]
  return <MenuButton items={items}>{t('shot.looks')}</MenuButton>
}
