/** How a clip comes in and goes out, with a handle at each upper corner. */
import type { Clip } from '../../../../shared/model/clip.ts'
import styles from '../Timeline.module.css'

interface ClipFadesProps {
  readonly clip: Clip
  /** Pixels from the left of what is drawn of the clip to its start; negative where that is out of sight. */
  readonly clipLeft: number
  readonly framesPerPixel: number
  /** Pixels of what is drawn. */
  readonly width: number
  readonly height: number
  readonly hasHandles: boolean
}

export function ClipFades({
  clip,
  clipLeft,
  framesPerPixel,
  width,
  height,
  hasHandles,
}: ClipFadesProps) {
  const { id, duration, fadeIn = 0, fadeOut = 0 } = clip
  const right = clipLeft + duration / framesPerPixel
  const inEnd = clipLeft + fadeIn / framesPerPixel
  const outStart = right - fadeOut / framesPerPixel
  const isSeen = (x: number): boolean => x >= -8 && x <= width + 8
  return (
    <>
      {fadeIn + fadeOut > 0 && (
        <svg className={styles.fades} width={width} height={height} aria-hidden="true">
          {fadeIn > 0 && <path d={`M${clipLeft} ${height} L${inEnd} 0 L${clipLeft} 0 Z`} />}
          {fadeOut > 0 && <path d={`M${right} ${height} L${outStart} 0 L${right} 0 Z`} />}
        </svg>
      )}
      {hasHandles && isSeen(inEnd) && (
        <div className={styles.fadeHandle} data-fade="in" data-item={id} style={{ left: inEnd }} />
      )}
      {hasHandles && isSeen(outStart) && (
        <div
          className={styles.fadeHandle}
          data-fade="out"
          data-item={id}
          style={{ left: outStart }}
        />
      )}
    </>
  )
}
