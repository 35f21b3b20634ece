import { ChevronRight } from 'lucide-react'
import { ContextMenu as Radix } from 'radix-ui'
import { Fragment, type MouseEvent, type ReactNode } from 'react'
import styles from './ContextMenu.module.css'

export interface ContextMenuItem {
  readonly label: string
  readonly run?: () => void
  /** Shown on the right: the key that does the same. */
  readonly hint?: string | undefined
  readonly isDisabled?: boolean
  /** Starts a new section. */
  readonly section?: boolean
  /** Opens beside it. */
  readonly items?: readonly ContextMenuItem[]
}

interface ContextMenuProps {
  readonly items: readonly ContextMenuItem[]
  /** Before it opens: what lies under the pointer, or has the focus. */
  readonly onOpen?: (event: MouseEvent<HTMLElement>) => void
  readonly children: ReactNode
}

/** Opens on the right button and on Shift+F10. */
export function ContextMenu({ items, onOpen, children }: ContextMenuProps) {
  return (
    // Not modal: that would hide the window from screen readers, what has the focus in it included.
    <Radix.Root modal={false}>
      <Radix.Trigger asChild onContextMenu={onOpen}>
        {children}
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className={styles.content} collisionPadding={8}>
          <Items items={items} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

function Items({ items }: { readonly items: readonly ContextMenuItem[] }) {
  return items.map((item, order) => (
    <Fragment key={item.label}>
      {item.section && order > 0 && <Radix.Separator className={styles.line} />}
      {item.items ? (
        <Radix.Sub>
          <Radix.SubTrigger className={styles.item} disabled={item.isDisabled ?? false}>
            {item.label}
            <ChevronRight size={14} strokeWidth={1.5} aria-hidden="true" />
          </Radix.SubTrigger>
          <Radix.Portal>
            <Radix.SubContent className={styles.content} collisionPadding={8}>
              <Items items={item.items} />
            </Radix.SubContent>
          </Radix.Portal>
        </Radix.Sub>
      ) : (
        <Radix.Item className={styles.item} disabled={item.isDisabled ?? false} onSelect={item.run}>
          {item.label}
          {item.hint !== undefined && (
            <span className={styles.hint} aria-hidden="true">
              {item.hint}
            </span>
          )}
        </Radix.Item>
      )}
    </Fragment>
  ))
}
