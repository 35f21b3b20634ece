/** Where the playhead is, and where to type to go elsewhere: `1500`, `+30`, `-1:00`, `2.5`. */
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StoreApi } from 'zustand/vanilla'
import { formatPosition, parsePosition } from '../../../shared/time/position.ts'
import type { Rational } from '../../../shared/time/rational.ts'
import type { PlayheadState } from '../../store/playhead.ts'
import { usePreferences } from '../../store/preferences.ts'
import styles from './Viewer.module.css'

interface TimecodeFieldProps {
  readonly playhead: StoreApi<PlayheadState>
  readonly rate: Rational
  /** Timecode of frame 0, in frames. */
  readonly startFrame: number
  readonly onGo: (frame: number) => void
}

export function TimecodeField({ playhead, rate, startFrame, onGo }: TimecodeFieldProps) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const display = usePreferences((state) => state.timeDisplay)
  const [isInvalid, setInvalid] = useState(false)

  // Written by hand: it changes with every frame that plays.
  useEffect(() => {
    const write = (): void => {
      const field = input.current
      if (!field || document.activeElement === field) return
      field.value = formatPosition(playhead.getState().frame + startFrame, rate, display)
    }
    write()
    return playhead.subscribe(write)
  }, [playhead, rate, startFrame, display])

  const restore = (field: HTMLInputElement): void => {
    setInvalid(false)
    field.value = formatPosition(playhead.getState().frame + startFrame, rate, display)
  }
  return (
    <input
      ref={input}
      className={styles.timecode}
      aria-label={t('viewer.timecode')}
      aria-invalid={isInvalid}
      title={isInvalid ? t('viewer.timecodeInvalid') : t('viewer.timecodeHint')}
      spellCheck={false}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={(event) => restore(event.currentTarget)}
      onKeyDown={(event) => {
        const field = event.currentTarget
        if (event.key === 'Escape') {
          restore(field)
          field.blur()
        }
        if (event.key !== 'Enter') return
        const current = playhead.getState().frame + startFrame
        const frame = parsePosition(field.value, rate, current, display)
        setInvalid(frame === null)
        if (frame === null) return
        onGo(Math.max(0, frame - startFrame))
        field.blur()
      }}
    />
  )
}
