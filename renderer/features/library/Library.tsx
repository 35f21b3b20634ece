/** What the project is made of: its media, the looks it keeps, and the timeline's markers. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Tabs } from '../../ui/Tabs.tsx'
import { type Actions, Effects } from './Effects.tsx'
import { dropFiles } from './importFiles.ts'
import styles from './Library.module.css'
import { Looks } from './Looks.tsx'
import { Markers } from './Markers.tsx'
import { Media } from './Media.tsx'

export function Library(actions: Actions) {
  const { t } = useTranslation()
  const [tab, setTab] = useState('media')
  const [isDropping, setIsDropping] = useState(false)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: files are dropped on it; the import button does the same
    <div
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
        setTab('media')
        void dropFiles([...event.dataTransfer.files])
      }}
    >
      <Tabs
        label={t('library.tabs')}
        value={tab}
        onChange={setTab}
        tabs={[
          { value: 'media', label: t('library.title'), body: <Media /> },
          { value: 'effects', label: t('library.effects'), body: <Effects {...actions} /> },
          { value: 'looks', label: t('library.looks'), body: <Looks /> },
          { value: 'markers', label: t('library.markers'), body: <Markers /> },
        ]}
      />
    </div>
  )
}
