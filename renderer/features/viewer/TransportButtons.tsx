/** Play, and steps to both sides. They act on the monitor that is open. */
import { Pause, Play, SkipBack, SkipForward, StepBack, StepForward, VolumeX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { isHeard } from '../../playback/audio.ts'
import { step, toEnd, toggle, toStart } from '../../playback/transport.ts'
import type { PlayheadState } from '../../store/playhead.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './Viewer.module.css'

const ICON = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const

export function TransportButtons({ playhead }: { readonly playhead: StoreApi<PlayheadState> }) {
  const { t } = useTranslation()
  const speed = useStore(playhead, (state) => state.speed)
  const buttons = [
    { name: 'toStart', Icon: SkipBack, run: toStart },
    { name: 'back', Icon: StepBack, run: () => step(-1) },
    { name: speed === 0 ? 'play' : 'pause', Icon: speed === 0 ? Play : Pause, run: toggle },
    { name: 'forward', Icon: StepForward, run: () => step(1) },
    { name: 'toEnd', Icon: SkipForward, run: toEnd },
  ] as const
  return (
    <fieldset className={styles.buttons} aria-label={t('viewer.transport')}>
      {buttons.map(({ name, Icon, run }, index) => (
        <Button
          // The middle button changes its name, not its place.
          key={buttons[index] === buttons[2] ? 'play' : name}
          className={index === 2 ? styles.play : styles.step}
          aria-label={t(`viewer.${name}`)}
          title={t(`viewer.${name}`)}
          onClick={run}
        >
          <Icon {...ICON} />
        </Button>
      ))}
      <Speed speed={speed} />
    </fieldset>
  )
}

/** How fast it runs where that is not as it was shot, and whether that can be heard. */
function Speed({ speed }: { readonly speed: number }) {
  const { t } = useTranslation()
  if (speed === 0 || speed === 1) return <span className={styles.speed} />
  const isSilent = !isHeard(speed)
  return (
    <span className={styles.speed} title={isSilent ? t('viewer.silent') : undefined}>
      {t('viewer.speed', { speed })}
      {isSilent && <VolumeX size={12} strokeWidth={1.5} aria-label={t('viewer.silent')} />}
    </span>
  )
}
