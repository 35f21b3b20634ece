/** What a title says and how it looks. */
import { useTranslation } from 'react-i18next'
import type { Clip } from '../../../shared/model/clip.ts'
import { TITLE_FONTS, type Title } from '../../../shared/model/generator.ts'
import type { PlacedItem } from '../../../shared/model/select.ts'
import { cancelPreview, dispatch, preview } from '../../store/document.ts'
import { Check } from '../../ui/Check.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { ColorField } from '../../ui/ColorField.tsx'
import { Field } from '../../ui/Field.tsx'
import { NumberRow } from '../../ui/NumberRow.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { contentOf } from './contentOf.ts'
import styles from './Inspector.module.css'
import { WordsField } from './WordsField.tsx'

const WEIGHTS = ['300', '400', '500', '600', '700', '800'] as const
const NEW_BOX = { color: '#000000', opacity: 0.6 }

interface TitlePanelProps {
  readonly placed: PlacedItem<Clip>
  readonly title: Title
}

export function TitlePanel({ placed, title }: TitlePanelProps) {
  const { t } = useTranslation()
  const itemId = placed.item.id
  const changed = (patch: Partial<Title>) => contentOf(itemId, { ...title, ...patch })
  const set = (patch: Partial<Title>): void => {
    dispatch('generator.set', changed(patch))
  }
  const show = (patch: Partial<Title>): void => {
    preview('generator.set', changed(patch))
  }
  const percent = (field: 'size' | 'x' | 'y', min: number) => ({
    value: title[field] * 100,
    unit: '%',
    step: 0.1,
    decimals: 1,
    min,
    max: 100,
    onPreview: (value: number) => show({ [field]: value / 100 }),
    onCancel: cancelPreview,
    onCommit: (value: number) => set({ [field]: value / 100 }),
  })
  const box = title.background
  const setBox = (on: boolean): void => {
    const { background: _background, ...rest } = title
    dispatch('generator.set', contentOf(itemId, on ? { ...title, background: NEW_BOX } : rest))
  }
  const weight = WEIGHTS.find((one) => Number(one) >= title.weight) ?? '800'
  return (
    <div className={styles.form}>
      <WordsField
        key={itemId}
        label={t('generator.text')}
        value={title.text}
        onPreview={(text) => show({ text })}
        onCancel={cancelPreview}
        onCommit={(text) => set({ text })}
      />
      <div className={styles.pair}>
        <Choice
          label={t('generator.font')}
          value={title.font}
          options={TITLE_FONTS.map((font) => ({ value: font, label: font }))}
          onChange={(font) => set({ font })}
        />
        <Choice
          label={t('generator.weight')}
          value={weight}
          options={WEIGHTS.map((value) => ({ value, label: t(`generator.weights.${value}`) }))}
          onChange={(value) => set({ weight: Number(value) })}
        />
      </div>
      <NumberRow label={t('generator.size')} {...percent('size', 0.5)} />
      <Field label={t('generator.color')}>
        <ColorField
          label={t('generator.color')}
          value={title.color}
          onPreview={(color) => show({ color })}
          onCancel={cancelPreview}
          onCommit={(color) => set({ color })}
        />
      </Field>
      <Field label={t('generator.align')}>
        <Segmented<Title['align']>
          label={t('generator.align')}
          value={title.align}
          options={(['left', 'center', 'right'] as const).map((value) => ({
            value,
            label: t(`generator.aligned.${value}`),
          }))}
          onChange={(align) => set({ align })}
        />
      </Field>
      <NumberRow label={t('generator.x')} {...percent('x', 0)} />
      <NumberRow label={t('generator.y')} {...percent('y', 0)} />
      <Check isOn={box !== undefined} onChange={setBox}>
        {t('generator.box')}
      </Check>
      {box && (
        <>
          <Field label={t('generator.boxColor')}>
            <ColorField
              label={t('generator.boxColor')}
              value={box.color}
              onPreview={(color) => show({ background: { ...box, color } })}
              onCancel={cancelPreview}
              onCommit={(color) => set({ background: { ...box, color } })}
            />
          </Field>
          <NumberRow
            label={t('generator.boxOpacity')}
            value={box.opacity * 100}
            unit="%"
            step={1}
            decimals={0}
            min={0}
            max={100}
            onPreview={(value) => show({ background: { ...box, opacity: value / 100 } })}
            onCancel={cancelPreview}
            onCommit={(value) => set({ background: { ...box, opacity: value / 100 } })}
          />
        </>
      )}
    </div>
  )
}
