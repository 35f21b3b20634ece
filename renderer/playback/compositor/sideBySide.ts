/** Where takes that are compared side by side lie on the canvas. */

/** In fractions of the canvas, from its top left corner. */
export interface Cell {
  readonly x: number
  readonly y: number
  readonly size: number
}

/** Two beside each other in the middle; three and four in quarters, row by row. */
export const sideBySide = (count: number): readonly Cell[] =>
  Array.from({ length: count }, (_, i) => ({
    x: (i % 2) / 2,
    y: count > 2 ? Math.floor(i / 2) / 2 : 1 / 4,
    size: 1 / 2,
  }))
