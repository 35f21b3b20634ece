import { useTranslation } from 'react-i18next'
import { resolutionIn } from '../../../shared/model/recipe.ts'
import { pinsOf } from '../../../shared/model/select.ts'
import { aspectSchema, resolutionSchema, type Shot } from '../../../shared/model/shot.ts'
import { number } from '../../i18n/numbers.ts'
import { dispatch, useDocument } from '../../store/document.ts'
import { useTakes } from '../../store/takes.ts'
import { Field } from '../../ui/Field.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import styles from './Inspector.module.css'
import { problemOf, type ShotQuote } from './quotes.ts'

interface ShotFormatProps {
  readonly shot: Shot
  readonly answer: ShotQuote | null
}

/** Cheap and quick, to judge a shot before it is paid for in full. */
const DRAFT = '360p'

/** Length, size, shape and loop, as far as the mode has them; what is not legal says why. */
export function ShotFormat({ shot, answer }: ShotFormatProps) {
  const { t } = useTranslation()
  const hasPins = useDocument((state) =>
    state.project ? pinsOf(state.project, shot.id).length > 1 : false,
  )
  const update = (
    patch: Partial<Pick<Shot, 'length' | 'resolution' | 'aspect' | 'loop' | 'hdr' | 'exrExport'>>,
  ) => dispatch('shot.update', { shotId: shot.id, patch })
  const isGenerated = shot.mode === 'text' || shot.mode === 'pins'
  const noLoop =
    shot.length === 10
      ? t('shot.loopNeeds5')
      : shot.hdr
        ? t('shot.loopNotHdr')
        : hasPins && shot.mode === 'pins'
          ? t('shot.loopNotPins')
          : undefined
  const isTransform = shot.mode === 'transform'
  const hasDraft = useTakes((state) =>
    state.byShot[shot.id]?.some(({ recipe }) => resolutionIn(recipe) === DRAFT),
  )
  const sizeHint =
    shot.resolution === DRAFT
      ? t('shot.isDraft')
      : hasDraft === true
        ? t('shot.masterDiffers')
        : undefined
  const noHdr = isTransform
    ? undefined
    : shot.length === 10
      ? t('shot.hdrNeeds5')
      : shot.resolution === '360p' || shot.resolution === '540p'
        ? t('shot.hdrNeeds720')
        : shot.loop
          ? t('shot.loopNotHdr')
          : undefined
  return (
    <>
      {isGenerated && (
        <Field
          label={t('shot.length')}
          hint={t('shot.grid', { last: shot.length * 24 })}
          problem={problemOf(answer, 'duration')}
        >
          <Segmented
            label={t('shot.length')}
            value={String(shot.length)}
            options={['5', '10'].map((value) => ({
              value,
              label: `${number(Number(value), { most: 0 })} s`,
            }))}
            onChange={(value) => update({ length: value === '10' ? 10 : 5 })}
          />
        </Field>
      )}
      <Field
        label={t('shot.size')}
        hint={sizeHint}
        problem={problemOf(answer, 'resolution') ?? problemOf(answer, 'width')}
      >
        <Segmented
          label={t('shot.size')}
          value={shot.resolution}
          options={resolutionSchema.options.map((value) => ({ value, label: value }))}
          onChange={(resolution) => update({ resolution })}
        />
      </Field>
      {shot.mode !== 'transform' && (
        <Field label={t('shot.aspect')}>
          <Segmented
            label={t('shot.aspect')}
            value={shot.aspect}
            options={aspectSchema.options.map((value) => ({ value, label: value }))}
            onChange={(aspect) => update({ aspect })}
          />
        </Field>
      )}
      {(isGenerated || isTransform) && (
        <div className={isGenerated ? styles.pair : undefined}>
          {isGenerated && (
            <Field label={t('shot.loop')} problem={problemOf(answer, 'settings.loop')}>
              <Segmented
                label={t('shot.loop')}
                value={shot.loop ? 'on' : 'off'}
                options={[
                  { value: 'off', label: t('shot.off') },
                  {
                    value: 'on',
                    label: t('shot.on'),
                    disabledReason: shot.loop ? undefined : noLoop,
                  },
                ]}
                onChange={(value) => update({ loop: value === 'on' })}
              />
            </Field>
          )}
          <Field label={t('shot.range')} problem={problemOf(answer, 'settings.hdr')}>
            <Segmented
              label={t('shot.range')}
              value={shot.exrExport ? 'exr' : shot.hdr ? 'hdr' : 'sdr'}
              options={[
                { value: 'sdr', label: 'SDR' },
                { value: 'hdr', label: 'HDR', disabledReason: shot.hdr ? undefined : noHdr },
                { value: 'exr', label: 'EXR', disabledReason: shot.hdr ? undefined : noHdr },
              ]}
              onChange={(value) => update({ hdr: value !== 'sdr', exrExport: value === 'exr' })}
            />
          </Field>
        </div>
      )}
    </>
  )
}
