import { Folder } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Bin } from '../../../shared/model/bin.ts'
import type { AssetId } from '../../../shared/model/ids.ts'
import { dispatch } from '../../store/document.ts'
import { useSession } from '../../store/session.ts'
import { ContextMenu } from '../../ui/ContextMenu.tsx'
import { RenameField } from '../../ui/RenameField.tsx'
import styles from './Library.module.css'

const ASSET_TYPE = 'application/x-keyreel-asset'

interface BinRowProps {
  readonly bin: Bin
  /** Assets and bins inside. */
  readonly count: number
  readonly onOpen: () => void
}

/** A folder: opened by a click, filled by dropping assets on it. */
export function BinRow({ bin, count, onOpen }: BinRowProps) {
  const { t } = useTranslation()
  const [isRenaming, setIsRenaming] = useState(false)
  const [isTarget, setIsTarget] = useState(false)
  if (isRenaming) {
    return (
      <RenameField
        label={t('library.bin.rename')}
        name={bin.name}
        onRename={(name) => dispatch('bin.put', { bin: { ...bin, name } })}
        onDone={() => setIsRenaming(false)}
      />
    )
  }
  return (
    <ContextMenu
      items={[
        { label: t('library.bin.open'), run: onOpen },
        { label: t('library.bin.rename'), run: () => setIsRenaming(true), section: true },
        {
          label: t('library.bin.remove'),
          run: () => dispatch('bin.remove', { binId: bin.id }),
        },
      ]}
    >
      <button
        type="button"
        className={styles.bin}
        data-target={isTarget || undefined}
        title={bin.name}
        onClick={onOpen}
        onKeyDown={(event) => {
          if (event.key === 'F2') setIsRenaming(true)
        }}
        onDragOver={(event) => {
          if (!event.dataTransfer.types.includes(ASSET_TYPE)) return
          event.preventDefault()
          setIsTarget(true)
        }}
        onDragLeave={() => setIsTarget(false)}
        onDrop={(event) => {
          event.preventDefault()
          event.stopPropagation()
          setIsTarget(false)
          const id = event.dataTransfer.getData(ASSET_TYPE) as AssetId
          const { assets } = useSession.getState()
          const assetIds = assets.includes(id) ? (assets as AssetId[]) : [id]
          dispatch('assets.file', { assetIds, binId: bin.id })
        }}
      >
        <Folder size={16} strokeWidth={1.5} aria-hidden="true" />
        <span className={styles.binName}>{bin.name}</span>
        <span className={styles.binCount}>{count}</span>
      </button>
    </ContextMenu>
  )
}
