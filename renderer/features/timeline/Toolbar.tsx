/** Tools and switches above the tracks. */
import {
  ChevronsLeftRight,
  GalleryHorizontal,
  Gauge,
  Link2,
  type LucideIcon,
  Magnet,
  MousePointer2,
  MoveHorizontal,
  Scissors,
  UnfoldHorizontal,
} from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Rational } from '../../../shared/time/rational.ts'
import { number } from '../../i18n/numbers.ts'
import { withKey } from '../../store/keymap.ts'
import { type Tool, useSession } from '../../store/session.ts'
import styles from './Timeline.module.css'
import { tickSpacing } from './ticks.ts'

const TOOLS: readonly {
  readonly tool: Tool
  readonly Icon: LucideIcon
}[] = [
  { tool: 'select', Icon: MousePointer2 },
  { tool: 'razor', Icon: Scissors },
  { tool: 'ripple', Icon: UnfoldHorizontal },
  { tool: 'roll', Icon: ChevronsLeftRight },
  { tool: 'slip', Icon: MoveHorizontal },
  { tool: 'slide', Icon: GalleryHorizontal },
  { tool: 'rate', Icon: Gauge },
]

/** At zoom 1.0 a frame is this wide. */
const PIXELS_PER_FRAME_AT_ONE = 5

/** As many as tell two zooms apart. */
const digitsOf = (zoom: number): { readonly least: number; readonly most: number } => {
  const digits = zoom < 0.01 ? 4 : zoom < 0.1 ? 2 : 1
  return { least: digits, most: digits }
}

export const Toolbar = memo(function Toolbar({ rate }: { readonly rate: Rational }) {
  const { t } = useTranslation()
  const active = useSession((state) => state.tool)
  const snapping = useSession((state) => state.snapping)
  const linked = useSession((state) => state.linked)
  return (
    <div className={styles.toolbar} role="toolbar" aria-label={t('timeline.tools')}>
      {TOOLS.map(({ tool, Icon }) => (
        <button
          key={tool}
          type="button"
          className={styles.tool}
          aria-pressed={active === tool}
          aria-label={t(`timeline.tool.${tool}`)}
          title={withKey(t(`timeline.tool.${tool}`), `tool.${tool}`)}
          onClick={() => useSession.setState({ tool })}
        >
          <Icon size={16} strokeWidth={1.5} aria-hidden="true" />
        </button>
      ))}
      <span className={styles.separator} />
      <button
        type="button"
        className={styles.tool}
        aria-pressed={snapping}
        title={withKey(t('timeline.snap'), 'snap.toggle')}
        onClick={() => useSession.setState({ snapping: !snapping })}
      >
        <Magnet size={16} strokeWidth={1.5} aria-hidden="true" />
        {t('timeline.snap')}
      </button>
      <button
        type="button"
        className={styles.tool}
        aria-pressed={linked}
        title={t('timeline.linkedHint')}
        onClick={() => useSession.setState({ linked: !linked })}
      >
        <Link2 size={16} strokeWidth={1.5} aria-hidden="true" />
        {t('timeline.linked')}
      </button>
      <span className={styles.spring} />
      <Zoom rate={rate} />
    </div>
  )
})

/** By itself: it changes with each turn of the wheel, and nothing beside it does. */
function Zoom({ rate }: { readonly rate: Rational }) {
  const { t } = useTranslation()
  const framesPerPixel = useSession((state) => state.framesPerPixel)
  const zoom = 1 / framesPerPixel / PIXELS_PER_FRAME_AT_ONE
  const { minor } = tickSpacing(framesPerPixel, rate)
  return (
    <span className={styles.dim}>
      {t('timeline.zoom', { zoom: number(zoom, digitsOf(zoom)), count: minor })}
    </span>
  )
}
