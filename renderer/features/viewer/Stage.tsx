/** The picture in its room: as large as fits, or zoomed about the pointer by the wheel and moved by the hand. */
import {
  type PointerEvent,
  type ReactNode,
  type RefObject,
  useLayoutEffect,
  useRef,
  useState,
  type WheelEvent,
} from 'react'
import { SafeAreas } from './SafeAreas.tsx'
import styles from './Viewer.module.css'
import { type MonitorName, setView, useViews, zoomBy } from './view.ts'

interface StageProps {
  readonly canvas: RefObject<HTMLCanvasElement | null>
  readonly label: string
  readonly width: number
  readonly height: number
  /** Whose view it has; absent: it always fits. */
  readonly monitor?: MonitorName
  /** Over the picture. */
  readonly children?: ReactNode
}

const MIDDLE_BUTTON = 1
/** Pixels of the wheel that double the picture. */
const DOUBLING = 400
const FITTED = { scale: null, x: 0.5, y: 0.5 }

export function Stage({ canvas, label, width, height, monitor, children }: StageProps) {
  const stage = useRef<HTMLDivElement>(null)
  const picture = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState({ width: 0, height: 0 })
  const view = useViews((state) => (monitor ? state[monitor] : FITTED))
  useLayoutEffect(() => {
    const element = stage.current
    if (!element) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setRoom({ width: entry.contentRect.width, height: entry.contentRect.height })
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const fit = Math.min(room.width / width, room.height / height)
  // At 100 % a pixel of the picture is one of the screen.
  const density = window.devicePixelRatio
  useLayoutEffect(() => {
    if (!monitor || fit === 0) return
    useViews.setState(({ fits }) => ({ fits: { ...fits, [monitor]: fit * density } }))
  }, [monitor, fit, density])

  const scale = view.scale === null ? fit : view.scale / density
  const size = { width: width * scale, height: height * scale }
  const isLarger = size.width > room.width + 1 || size.height > room.height + 1
  const left = room.width / 2 - view.x * size.width
  const top = room.height / 2 - view.y * size.height

  const zoom = (event: WheelEvent): void => {
    const box = picture.current?.getBoundingClientRect()
    if (!monitor || !box || event.deltaY === 0) return
    zoomBy(2 ** (-event.deltaY / DOUBLING), monitor, {
      x: (event.clientX - box.left) / box.width,
      y: (event.clientY - box.top) / box.height,
    })
  }
  const grab = (event: PointerEvent<HTMLDivElement>): void => {
    const isHand =
      event.button === MIDDLE_BUTTON ||
      (event.button === 0 && isLarger && event.target instanceof HTMLCanvasElement)
    if (!monitor || view.scale === null || !isHand) return
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
  }
  const move = (event: PointerEvent<HTMLDivElement>): void => {
    if (!monitor || !event.currentTarget.hasPointerCapture(event.pointerId)) return
    const now = useViews.getState()[monitor]
    setView(monitor, {
      ...now,
      x: now.x - event.movementX / size.width,
      y: now.y - event.movementY / size.height,
    })
  }
  return (
    <div
      ref={stage}
      className={styles.stage}
      data-hand={isLarger && view.scale !== null}
      onWheel={zoom}
      onPointerDown={grab}
      onPointerMove={move}
    >
      <div ref={picture} className={styles.picture} style={{ ...size, left, top }}>
        <canvas ref={canvas} role="img" aria-label={label} width={width} height={height} />
        {monitor && <SafeAreas />}
        {children}
      </div>
    </div>
  )
}
