/** Moves the level meters while there is sound, and until the last bar has fallen. */
import {
  decibels,
  isSilent,
  type MeterLevel,
  moved,
  QUIETEST,
  SILENT,
} from '../../playback/soundLevels.ts'
import { soundOutput, useSounding } from '../../playback/soundOutput.ts'
import { drawMeters, drawScale, metersInk } from './metersPicture.ts'

export interface MeterParts {
  readonly bars: HTMLCanvasElement
  /** Numbers beside the bars. */
  readonly scale: HTMLCanvasElement
  /** Those that are read out, left and right. */
  readonly sides: readonly [HTMLMeterElement, HTMLMeterElement]
  /** Shows the highest level; pressed it is forgotten. */
  readonly forget: HTMLButtonElement
}

/** Levels in decibels of full scale; {@link QUIETEST} and below is silence. */
export interface MeterWords {
  readonly level: (held: number, highest: number) => string
  readonly highest: (highest: number, isCut: boolean) => string
  readonly short: (highest: number) => string
}

/** Milliseconds between two changes of what is read out: more often nobody can read it. */
const READ_OUT = 200
/** The same of the bars: as often as film changes its picture, and every second picture of the window is left free of them. */
const BARS = 30

interface Side {
  readonly level: MeterLevel
  /** Since somebody forgot it. */
  readonly highest: number
}
const QUIET: Side = { level: SILENT, highest: Number.NEGATIVE_INFINITY }

/** More than full scale is cut off by the card, and in every export of whole numbers. */
const isCut = ({ highest }: Side): boolean => highest > 0

/** Answers the function that ends it. */
export function followLevels(
  { bars, scale, sides, forget }: MeterParts,
  words: MeterWords,
): () => void {
  const ink = metersInk(bars)
  let levels: readonly [Side, Side] = [QUIET, QUIET]
  let next: number | null = null
  let before = 0
  let read = 0

  const draw = (): void => {
    const [left, right] = levels
    drawMeters(
      bars,
      [
        { ...left.level, isCut: isCut(left) },
        { ...right.level, isCut: isCut(right) },
      ],
      ink,
    )
  }
  const readOut = (): void => {
    for (const [at, { level, highest }] of levels.entries()) {
      const element = sides[at]
      if (!element) continue
      element.value = Math.round(level.held * 10) / 10
      element.setAttribute('aria-valuetext', words.level(level.held, highest))
    }
    const highest = Math.max(levels[0].highest, levels[1].highest)
    const text = words.highest(highest, levels.some(isCut))
    forget.setAttribute('aria-label', text)
    forget.title = text
    forget.textContent = words.short(highest)
    forget.dataset.cut = String(levels.some(isCut))
  }
  const show = (): void => {
    draw()
    readOut()
  }

  const move = (now: number): void => {
    next = requestAnimationFrame(move)
    if (now - before < BARS) return
    const seconds = Math.max(0, now - before) / 1000
    before = now
    const peaks = soundOutput().peaks()
    const after = ({ level, highest }: Side, factor: number): Side => {
      const peak = decibels(factor)
      return {
        level: moved(level, peak, seconds),
        highest: peak > QUIETEST ? Math.max(highest, peak) : highest,
      }
    }
    levels = [after(levels[0], peaks[0]), after(levels[1], peaks[1])]
    const isStill =
      useSounding.getState().runs === 0 && levels.every(({ level }) => isSilent(level))
    draw()
    if (isStill || now - read > READ_OUT) {
      read = now
      readOut()
    }
    if (!isStill) return
    cancelAnimationFrame(next)
    next = null
  }
  const begin = (): void => {
    if (next !== null || useSounding.getState().runs === 0) return
    before = performance.now()
    next = requestAnimationFrame(move)
  }
  const clear = (): void => {
    levels = [
      { ...levels[0], highest: QUIET.highest },
      { ...levels[1], highest: QUIET.highest },
    ]
    show()
  }

  const resize = (): void => {
    drawScale(scale, ink)
    draw()
  }

  show()
  forget.addEventListener('click', clear)
  const sized = new ResizeObserver(resize)
  sized.observe(bars)
  const stop = useSounding.subscribe(begin)
  begin()
  return () => {
    stop()
    sized.disconnect()
    forget.removeEventListener('click', clear)
    if (next !== null) cancelAnimationFrame(next)
  }
}
