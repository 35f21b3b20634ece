import { Check, ChevronDown, ChevronRight } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { Fragment, type ReactNode } from 'react'
import { Button } from './Button.tsx'
import styles from './ContextMenu.module.css'

export interface MenuItem {
  readonly label: string
  readonly run?: () => void
  /** Set: it is one of several that can be on. */
  readonly isChecked?: boolean
  readonly isDisabled?: boolean
  /** Said beside it: its price, or why it cannot be chosen. */
  readonly hint?: string | undefined
  /** Starts a new section. */
  readonly section?: boolean
  /** Opens beside it. */
  readonly items?: readonly MenuItem[]
}

interface MenuButtonProps {
  /** What it is called where `children` says less. */
  readonly label?: string
  readonly items: readonly MenuItem[]
  readonly isDisabled?: boolean
  readonly children: ReactNode
}

/** A quiet button that opens a menu under it. */
export function MenuButton({ label, items, isDisabled = false, children }: MenuButtonProps) {
  return (
    // As context menus are.
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <Button look="quiet" aria-label={label} disabled={isDisabled}>
          {children}
          {label === undefined && <ChevronDown size={14} strokeWidth={1.5} aria-hidden="true" />}
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={styles.content} align="end" collisionPadding={8}>
          <Items items={items} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

function Items({ items }: { readonly items: readonly MenuItem[] }) {
  return items.map((item, order) => (
    <Fragment key={item.label}>
      {item.section && order > 0 && <DropdownMenu.Separator className={styles.line} />}
      <Item item={item} />
    </Fragment>
  ))
}

function Item({ item }: { readonly item: MenuItem }) {
  const { label, run, hint, isChecked, isDisabled = false } = item
  if (item.items) {
    return (
      <DropdownMenu.Sub>
        <DropdownMenu.SubTrigger className={styles.item} disabled={isDisabled}>
          {label}
          <ChevronRight size={14} strokeWidth={1.5} aria-hidden="true" />
        </DropdownMenu.SubTrigger>
        <DropdownMenu.Portal>
          <DropdownMenu.SubContent className={styles.content} collisionPadding={8}>
            <Items items={item.items} />
          </DropdownMenu.SubContent>
        </DropdownMenu.Portal>
      </DropdownMenu.Sub>
    )
  }
  if (isChecked !== undefined) {
    return (
      <DropdownMenu.CheckboxItem
        className={styles.item}
        checked={isChecked}
        disabled={isDisabled}
        onCheckedChange={() => run?.()}
      >
        {label}
        {isChecked ? <Check size={14} strokeWidth={1.5} aria-hidden="true" /> : null}
      </DropdownMenu.CheckboxItem>
    )
  }
  return (
    <DropdownMenu.Item className={styles.item} disabled={isDisabled} onSelect={() => run?.()}>
      {label}
      {hint !== undefined && <span className={styles.hint}>{hint}</span>}
    </DropdownMenu.Item>
  )
}
