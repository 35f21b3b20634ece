import { ContextMenu as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import styles from './ContextMenu.module.css'

export interface ContextMenuItem {
  readonly label: string
  readonly run: () => void
  readonly isDisabled?: boolean
}

interface ContextMenuProps {
  readonly items: readonly ContextMenuItem[]
  readonly children: ReactNode
}

/** Opens on the right button and on Shift+F10. */
export function ContextMenu({ items, children }: ContextMenuProps) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className={styles.content}>
          {items.map((item) => (
            <Radix.Item
              key={item.label}
              className={styles.item}
              disabled={item.isDisabled ?? false}
              onSelect={item.run}
            >
              {item.label}
            </Radix.Item>
          ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
