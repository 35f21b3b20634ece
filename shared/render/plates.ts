/**
 * Files that a filter graph reads beside the media: pictures and tables made by our own code, described as data. They
 * are written before ffmpeg runs and removed after it.
 */
import { COLOR_TABLE_SIZE, type ColorEffect } from './colorTable.ts'
import type { Words } from './drawTitle.ts'

export type Plate = RawPlate | CubePlate

/** Raw frames, read as an input. */
export type RawPlate = WordsPlate | VignettePlate | WipePlate | TablePlate

/** Straight red, green, blue and alpha, 8 bits each: one frame. */
export interface WordsPlate {
  readonly kind: 'words'
  readonly width: number
  readonly height: number
  readonly words: Words
}

/** What a picture is multiplied by, `1 - |amount| * f` of docs/painting.md, grey, 8 bits. */
export interface VignettePlate {
  readonly kind: 'vignette'
  readonly width: number
  readonly height: number
  readonly steps: readonly {
    /** 0..1 */
    readonly amount: number
    readonly size: number
    readonly softness: number
  }[]
}

/** How much of the incoming picture shows, grey, 8 bits. */
export interface WipePlate {
  readonly kind: 'wipe'
  readonly width: number
  readonly height: number
  readonly angle: number
  readonly softness: number
  /** The progress on each frame. */
  readonly steps: readonly number[]
}

/** Hald images of what the effects make of every colour, red, green and blue, 16 bits each. */
export interface TablePlate {
  readonly kind: 'table'
  readonly output: TableOutput
  readonly steps: readonly (readonly ColorEffect[])[]
}

/** A .cube file, read by a filter. */
export interface CubePlate {
  readonly kind: 'cube'
  readonly output: TableOutput
  readonly effects: readonly ColorEffect[]
}

/** The changed colour, or its alpha as a grey. */
export type TableOutput = 'color' | 'alpha'

export interface PlateFile {
  /** Its name in the folder of plates. */
  readonly name: string
  readonly plate: Plate
}

export interface RawFormat {
  /** ffmpeg's name of the pixel format. */
  readonly format: 'rgba' | 'gray' | 'rgb48le'
  readonly bytesPerPixel: number
  readonly width: number
  readonly height: number
  readonly frames: number
}

export function rawFormat(plate: RawPlate): RawFormat {
  if (plate.kind === 'table') {
    // 36³ colours as a square.
    const side = COLOR_TABLE_SIZE ** 1.5
    const frames = plate.steps.length
    return { format: 'rgb48le', bytesPerPixel: 6, width: side, height: side, frames }
  }
  const { width, height } = plate
  return plate.kind === 'words'
    ? { format: 'rgba', bytesPerPixel: 4, width, height, frames: 1 }
    : { format: 'gray', bytesPerPixel: 1, width, height, frames: plate.steps.length }
}

/** What it takes on disk; a .cube file is not worth counting. */
export function plateBytes(plate: Plate): number {
  if (plate.kind === 'cube') return 0
  const { bytesPerPixel, width, height, frames } = rawFormat(plate)
  return bytesPerPixel * width * height * frames
}
