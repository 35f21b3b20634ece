import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import styles from './Dialog.module.css'
import { Dialog } from './Dialog.tsx'

interface FormDialogProps {
  readonly title: string
  /** What the one button does. */
  readonly submit: string
  readonly canSubmit?: boolean
  /** Pixels; absent: 400. */
  readonly width?: number
  /** Why it could not be done. */
  readonly problem?: string | null
  readonly onSubmit: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A dialog that asks for a few things and does one: Enter does it, Escape leaves. */
export function FormDialog(props: FormDialogProps) {
  const { t } = useTranslation()
  const id = useId()
  const { canSubmit = true } = props
  return (
    <Dialog
      title={props.title}
      isOpen
      width={props.width ?? 400}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>{t('common.cancel')}</Button>
          <Button look="primary" type="submit" form={id} disabled={!canSubmit}>
            {props.submit}
          </Button>
        </>
      }
    >
      <form
        id={id}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (canSubmit) props.onSubmit()
        }}
      >
        {props.children}
        {props.problem != null && (
          <p role="alert" className={styles.problem}>
            {props.problem}
          </p>
        )}
      </form>
    </Dialog>
  )
}
