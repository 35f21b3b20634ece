/** Frames over which a clip comes in and goes out. */
import { useTranslation } from 'react-i18next'
import type { Clip } from '../../../shared/model/clip.ts'
import { cancelPreview, dispatch, preview } from '../../store/document.ts'
import { NumberRow } from '../../ui/NumberRow.tsx'

export function FadeRows({ clip }: { readonly clip: Clip }) {
  const { t } = useTranslation()
  const { id: itemId, duration, fadeIn = 0, fadeOut = 0 } = clip
  const row = (field: 'fadeIn' | 'fadeOut', value: number, other: number) => (
    <NumberRow
      label={t(`inspector.${field}`)}
      value={value}
      unit={t('inspector.frames')}
      step={1}
      decimals={0}
      min={0}
      max={duration - other}
      onPreview={(frames) => preview('clip.fade', { itemId, [field]: Math.round(frames) })}
      onCancel={cancelPreview}
      onCommit={(frames) => dispatch('clip.fade', { itemId, [field]: Math.round(frames) })}
    />
  )
  return (
    <>
      {row('fadeIn', fadeIn, fadeOut)}
      {row('fadeOut', fadeOut, fadeIn)}
    </>
  )
}
