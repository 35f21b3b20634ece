import { type RefObject, useLayoutEffect, useRef } from 'react'

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
  useLayoutEffect(() => {
    const canvas = ref.current
    const context = canvas?.getContext('2d')
    if (!canvas || !context) return
    const ratio = window.devicePixelRatio
    const [across, down] = [width, height].map((size) => Math.max(1, Math.round(size * ratio)))
    // Setting a size, even the same one, gives the canvas new memory.
    if (across !== undefined && canvas.width !== across) canvas.width = across
    if (down !== undefined && canvas.height !== down) canvas.height = down
    context.setTransform(ratio, 0, 0, ratio, 0, 0)
    context.clearRect(0, 0, width, height)
    draw(context, width, height)
  }, [width, height, draw])
  return ref
}
