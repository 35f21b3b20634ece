import { Link2, Unlink2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { centredFit } from '../../../shared/generation/sourcePosition.ts'
import { displaySize } from '../../../shared/model/mediaInfo.ts'
import type { Placement, Shot } from '../../../shared/model/shot.ts'
import { dispatch, useDocument } from '../../store/document.ts'
import { useModel } from '../../store/model.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import styles from './Inspector.module.css'
import { PlacementStage } from './PlacementStage.tsx'
import { centred, centredFill, hasShapeOf, scaled, shapeOf } from './placementGeometry.ts'

const FIELDS = ['x', 'y', 'width', 'height'] as const
const ICON = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const

/** The new frame with the source inside it, to drag, size and type; the rest is what the engine fills. */
export function ReframeCanvas({ shot }: { readonly shot: Shot }) {
  const { t } = useTranslation()
  const asset = useDocument((state) =>
    shot.source ? state.project?.assets.get(shot.source.assetId) : undefined,
  )
  const limits = useModel(({ facts }) => facts.limits.sourcePosition)
  const stream = asset?.info.video[0]
  const source = stream ? displaySize(stream) : { width: 16, height: 9 }
  const canvas = shapeOf(shot.aspect)
  const fit = centredFit(source, canvas)
  const placement = shot.placement ?? fit
  // A document from elsewhere may have given it another shape, which is not ours to take away.
  const [keepsShape, setKeepsShape] = useState(() => hasShapeOf(placement, source, canvas))

  const set = (next: Placement | null): void => {
    dispatch('shot.update', { shotId: shot.id, patch: { placement: next } })
  }
  const type = (name: (typeof FIELDS)[number], value: number): void => {
    if (name === 'x' || name === 'y' || !keepsShape) set({ ...placement, [name]: value })
    else {
      const corner = { grip: { x: 1, y: 1 }, fromCentre: false } as const
      set(scaled(placement, corner, value / placement[name], limits))
    }
  }
  const fill = centredFill(source, canvas, limits)
  return (
    <div className={styles.place}>
      <PlacementStage
        {...{ shot, asset, placement, fit, fill, canvas, limits, keepsShape }}
        onSet={set}
      />
      <div className={styles.placeTools}>
        <Button look="quiet" disabled={!shot.placement} onClick={() => set(null)}>
          {t('shot.fit')}
        </Button>
        <Button look="quiet" onClick={() => set(fill)}>
          {t('shot.fill')}
        </Button>
        <Button look="quiet" onClick={() => set(centred(placement, limits))}>
          {t('shot.centre')}
        </Button>
        <IconButton
          label={t('shot.keepsShape')}
          icon={keepsShape ? <Link2 {...ICON} /> : <Unlink2 {...ICON} />}
          isOn={keepsShape}
          onClick={() => setKeepsShape(!keepsShape)}
        />
      </div>
      <div className={styles.places}>
        {FIELDS.map((name) => (
          <Field key={name} label={t(`shot.place.${name}`)}>
            <NumberField
              label={t(`shot.place.${name}`)}
              value={placement[name] * 100}
              unit="%"
              step={0.5}
              decimals={1}
              min={name === 'x' || name === 'y' ? -100 * limits.offset : 1}
              max={100 * (name === 'x' || name === 'y' ? limits.offset : limits.size)}
              onCommit={(value) => type(name, value / 100)}
            />
          </Field>
        ))}
      </div>
    </div>
  )
}
