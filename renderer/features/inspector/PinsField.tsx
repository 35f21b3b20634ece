import { useTranslation } from 'react-i18next'
import { nearestFreeIndex } from '../../../shared/generation/frameGrid.ts'
import type { PinId } from '../../../shared/model/ids.ts'
import { pinsOf } from '../../../shared/model/select.ts'
import type { Shot } from '../../../shared/model/shot.ts'
import { activeTimeline, dispatch, useDocument } from '../../store/document.ts'
import { playhead } from '../../store/playhead.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { pictureUnder } from './newShot.ts'

interface PinsFieldProps {
  readonly shot: Shot
  readonly problem: string | undefined
}

/** How many pictures hold the shot, and a button that pins the one on screen. */
export function PinsField({ shot, problem }: PinsFieldProps) {
  const { t } = useTranslation()
  const project = useDocument((state) => state.project)
  if (!project) return null
  const pins = pinsOf(project, shot.id)
  const last = shot.length * 24

  const add = (): void => {
    const picture = pictureUnder(project, activeTimeline(project), playhead.getState().frame)
    const index = nearestFreeIndex(
      pins.length === 0 ? 0 : last,
      new Set(pins.map((pin) => pin.index)),
      last,
    )
    if (!picture) useDocument.setState({ refusal: t('shot.noPictureHere') })
    else if (index !== null) {
      const id = crypto.randomUUID() as string as PinId
      dispatch('pin.add', { pin: { id, shotId: shot.id, index, picture } })
    }
  }
  return (
    <Field
      label={t(shot.mode === 'transform' ? 'shot.guides' : 'shot.pins')}
      hint={pins.length === 0 ? t('shot.noPins') : pins.map((pin) => pin.index).join(', ')}
      problem={problem}
    >
      <Button onClick={add}>
        {t(shot.mode === 'transform' ? 'shot.addGuide' : 'shot.addPin')}
      </Button>
    </Field>
  )
}
