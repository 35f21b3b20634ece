/** The project's media by bins, and the way to bring in more. */
import { ChevronRight, FolderPlus, Import } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Bin } from '../../../shared/model/bin.ts'
import type { BinId } from '../../../shared/model/ids.ts'
import { dispatch, useDocument } from '../../store/document.ts'
import { useMedia } from '../../store/media.ts'
import { usePreferences } from '../../store/preferences.ts'
import { useSession } from '../../store/session.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { inputClass } from '../../ui/Field.tsx'
import { AssetCard } from './AssetCard.tsx'
import { AssetFacts } from './AssetFacts.tsx'
import { BinRow } from './BinRow.tsx'
import { chooseFiles } from './importFiles.ts'
import { useImports } from './imports.ts'
import styles from './Library.module.css'
import { LibraryView } from './LibraryView.tsx'
import { relinkMissing } from './relink.ts'
import { byName, searchAssets, sortAssets } from './sortAssets.ts'
import { useUses } from './useUses.ts'

/** Of the facts while they have the focus, and not of the timeline. */
const SCROLLING: ReadonlySet<string> = new Set([
  ...['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End'],
])

export function Media() {
  const { t } = useTranslation()
  const allAssets = useDocument((state) => state.project?.assets)
  const allBins = useDocument((state) => state.project?.bins)
  const { isBusy, refused, told } = useImports()
  const offline = useMedia(({ byKey }) => {
    const keys = new Set([...(allAssets?.values() ?? [])].map(({ mediaKey }) => mediaKey))
    return [...keys].filter((key) => byKey[key]?.online === false).length
  })
  const [search, setSearch] = useState('')
  const [opened, setOpened] = useState<BinId | null>(null)
  const bins = useMemo(() => [...(allBins?.values() ?? [])].sort(byName), [allBins])
  const project = useDocument((state) => state.project)
  const { by, isDescending } = usePreferences((state) => state.librarySort)
  const view = usePreferences((state) => state.libraryView)
  const selected = useSession((state) => state.assets)
  const uses = useUses()
  const assets = useMemo(
    () => sortAssets(allAssets?.values() ?? [], { by, isDescending }, uses),
    [allAssets, by, isDescending, uses],
  )
  const contents = useMemo(() => {
    const counts = new Map<string, number>()
    for (const { mediaKey } of assets) counts.set(mediaKey, (counts.get(mediaKey) ?? 0) + 1)
    return counts
  }, [assets])
  const [one, ...others] = selected
  const chosen = others.length === 0 && one ? project?.assets.get(one) : undefined
  // A bin may be removed, or undone, while it is open.
  const here = opened !== null && allBins?.has(opened) ? opened : undefined
  const wanted = search.trim().toLocaleLowerCase()
  const found =
    wanted === ''
      ? assets.filter(({ binId }) => (binId && allBins?.has(binId) ? binId : undefined) === here)
      : searchAssets(assets, wanted)
  const folders = wanted === '' ? bins.filter(({ parentId }) => parentId === here) : []
  const countIn = (id: BinId): number =>
    assets.filter(({ binId }) => binId === id).length +
    bins.filter(({ parentId }) => parentId === id).length
  const path: Bin[] = []
  for (let at = here; at !== undefined; at = path[0]?.parentId) {
    const bin = allBins?.get(at)
    if (!bin) break
    path.unshift(bin)
  }
  const addBin = (): void => {
    const id = crypto.randomUUID() as BinId
    const name = t('library.bin.new', { number: bins.length + 1 })
    dispatch('bin.put', { bin: { id, name, ...(here && { parentId: here }) } })
  }
  const isEmpty = assets.length === 0 && bins.length === 0
  return (
    <div className={styles.media}>
      <div className={styles.search}>
        <input
          type="search"
          className={inputClass}
          aria-label={t('library.search')}
          title={t('library.search')}
          placeholder={t('library.find')}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <IconButton
          label={t('library.bin.add')}
          icon={<FolderPlus size={16} strokeWidth={1.5} />}
          onClick={addBin}
        />
        <IconButton
          label={t('library.import')}
          icon={<Import size={16} strokeWidth={1.5} />}
          disabled={isBusy}
          onClick={() => void chooseFiles()}
        />
      </div>
      {offline > 0 && (
        <div role="status" className={styles.offline}>
          <span>{t('library.someMissing', { count: offline })}</span>
          <Button disabled={isBusy} onClick={() => void relinkMissing()}>
            {t('library.relink')}
          </Button>
        </div>
      )}
      {told !== null && (
        <p role="status" className={styles.told}>
          {told}
        </p>
      )}
      {!isEmpty && <LibraryView />}
      {refused.length > 0 && (
        <ul role="alert" className={styles.refused}>
          {refused.map(({ name, message }) => (
            <li key={`${name}${message}`}>{message}</li>
          ))}
        </ul>
      )}
      {path.length > 0 && (
        <nav aria-label={t('library.path')} className={styles.path}>
          <button type="button" onClick={() => setOpened(null)}>
            {t('library.top')}
          </button>
          {path.map((bin) => (
            <span key={bin.id}>
              <ChevronRight size={12} aria-hidden="true" />
              <button type="button" onClick={() => setOpened(bin.id)}>
                {bin.name}
              </button>
            </span>
          ))}
        </nav>
      )}
      {isEmpty ? (
        <EmptyState
          text={t('library.empty')}
          action={
            <Button look="primary" disabled={isBusy} onClick={() => void chooseFiles()}>
              {t('library.import')}
            </Button>
          }
        />
      ) : (
        <div className={styles.scroll}>
          {folders.length > 0 && (
            <ul aria-label={t('library.bins')} className={styles.bins}>
              {folders.map((bin) => (
                <li key={bin.id}>
                  <BinRow bin={bin} count={countIn(bin.id)} onOpen={() => setOpened(bin.id)} />
                </li>
              ))}
            </ul>
          )}
          <div
            role="listbox"
            aria-label={t('library.assets')}
            aria-multiselectable
            className={styles.list}
            data-view={view}
          >
            {found.map((asset) => (
              <AssetCard
                key={asset.id}
                asset={asset}
                bins={bins}
                uses={uses.get(asset.id) ?? 0}
                isDuplicate={(contents.get(asset.mediaKey) ?? 0) > 1}
              />
            ))}
          </div>
          {found.length === 0 && folders.length === 0 && (
            <EmptyState
              text={wanted === '' ? t('library.bin.empty') : t('library.nothingFound', { search })}
            />
          )}
        </div>
      )}
      {!isEmpty && (
        // Its place is kept while nothing is selected: it must not come under the second click of a double one.
        <section
          aria-label={t('library.aboutSelection')}
          className={styles.details}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what is cut off has to be scrolled to without a mouse, too
          tabIndex={0}
          onKeyDown={(event) => {
            if (SCROLLING.has(event.key)) event.stopPropagation()
          }}
        >
          {chosen ? (
            <AssetFacts asset={chosen} uses={uses.get(chosen.id) ?? 0} />
          ) : (
            <p>{t('library.noFacts')}</p>
          )}
        </section>
      )}
    </div>
  )
}
