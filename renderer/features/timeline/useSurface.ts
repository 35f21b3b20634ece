/** Connects the rows' scrolling element with pointer, wheel and drops; none of them can be passive or go through React. */
import { type RefObject, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { timelineEnd } from '../../../shared/model/select.ts'
import { activeTimeline, useDocument } from '../../store/document.ts'
import { formatChord } from '../../store/keymap.ts'
import { isMac } from '../../store/platform.ts'
import { useSession } from '../../store/session.ts'
import { beginGesture, pointerAt } from '../../ui/pointer.ts'
import { onDragOver, onDrop } from './dropAssets.ts'
import { onEffectLeave } from './dropEffects.ts'
import { clearFeedback, showFeedback } from './gestures/feedback.ts'
import { gestureFor, razorPosition } from './gestures/press.ts'
import { thingUnder } from './gestures/thingUnder.ts'
import type { Row } from './rows.ts'
import { HEADER_WIDTH, type Surface } from './surface.ts'
import { onWheel, pan } from './wheel.ts'
import { framesToFit, inWidth } from './zoom.ts'

/** Lines are drawn: the stylesheet is told when the hand is on one. */
function tellCursor(surface: Surface, { clientX, clientY }: PointerEvent): void {
  const over = thingUnder(surface, { x: clientX, y: clientY })?.kind
  const { dataset } = surface.host
  if (over === 'line') dataset.over = over
  else delete dataset.over
}

function listen(surface: Surface, texts: Parameters<typeof onDragOver>[2]): () => void {
  const { host } = surface
  const listening = new AbortController()
  const { signal } = listening
  host.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button === 1) {
        event.preventDefault()
        pan(surface, event)
      }
      if (event.button !== 0) return
      const gesture = gestureFor(surface, event)
      if (gesture) beginGesture(host, event, gesture)
    },
    { signal },
  )
  host.addEventListener(
    'pointermove',
    (event) => {
      if (event.buttons !== 0) return
      if (useSession.getState().tool === 'razor') {
        showFeedback({ guide: razorPosition(surface, pointerAt(event)) })
      } else tellCursor(surface, event)
    },
    { signal },
  )
  host.addEventListener(
    'pointerleave',
    () => {
      if (useSession.getState().tool === 'razor') clearFeedback()
    },
    { signal },
  )
  host.addEventListener('wheel', (event) => onWheel(surface, event), { signal, passive: false })
  host.addEventListener('dragover', (event) => onDragOver(surface, event, texts), { signal })
  host.addEventListener(
    'dragleave',
    (event) => {
      if (!(event.relatedTarget instanceof Node) || !host.contains(event.relatedTarget)) {
        onEffectLeave()
      }
    },
    { signal },
  )
  host.addEventListener('drop', (event) => onDrop(surface, event), { signal })
  // Esc, or a place that takes nothing: nobody need have told the rows that it left them.
  document.addEventListener(
    'dragend',
    ({ dataTransfer }) => {
      if (dataTransfer?.dropEffect === 'none') onEffectLeave()
    },
    { signal },
  )
  const measure = (): void => {
    const { project } = useDocument.getState()
    const { tracksWidth: before, framesPerPixel, scrollFrame } = useSession.getState()
    const tracksWidth = Math.max(1, host.clientWidth - HEADER_WIDTH)
    if (!project || tracksWidth === before) {
      useSession.setState({ tracksWidth })
      return
    }
    const timeline = activeTimeline(project)
    const frames = framesToFit(timelineEnd(project, timeline), timeline.rate)
    const view = inWidth({ framesPerPixel, scrollFrame }, frames, before, tracksWidth)
    useSession.setState({ tracksWidth, ...view })
  }
  // Once at first hand: what fits the window on opening needs its width before the observer speaks.
  measure()
  const size = new ResizeObserver(measure)
  size.observe(host)
  return () => {
    listening.abort()
    size.disconnect()
  }
}

/** `rows` may change at any time; gestures read the latest. */
export function useSurface(rows: readonly Row[]): RefObject<HTMLDivElement | null> {
  const { t } = useTranslation()
  const host = useRef<HTMLDivElement>(null)
  const latest = useRef(rows)
  useEffect(() => {
    latest.current = rows
  }, [rows])
  const texts = useMemo(
    () => ({
      overwrite: t('timeline.drop.overwrite', { key: formatChord('Mod', isMac) }),
      insert: t('timeline.drop.insert'),
    }),
    [t],
  )
  useEffect(
    () =>
      host.current ? listen({ host: host.current, rows: () => latest.current }, texts) : undefined,
    [texts],
  )
  return host
}
