import { type RefObject, useLayoutEffect, useRef, useSyncExternalStore } from 'react'

const listen = (changed: () => void): (() => void) => {
  window.addEventListener('resize', changed)
  return () => window.removeEventListener('resize', changed)
}

/** Pixels of the screen for one of the page; other ones when the interface is enlarged. */
const useDensity = (): number => useSyncExternalStore(listen, () => window.devicePixelRatio)

/**
 * A canvas that is drawn anew whenever `draw` is another function, sharp on every display. Sizes are in CSS pixels.
 * Wrap `draw` in useCallback with what it reads.
 */
export function useCanvas(
  width: number,
  height: number,
  draw: (context: CanvasRenderingContext2D, width: number, height: number) => void,
): RefObject<HTMLCanvasElement | null> {
  const ref = useRef<HTMLCanvasElement>(null)
  const density = useDensity()
  useLayoutEffect(() => {
    const canvas = ref.current
    const context = canvas?.getContext('2d')
    if (!canvas || !context) return
    const [across, down] = [width, height].map((size) => Math.max(1, Math.ceil(size * density)))
    if (across === undefined || down === undefined) return
    // Setting a size, even the same one, gives the canvas new memory.
    if (canvas.width !== across) canvas.width = across
    if (canvas.height !== down) canvas.height = down
    // Of itself a canvas is as large as its pixels are many.
    canvas.style.width = `${across / density}px`
    canvas.style.height = `${down / density}px`
    context.setTransform(density, 0, 0, density, 0, 0)
    context.clearRect(0, 0, across / density, down / density)
    draw(context, width, height)
  }, [width, height, draw, density])
  return ref
}
