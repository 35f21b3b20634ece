/** What holds for the whole project: its name, the timeline's picture, colour and loudness. */
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Command, command } from '../../../shared/commands/registry.ts'
import { PICTURE_SIZES, pixelsOf } from '../../../shared/model/pictureSizes.ts'
import {
  colorSpaceSchema,
  DEFAULT_COLOR_SPACE,
  LOUDNESS_TARGETS,
} from '../../../shared/model/project.ts'
import { settingsOf, timelineEnd } from '../../../shared/model/select.ts'
import { formatRate, RATE_NAMES, RATES } from '../../../shared/time/frames.ts'
import { say } from '../../../shared/words/say.ts'
import { number } from '../../i18n/numbers.ts'
import { useAttempt } from '../../store/attempt.ts'
import { activeTimeline, committedProject, dispatch } from '../../store/document.ts'
import { Field, inputClass } from '../../ui/Field.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'

const LOUDNESS = Object.entries(LOUDNESS_TARGETS)

export function ProjectSettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const project = committedProject()
  const settings = settingsOf(project)
  const timeline = activeTimeline(project)
  const isEmpty = timelineEnd(project, timeline) === 0
  const before = {
    name: settings.name,
    rate: formatRate(timeline.rate),
    size: `${timeline.width}×${timeline.height}`,
    colorSpace: settings.colorSpace ?? DEFAULT_COLOR_SPACE,
    loudness: settings.loudness === undefined ? '' : String(settings.loudness),
    notes: settings.notes ?? '',
  }
  const [now, setNow] = useState(before)
  const nameId = useId()
  const notesId = useId()
  const { problem, attempt } = useAttempt(onClose)

  function changes(): Command[] {
    const made: Command[] = []
    const id = (): string => crypto.randomUUID()
    if (now.name.trim() !== before.name) {
      made.push(command('project.rename', { name: now.name.trim() }, id()))
    }
    const rate = RATES[now.rate]
    const [width, height] = pixelsOf(now.size)
    const patch = {
      ...(now.rate !== before.rate && rate && { rate }),
      ...(now.size !== before.size && { width, height }),
    }
    if (Object.keys(patch).length > 0) {
      made.push(command('timeline.set', { timelineId: timeline.id, patch }, id()))
    }
    const kept = {
      ...(now.colorSpace !== before.colorSpace && { colorSpace: now.colorSpace }),
      ...(now.loudness !== before.loudness && {
        loudness: now.loudness === '' ? null : Number(now.loudness),
      }),
      ...(now.notes !== before.notes && { notes: now.notes === '' ? null : now.notes }),
    }
    if (Object.keys(kept).length > 0) made.push(command('project.set', { patch: kept }, id()))
    return made
  }
  const keep = (): boolean => {
    const commands = changes()
    return (
      commands.length === 0 || dispatch('batch', { label: say('label:changeSettings'), commands })
    )
  }
  const sizes = PICTURE_SIZES.some((size) => size === before.size)
    ? PICTURE_SIZES
    : [before.size, ...PICTURE_SIZES]
  return (
    <FormDialog
      title={t('settings.project.title')}
      submit={t('settings.project.submit')}
      canSubmit={now.name.trim() !== ''}
      problem={problem}
      onSubmit={() => attempt(keep)}
      onClose={onClose}
    >
      <Field label={t('settings.project.name')} htmlFor={nameId}>
        <input
          id={nameId}
          className={inputClass}
          value={now.name}
          onChange={(event) => setNow({ ...now, name: event.target.value })}
        />
      </Field>
      <Choice
        label={t('settings.project.rate')}
        hint={isEmpty ? undefined : t('settings.project.rateFixed')}
        isDisabled={!isEmpty}
        value={now.rate}
        onChange={(rate) => setNow({ ...now, rate })}
      >
        {RATE_NAMES.map((value) => (
          <option key={value} value={value}>
            {t('settings.project.fps', { rate: number(Number(value), { most: 3 }) })}
          </option>
        ))}
      </Choice>
      <Choice
        label={t('settings.project.size')}
        value={now.size}
        onChange={(size) => setNow({ ...now, size })}
      >
        {sizes.map((size) => (
          <option key={size}>{size}</option>
        ))}
      </Choice>
      <Choice
        label={t('settings.project.colorSpace')}
        value={now.colorSpace}
        onChange={(value) => setNow({ ...now, colorSpace: colorSpaceSchema.parse(value) })}
      >
        {colorSpaceSchema.options.map((value) => (
          <option key={value} value={value}>
            {t(`settings.colorSpace.${value}`)}
          </option>
        ))}
      </Choice>
      <Choice
        label={t('settings.project.loudness')}
        value={now.loudness}
        onChange={(loudness) => setNow({ ...now, loudness })}
      >
        <option value="">{t('settings.loudness.asMixed')}</option>
        {LOUDNESS.map(([name, target]) => (
          <option key={name} value={String(target)}>
            {t(`settings.loudness.${name}`, { target: number(target, { most: 1 }) })}
          </option>
        ))}
      </Choice>
      <Field label={t('settings.project.notes')} htmlFor={notesId}>
        <textarea
          id={notesId}
          className={inputClass}
          rows={3}
          value={now.notes}
          onChange={(event) => setNow({ ...now, notes: event.target.value })}
        />
      </Field>
    </FormDialog>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly hint?: string | undefined
  readonly isDisabled?: boolean
  readonly value: string
  readonly onChange: (value: string) => void
  readonly children: ReactNode
}

function Choice({ label, hint, isDisabled = false, value, onChange, children }: ChoiceProps) {
  const id = useId()
  return (
    <Field label={label} htmlFor={id} hint={hint}>
      <select
        id={id}
        className={inputClass}
        value={value}
        disabled={isDisabled}
        onChange={(event) => onChange(event.target.value)}
      >
        {children}
      </select>
    </Field>
  )
}
