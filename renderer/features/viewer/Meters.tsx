/**
 * How loud it is, left and right: peaks in decibels of full scale, held a while, their highest as a number, and a light that
 * stays on once something was cut off. What moves is written past React.
 */
import { type RefObject, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { number } from '../../i18n/numbers.ts'
import { QUIETEST } from '../../playback/soundLevels.ts'
import { followLevels } from './followLevels.ts'
import styles from './Meters.module.css'

export function Meters() {
  const { t } = useTranslation()
  const bars = useRef<HTMLCanvasElement>(null)
  const scale = useRef<HTMLCanvasElement>(null)
  const left = useRef<HTMLMeterElement>(null)
  const right = useRef<HTMLMeterElement>(null)
  const forget = useRef<HTMLButtonElement>(null)

  useEffect(() => {
    if (!bars.current || !scale.current) return
    if (!left.current || !right.current || !forget.current) return
    const parts = {
      ...{ bars: bars.current, scale: scale.current },
      ...({ sides: [left.current, right.current], forget: forget.current } as const),
    }
    const level = (decibels: number): string =>
      decibels > QUIETEST
        ? t('viewer.meters.level', { level: number(decibels, { least: 1, most: 1 }) })
        : t('viewer.meters.silent')
    return followLevels(parts, {
      level: (held, highest) =>
        t('viewer.meters.now', { held: level(held), highest: level(highest) }),
      highest: (highest, isCut) =>
        t(isCut ? 'viewer.meters.cut' : 'viewer.meters.whole', { highest: level(highest) }),
      short: (highest) => (highest > QUIETEST ? number(highest, { least: 1, most: 1 }) : '–'),
    })
  }, [t])

  return (
    <fieldset className={styles.meters} aria-label={t('viewer.meters.label')}>
      <div className={styles.picture}>
        <canvas ref={bars} className={styles.bars} />
        <canvas ref={scale} className={styles.scale} />
      </div>
      <Side meter={left} label={t('viewer.meters.left')} />
      <Side meter={right} label={t('viewer.meters.right')} />
      <button
        ref={forget}
        type="button"
        className={styles.forget}
        aria-label={t('viewer.meters.label')}
      />
    </fieldset>
  )
}

interface SideProps {
  readonly meter: RefObject<HTMLMeterElement | null>
  readonly label: string
}

/** What is read out of one side; what is seen of it is drawn below. */
const Side = ({ meter, label }: SideProps) => (
  <meter ref={meter} className={styles.side} aria-label={label} min={QUIETEST} max={0} />
)
