/** Name and switches of a track. */
import { useTranslation } from 'react-i18next'
import type { Track } from '../../../shared/model/track.ts'
import { dispatch } from '../../store/document.ts'
import { RowHeader } from './grid.tsx'
import styles from './Timeline.module.css'

type Switch = 'muted' | 'solo' | 'locked' | 'hidden'

/** Pictures are hidden, sound is muted; both can be heard or seen alone and locked. */
const SWITCHES: Record<Track['kind'], readonly Switch[]> = {
  picture: ['hidden', 'locked'],
  sound: ['muted', 'solo', 'locked'],
  subtitle: ['hidden', 'locked'],
}

export function TrackHeader({ track }: { readonly track: Track }) {
  const { t } = useTranslation()
  const toggle = (name: Switch): void => {
    dispatch('track.set', { trackId: track.id, patch: { [name]: !track[name] } })
  }
  return (
    <RowHeader className={styles.header} aria-label={track.name}>
      <b className={styles.trackName}>{track.name}</b>
      {SWITCHES[track.kind].map((name) => (
        <button
          key={name}
          type="button"
          className={styles.switch}
          tabIndex={-1}
          aria-pressed={track[name]}
          aria-label={t(`timeline.track.${name}`, { name: track.name })}
          title={t(`timeline.track.${name}`, { name: track.name })}
          onClick={() => toggle(name)}
        >
          {t(`timeline.track.letter.${name}`)}
        </button>
      ))}
    </RowHeader>
  )
}
