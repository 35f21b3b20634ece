/** The treegrid's parts. Tables cannot be laid out along time, so that roles stand where elements cannot. */
import type { HTMLAttributes } from 'react'

type Part = HTMLAttributes<HTMLDivElement> & { readonly [data: `data-${string}`]: unknown }

export const GridRow = (props: Part) => (
  // biome-ignore lint/a11y/useSemanticElements: see above
  <div role="row" tabIndex={-1} {...props} />
)

export const RowHeader = (props: Part) => (
  // biome-ignore lint/a11y/useSemanticElements: see above
  <div role="rowheader" tabIndex={-1} {...props} />
)

export const GridCell = (props: Part) => (
  // biome-ignore lint/a11y/useSemanticElements: see above
  <div role="gridcell" tabIndex={-1} {...props} />
)
