/** What a clip shows, where that is made rather than recorded: a title, a colour, words, or another timeline. */
import { useTranslation } from 'react-i18next'
import type { ActionId } from '../../../shared/actions/catalogue.ts'
import type { Clip } from '../../../shared/model/clip.ts'
import type { PlacedItem } from '../../../shared/model/select.ts'
import { cancelPreview, dispatch, preview, useDocument } from '../../store/document.ts'
import { Button } from '../../ui/Button.tsx'
import { ColorField } from '../../ui/ColorField.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Field } from '../../ui/Field.tsx'
import { contentOf } from './contentOf.ts'
import styles from './Inspector.module.css'
import { TitlePanel } from './TitlePanel.tsx'
import { WordsField } from './WordsField.tsx'

/** Media and shots have a form of their own. */
export const isMade = ({ item }: PlacedItem<Clip>): boolean =>
  item.source.kind !== 'asset' && item.source.kind !== 'shot'

interface ContentPanelProps {
  readonly placed: PlacedItem<Clip>
  readonly run: (action: ActionId) => void
}

export function ContentPanel({ placed, run }: ContentPanelProps) {
  const { t } = useTranslation()
  const project = useDocument((state) => state.project)
  const { id: itemId, source } = placed.item
  switch (source.kind) {
    case 'title':
      return <TitlePanel placed={placed} title={source} />
    case 'solid':
      return (
        <div className={styles.form}>
          <Field label={t('generator.color')}>
            <ColorField
              label={t('generator.color')}
              value={source.color}
              onPreview={(color) =>
                preview('generator.set', contentOf(itemId, { ...source, color }))
              }
              onCancel={cancelPreview}
              onCommit={(color) =>
                dispatch('generator.set', contentOf(itemId, { ...source, color }))
              }
            />
          </Field>
        </div>
      )
    case 'caption':
      return (
        <div className={styles.form}>
          <WordsField
            key={itemId}
            label={t('generator.text')}
            value={source.text}
            onPreview={(text) => preview('generator.set', contentOf(itemId, { ...source, text }))}
            onCancel={cancelPreview}
            onCommit={(text) => dispatch('generator.set', contentOf(itemId, { ...source, text }))}
          />
          <p className={styles.note}>{t('generator.captionNote')}</p>
        </div>
      )
    case 'timeline':
      return (
        <EmptyState
          text={t('generator.timelineNote')}
          action={
            <Button onClick={() => run('timeline.openNested')}>
              {t('generator.openTimeline', {
                name: project?.timelines.get(source.timelineId)?.name ?? '',
              })}
            </Button>
          }
        />
      )
    default:
      return <EmptyState text={t('generator.adjustmentNote')} />
  }
}
