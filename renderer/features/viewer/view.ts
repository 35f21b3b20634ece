/** How large the picture is in its monitor, and which part of it is seen. */
import { create } from 'zustand'
import { useSession } from '../../store/session.ts'

export interface View {
  /** Pixels of the screen for one of the picture; null: as large as fits. */
  readonly scale: number | null
  /** The point of the picture in the middle of the monitor, 0..1 of its width and height. */
  readonly x: number
  readonly y: number
}

export type MonitorName = 'program' | 'source'

interface Views {
  readonly program: View
  readonly source: View
  /** The scale at which each fits, as its stage last measured. */
  readonly fits: Readonly<Record<MonitorName, number>>
}

const FIT: View = { scale: null, x: 0.5, y: 0.5 }
export const useViews = create<Views>(() => ({
  program: FIT,
  source: FIT,
  fits: { program: 1, source: 1 },
}))

export const ZOOM_STEP = 1.25
const LIMITS = { least: 0.05, most: 16 } as const

export const monitorInUse = (): MonitorName =>
  useSession.getState().source === null ? 'program' : 'source'

const within = (value: number): number => Math.min(1, Math.max(0, value))

export function setView(monitor: MonitorName, { scale, x, y }: View): void {
  const view =
    scale === null
      ? FIT
      : {
          scale: Math.min(LIMITS.most, Math.max(LIMITS.least, scale)),
          ...{ x: within(x), y: within(y) },
        }
  useViews.setState({ [monitor]: view } as Pick<Views, MonitorName>)
}

/** @param scale null: fit */
export function zoomTo(scale: number | null, monitor: MonitorName = monitorInUse()): void {
  setView(monitor, { ...useViews.getState()[monitor], scale })
}

/** @param about the point of the picture, 0..1, that stays where it is; absent: the middle of the monitor */
export function zoomBy(
  factor: number,
  monitor: MonitorName = monitorInUse(),
  about?: { readonly x: number; readonly y: number },
): void {
  const { [monitor]: view, fits } = useViews.getState()
  const before = view.scale ?? fits[monitor]
  const scale = Math.min(LIMITS.most, Math.max(LIMITS.least, before * factor))
  const kept = before / scale
  const point = about ?? view
  setView(monitor, {
    scale,
    x: point.x + (view.x - point.x) * kept,
    y: point.y + (view.y - point.y) * kept,
  })
}
