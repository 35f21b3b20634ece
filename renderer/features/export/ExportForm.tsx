import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { settingsOf } from '../../../shared/model/select.ts'
import { formatTimecode } from '../../../shared/time/timecode.ts'
import { errorInWords } from '../../i18n/inWords.ts'
import { fps } from '../../i18n/numbers.ts'
import { activeTimeline, useDocument } from '../../store/document.ts'
import { Button } from '../../ui/Button.tsx'
import { Field, inputClass } from '../../ui/Field.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import styles from './Export.module.css'
import {
  EXPORT_PRESETS,
  type ExportExtent,
  type ExportPreset,
  extentOf,
  startExport,
} from './exportForm.ts'

/** What to export, as what, and the button that asks where to. */
export function ExportForm() {
  const { t } = useTranslation()
  const id = useId()
  const project = useDocument((state) => state.project)
  const [name, setName] = useState(project ? settingsOf(project).name : '')
  const [preset, setPreset] = useState<ExportPreset>('h264')
  const [extent, setExtent] = useState<ExportExtent>('all')
  const [problem, setProblem] = useState<string | null>(null)
  if (!project) return null
  const timeline = activeTimeline(project)
  const range = extentOf(project, timeline, extent)
  const hasRange = extentOf(project, timeline, 'range') !== null
  const empty = project.shots
    .values()
    .filter(
      (shot) =>
        shot.takeId === undefined &&
        project.items
          .values()
          .some(
            (item) =>
              item.kind === 'clip' && item.source.kind === 'shot' && item.source.shotId === shot.id,
          ),
    )

  const start = async (): Promise<void> => {
    try {
      setProblem(null)
      await startExport(name.trim() || settingsOf(project).name, preset, extent)
    } catch (error) {
      setProblem(errorInWords(error))
    }
  }
  return (
    <>
      <Field label={t('export.name')} htmlFor={id}>
        <input
          id={id}
          className={inputClass}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <Field label={t('export.preset')}>
        <Segmented
          label={t('export.preset')}
          value={preset}
          options={EXPORT_PRESETS.map((value) => ({ value, label: t(`export.presets.${value}`) }))}
          onChange={setPreset}
        />
      </Field>
      <Field label={t('export.extent')}>
        <Segmented
          label={t('export.extent')}
          value={extent}
          options={[
            { value: 'all', label: t('export.all') },
            {
              value: 'range',
              label: t('export.range'),
              disabledReason: hasRange ? undefined : t('export.noRange'),
            },
          ]}
          onChange={setExtent}
        />
      </Field>
      <dl className={styles.summary}>
        <dt>{t('export.size')}</dt>
        <dd>
          {timeline.width}×{timeline.height} · {fps(timeline.rate)}
        </dd>
        <dt>{t('export.length')}</dt>
        <dd>
          {range
            ? t('export.frames', {
                timecode: formatTimecode(range.out - range.in, timeline.rate),
                count: range.out - range.in,
              })
            : t('export.nothing')}
        </dd>
        <dt>{t('export.codec')}</dt>
        <dd>{t(`export.codecs.${preset}`)}</dd>
      </dl>
      {empty.length > 0 && (
        <p className={styles.note}>
          {t('export.emptyShots', { names: empty.map((shot) => shot.name).join(', ') })}
        </p>
      )}
      {problem !== null && (
        <p role="alert" className={styles.failed}>
          {problem}
        </p>
      )}
      <Button look="primary" disabled={!range} onClick={() => void start()}>
        {t('export.start')}
      </Button>
    </>
  )
}
