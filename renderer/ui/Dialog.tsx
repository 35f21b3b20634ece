import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import { type CSSProperties, type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from './Button.tsx'
import styles from './Dialog.module.css'

interface DialogProps {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  /** Pixels. */
  readonly width?: number
  readonly footer?: ReactNode
  readonly children: ReactNode
}

const FIELDS = 'input:not(:disabled), select:not(:disabled), textarea:not(:disabled)'

export function Dialog({ title, isOpen, onClose, width, footer, children }: DialogProps) {
  const content = useRef<HTMLDivElement>(null)
  const { t } = useTranslation()
  const style = width === undefined ? {} : ({ '--dialog-width': `${width}px` } as CSSProperties)
  return (
    <Radix.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className={styles.overlay} />
        <Radix.Content
          ref={content}
          className={styles.content}
          style={style}
          aria-describedby={undefined}
          tabIndex={-1}
          onOpenAutoFocus={(event) => {
            // What is asked for comes first, not the way out.
            event.preventDefault()
            const field = content.current?.querySelector<HTMLElement>(FIELDS)
            ;(field ?? content.current)?.focus()
          }}
        >
          <div className={styles.head}>
            <Radix.Title className={styles.title}>{title}</Radix.Title>
            <Radix.Close asChild>
              <IconButton label={t('common.close')} icon={<X size={16} strokeWidth={1.5} />} />
            </Radix.Close>
          </div>
          <div className={styles.body}>{children}</div>
          {footer !== undefined && <div className={styles.foot}>{footer}</div>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
