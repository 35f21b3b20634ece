/** Which settings of the copied clip the selected ones take. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { STYLES, type Style } from '../../../../shared/edit/pasteAttributes.ts'
import type { Property } from '../../../../shared/model/clip.ts'
import { useAttempt } from '../../../store/attempt.ts'
import { useClipboard } from '../../../store/clipboard.ts'
import { committedProject, dispatch } from '../../../store/document.ts'
import { Check } from '../../../ui/Check.tsx'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { selectedClips } from '../verbs/here.ts'

const ATTRIBUTES = {
  position: ['positionX', 'positionY'],
  scale: ['scale'],
  rotation: ['rotation'],
  opacity: ['opacity'],
  crop: ['cropLeft', 'cropTop', 'cropRight', 'cropBottom'],
  volume: ['volume'],
  pan: ['pan'],
} as const satisfies Readonly<Record<string, readonly Property[]>>
type Attribute = keyof typeof ATTRIBUTES
const NAMES = Object.keys(ATTRIBUTES) as Attribute[]

export function PasteAttributesDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<readonly (Attribute | Style)[]>([...NAMES, ...STYLES])
  const { problem, attempt } = useAttempt(onClose)
  const { copied } = useClipboard.getState()
  const source = copied?.kind === 'clips' ? copied.clips[0]?.clip : undefined
  const isThere = source !== undefined && committedProject().items.has(source.id)
  const targets = selectedClips().map(({ item }) => item.id)
  const keep = (): boolean =>
    source !== undefined &&
    dispatch('attributes.paste', {
      fromId: source.id,
      itemIds: targets,
      properties: NAMES.filter((name) => chosen.includes(name)).flatMap(
        (name): readonly Property[] => ATTRIBUTES[name],
      ),
      styles: STYLES.filter((name) => chosen.includes(name)),
    })
  return (
    <FormDialog
      title={t('timeline.pasteAttributes.title', { name: source?.name ?? '' })}
      submit={t('timeline.pasteAttributes.submit')}
      canSubmit={isThere && chosen.length > 0 && targets.length > 0}
      problem={isThere ? problem : t('timeline.pasteAttributes.gone')}
      onSubmit={() => attempt(keep)}
      onClose={onClose}
    >
      {[...NAMES, ...STYLES].map((name) => (
        <Check
          key={name}
          isOn={chosen.includes(name)}
          onChange={(isOn) =>
            setChosen(isOn ? [...chosen, name] : chosen.filter((other) => other !== name))
          }
        >
          {t(`timeline.attribute.${name}`)}
        </Check>
      ))}
    </FormDialog>
  )
}
