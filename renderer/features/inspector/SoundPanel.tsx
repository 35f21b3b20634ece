import { useTranslation } from 'react-i18next'
import { type Clip, SOUND_PROPERTIES } from '../../../shared/model/clip.ts'
import { isPlacedClip, linkedClips, type PlacedItem, place } from '../../../shared/model/select.ts'
import { useDocument } from '../../store/document.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FadeRows } from './FadeRows.tsx'
import styles from './Inspector.module.css'
import { PropertyRow } from './PropertyRow.tsx'

/** The sound of a clip: its own on a sound track, its linked partner's for a picture. */
export function SoundPanel({ placed }: { readonly placed: PlacedItem<Clip> }) {
  const { t } = useTranslation()
  const project = useDocument((state) => state.project)
  if (!project) return null
  const sound = linkedClips(project, placed.item.id)
    .map((id) => place(project, id))
    .filter(isPlacedClip)
    .find(({ track }) => track.kind === 'sound')
  if (!sound) return <EmptyState text={t('inspector.noSound')} />
  return (
    <div className={styles.form}>
      {SOUND_PROPERTIES.map((property) => (
        <PropertyRow key={property} placed={sound} property={property} />
      ))}
      <FadeRows clip={sound.item} />
    </div>
  )
}
