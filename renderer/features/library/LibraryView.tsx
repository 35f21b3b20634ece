/** Order and look of the library. */
import { ArrowDownAZ, ArrowUpAZ, LayoutGrid, List } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { SORTS, type SortBy, setPreference, usePreferences } from '../../store/preferences.ts'
import { IconButton } from '../../ui/Button.tsx'
import styles from './Library.module.css'

const ICON = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const

export function LibraryView() {
  const { t } = useTranslation()
  const sort = usePreferences((state) => state.librarySort)
  const view = usePreferences((state) => state.libraryView)
  return (
    <div className={styles.order}>
      <select
        className={styles.sort}
        aria-label={t('library.sort.label')}
        value={sort.by}
        onChange={({ target }) =>
          void setPreference('librarySort', { ...sort, by: target.value as SortBy })
        }
      >
        {SORTS.map((by) => (
          <option key={by} value={by}>
            {t(`library.sort.${by}`)}
          </option>
        ))}
      </select>
      <IconButton
        label={t(sort.isDescending ? 'library.sort.ascending' : 'library.sort.descending')}
        icon={sort.isDescending ? <ArrowUpAZ {...ICON} /> : <ArrowDownAZ {...ICON} />}
        onClick={() =>
          void setPreference('librarySort', { ...sort, isDescending: !sort.isDescending })
        }
      />
      <span className={styles.spring} />
      <IconButton
        label={t('library.grid')}
        isOn={view === 'grid'}
        icon={<LayoutGrid {...ICON} />}
        onClick={() => void setPreference('libraryView', 'grid')}
      />
      <IconButton
        label={t('library.list')}
        isOn={view === 'list'}
        icon={<List {...ICON} />}
        onClick={() => void setPreference('libraryView', 'list')}
      />
    </div>
  )
}
