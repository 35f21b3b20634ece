import { Import } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDocument } from '../../store/document.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { inputClass } from '../../ui/Field.tsx'
import { AssetCard } from './AssetCard.tsx'
import { chooseFiles, dropFiles } from './importFiles.ts'
import { useImports } from './imports.ts'
import styles from './Library.module.css'

export function Library() {
  const { t } = useTranslation()
  const assets = useDocument((state) => state.project?.assets)
  const { isBusy, refused } = useImports()
  const [search, setSearch] = useState('')
  const [isDropping, setIsDropping] = useState(false)
  const found = useMemo(() => {
    const wanted = search.trim().toLocaleLowerCase()
    return (assets?.values() ?? [])
      .filter((asset) => asset.name.toLocaleLowerCase().includes(wanted))
      .sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }))
  }, [assets, search])
  const isEmpty = (assets?.size ?? 0) === 0
  const importButton = (
    <Button look="primary" disabled={isBusy} onClick={() => void chooseFiles()}>
      {t('library.import')}
    </Button>
  )
  return (
    <section
      aria-label={t('library.title')}
      className={styles.library}
      data-drop={isDropping}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setIsDropping(true)
      }}
      onDragLeave={() => setIsDropping(false)}
      onDrop={(event) => {
        event.preventDefault()
        setIsDropping(false)
        void dropFiles([...event.dataTransfer.files])
      }}
    >
      <div className={styles.head}>
        <h2 className={styles.title}>{t('library.title')}</h2>
        <IconButton
          label={t('library.import')}
          icon={<Import size={16} strokeWidth={1.5} />}
          disabled={isBusy}
          onClick={() => void chooseFiles()}
        />
      </div>
      {refused.length > 0 && (
        <ul role="alert" className={styles.refused}>
          {refused.map(({ name, message }) => (
            <li key={`${name}${message}`}>{message}</li>
          ))}
        </ul>
      )}
      {isEmpty ? (
        <EmptyState text={t('library.empty')} action={importButton} />
      ) : (
        <>
          <div className={styles.search}>
            <input
              type="search"
              className={inputClass}
              aria-label={t('library.search')}
              placeholder={t('library.search')}
              value={search}
              onChange={(event) => setSearch(event.target.value)}
            />
          </div>
          <div
            role="listbox"
            aria-label={t('library.assets')}
            aria-multiselectable
            className={styles.list}
          >
            {found.map((asset) => (
              <AssetCard key={asset.id} asset={asset} />
            ))}
          </div>
          {found.length === 0 && <EmptyState text={t('library.nothingFound', { search })} />}
        </>
      )}
    </section>
  )
}
