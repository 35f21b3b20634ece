/** How the monitor shows: size of the picture, quality, loop, safe areas, full screen. Each is an action as well. */
import { Frame, Maximize, Repeat } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { percent } from '../../i18n/numbers.ts'
import { QUALITIES, type Quality, setPreference, usePreferences } from '../../store/preferences.ts'
import { useSession } from '../../store/session.ts'
import { IconButton } from '../../ui/Button.tsx'
import { toggleFullScreen } from './fullScreen.ts'
import styles from './Viewer.module.css'
import { type MonitorName, useViews, zoomTo } from './view.ts'

const SCALES = [0.25, 0.5, 1, 2, 4] as const
const ICON = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const

/** A view that the wheel made is one more choice of the list. */
export function ViewSelects({ monitor }: { readonly monitor: MonitorName }) {
  const { t } = useTranslation()
  const scale = useViews((state) => state[monitor].scale)
  const quality = usePreferences((state) => state.quality)
  const scales =
    scale === null || SCALES.some((known) => known === scale) ? SCALES : [...SCALES, scale]
  return (
    <>
      <select
        className={styles.choice}
        aria-label={t('viewer.zoom')}
        title={t('viewer.zoom')}
        value={scale ?? 'fit'}
        onChange={({ target }) =>
          zoomTo(target.value === 'fit' ? null : Number(target.value), monitor)
        }
      >
        <option value="fit">{t('viewer.fit')}</option>
        {[...scales]
          .sort((a, b) => a - b)
          .map((one) => (
            <option key={one} value={one}>
              {percent(one)}
            </option>
          ))}
      </select>
      <select
        className={styles.choice}
        aria-label={t('viewer.quality.label')}
        title={t(`viewer.quality.${quality}Hint`)}
        value={quality}
        onChange={({ target }) => void setPreference('quality', target.value as Quality)}
      >
        {QUALITIES.map((one) => (
          <option key={one} value={one}>
            {t(`viewer.quality.${one}`)}
          </option>
        ))}
      </select>
    </>
  )
}

export function ViewToggles() {
  const { t } = useTranslation()
  const loops = useSession((state) => state.loops)
  const safeAreas = usePreferences((state) => state.safeAreas)
  return (
    <>
      <IconButton
        label={t('viewer.loop')}
        isOn={loops}
        icon={<Repeat {...ICON} />}
        onClick={() => useSession.setState({ loops: !loops })}
      />
      <IconButton
        label={t('viewer.safeAreas')}
        isOn={safeAreas}
        icon={<Frame {...ICON} />}
        onClick={() => void setPreference('safeAreas', !safeAreas)}
      />
      <IconButton
        label={t('viewer.fullScreen')}
        icon={<Maximize {...ICON} />}
        onClick={() => void toggleFullScreen()}
      />
    </>
  )
}
