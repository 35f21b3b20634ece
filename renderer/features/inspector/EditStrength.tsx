import { useTranslation } from 'react-i18next'
import type { EditControls, Shot } from '../../../shared/model/shot.ts'
import { dispatch } from '../../store/document.ts'
import { Field } from '../../ui/Field.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import styles from './Inspector.module.css'
import { StrengthField } from './StrengthField.tsx'

/** How far a transformation may go: automatic, or by hand with the model's controls. */
export function EditStrength({ shot }: { readonly shot: Shot }) {
  const { t } = useTranslation()
  const set = (edit: EditControls | null): void => {
    dispatch('shot.update', { shotId: shot.id, patch: { edit } })
  }
  const { edit } = shot
  return (
    <>
      <Field label={t('shot.control')}>
        <Segmented
          label={t('shot.control')}
          value={edit ? 'manual' : 'auto'}
          options={[
            { value: 'auto', label: t('shot.auto') },
            { value: 'manual', label: t('shot.manual') },
          ]}
          onChange={(value) => set(value === 'auto' ? null : { strength: 'flex_2' })}
        />
      </Field>
      {edit && (
        <>
          <StrengthField
            value={edit.strength ?? 'flex_2'}
            onChange={(strength) => set({ ...edit, strength })}
          />
          <details className={styles.details}>
            <summary>{t('shot.keepFromSource')}</summary>
            <div>
              <Field label={t('shot.pose')}>
                <Segmented
                  label={t('shot.pose')}
                  value={edit.poseStrength ?? 'off'}
                  options={(['off', 'coarse', 'precise'] as const).map((value) => ({
                    value,
                    label: t(`shot.poses.${value}`),
                  }))}
                  onChange={(value) => {
                    const { poseStrength: _, ...rest } = edit
                    set(value === 'off' ? rest : { ...rest, poseStrength: value })
                  }}
                />
              </Field>
              <div className={styles.dials}>
                {(['depthBlur', 'normalsAugmentation', 'trajectorySparsity'] as const).map(
                  (name) => (
                    <Field key={name} label={t(`shot.controls.${name}`)}>
                      <NumberField
                        label={t(`shot.controls.${name}`)}
                        value={edit[name] ?? 0}
                        step={0.01}
                        decimals={2}
                        min={0}
                        max={1}
                        onCommit={(value) => set({ ...edit, [name]: value })}
                      />
                    </Field>
                  ),
                )}
              </div>
              <label>
                <input
                  type="checkbox"
                  checked={edit.face ?? false}
                  onChange={(event) => set({ ...edit, face: event.target.checked })}
                />{' '}
                {t('shot.face')}
              </label>
            </div>
          </details>
        </>
      )}
    </>
  )
}
