/** The line of a wipe, dragged across the picture or moved by arrow keys. */
import { useRef } from 'react'
import { create } from 'zustand'
import { useSession } from '../../store/session.ts'
import styles from './Viewer.module.css'

/** Where the wipe divides, 0..1 of the picture's width. */
export const useWipe = create<{ readonly at: number }>(() => ({ at: 0.5 }))

function moveTo(at: number): void {
  useWipe.setState({ at: Math.min(1, Math.max(0, at)) })
  // The monitor listens to the session: an equal trial that is another object asks it to draw again.
  const { audition } = useSession.getState()
  if (audition) useSession.setState({ audition: { ...audition } })
}

const STEP = 0.01

export function WipeHandle({ label }: { readonly label: string }) {
  const handle = useRef<HTMLDivElement>(null)
  const at = useWipe((state) => state.at)
  const follow = (clientX: number): void => {
    const picture = handle.current?.parentElement?.getBoundingClientRect()
    if (picture) moveTo((clientX - picture.left) / picture.width)
  }
  return (
    <div
      ref={handle}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(at * 100)}
      className={styles.wipe}
      style={{ left: `${at * 100}%` }}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) follow(event.clientX)
      }}
      onKeyDown={(event) => {
        const by = event.key === 'ArrowLeft' ? -STEP : event.key === 'ArrowRight' ? STEP : 0
        if (by === 0) return
        event.preventDefault()
        event.stopPropagation()
        moveTo(at + by)
      }}
    />
  )
}
