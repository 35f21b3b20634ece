/** A marker by name and time: a click goes there, its menu does with keys what the ruler does under the hand. */
import { X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Marker, Timeline } from '../../../shared/model/timeline.ts'
import { formatTimecode } from '../../../shared/time/timecode.ts'
import { goTo } from '../../playback/transport.ts'
import { dispatch } from '../../store/document.ts'
import { playhead } from '../../store/playhead.ts'
import { IconButton } from '../../ui/Button.tsx'
import { ContextMenu } from '../../ui/ContextMenu.tsx'
import { RenameField } from '../../ui/RenameField.tsx'
import styles from './Library.module.css'

interface MarkerRowProps {
  readonly marker: Marker
  readonly timeline: Timeline
}

export function MarkerRow({ marker, timeline }: MarkerRowProps) {
  const { t } = useTranslation()
  const [isRenaming, setIsRenaming] = useState(false)
  const { id: markerId, name, frame } = marker
  const remove = (): void => {
    dispatch('marker.remove', { markerId })
  }
  if (isRenaming) {
    return (
      <li className={styles.marker}>
        <RenameField
          label={t('library.marker.rename')}
          name={name}
          onRename={(next) => dispatch('marker.set', { markerId, patch: { name: next } })}
          onDone={() => setIsRenaming(false)}
        />
      </li>
    )
  }
  return (
    <li className={styles.marker}>
      <ContextMenu
        items={[
          { label: t('library.marker.rename'), run: () => setIsRenaming(true) },
          {
            label: t('library.marker.toPlayhead'),
            run: () => dispatch('marker.move', { markerId, frame: playhead.getState().frame }),
          },
          { label: t('library.marker.remove', { name }), run: remove, section: true },
        ]}
      >
        <button
          type="button"
          className={styles.bin}
          onClick={() => goTo(frame)}
          onKeyDown={(event) => {
            if (event.key === 'F2') setIsRenaming(true)
          }}
        >
          <span className={styles.time}>
            {formatTimecode(frame + timeline.startFrame, timeline.rate)}
          </span>
          <span className={styles.binName}>{name}</span>
        </button>
      </ContextMenu>
      <IconButton
        label={t('library.marker.remove', { name })}
        icon={<X size={14} strokeWidth={1.5} />}
        onClick={remove}
      />
    </li>
  )
}
