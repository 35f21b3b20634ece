import { useTranslation } from 'react-i18next'
import type { Clip } from '../../../shared/model/clip.ts'
import { isPlacedClip, linkedClips, type PlacedItem, place } from '../../../shared/model/select.ts'
import { useDocument } from '../../store/document.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import styles from './Inspector.module.css'
import { type PropertyForm, PropertyRow } from './PropertyRow.tsx'

const FORMS: readonly PropertyForm[] = [
  { property: 'volume', unit: 'dB', factor: 1, step: 0.1, decimals: 1, min: -96, max: 24 },
  { property: 'pan', unit: '%', factor: 100, step: 1, decimals: 0, min: -100, max: 100 },
]

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
      {FORMS.map((form) => (
        <PropertyRow key={form.property} placed={sound} form={form} />
      ))}
    </div>
  )
}
