/** The picture, as large as fits. */
import { type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import styles from './Viewer.module.css'

interface StageProps {
  readonly canvas: RefObject<HTMLCanvasElement | null>
  readonly label: string
  readonly width: number
  readonly height: number
  /** Over the picture. */
  readonly children?: ReactNode
}

export function Stage({ canvas, label, width, height, children }: StageProps) {
  const stage = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState({ width: 0, height: 0 })
  useLayoutEffect(() => {
    const element = stage.current
    if (!element) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setRoom({ width: entry.contentRect.width, height: entry.contentRect.height })
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const scale = Math.min(room.width / width, room.height / height)
  return (
    <div ref={stage} className={styles.stage}>
      <div className={styles.picture} style={{ width: width * scale, height: height * scale }}>
        <canvas ref={canvas} role="img" aria-label={label} width={width} height={height} />
        {children}
      </div>
    </div>
  )
}
