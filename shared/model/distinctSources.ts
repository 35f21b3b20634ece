/** The footage and shots behind many clips, each once: of a long cut there are far fewer of them than clips. Pure. */
import type { Clip, Item } from './clip.ts'

export interface UsedSource {
  readonly source: Extract<Clip['source'], { kind: 'asset' | 'shot' }>
  /** How many of the clips have it. */
  readonly count: number
}

export function distinctSources(items: Iterable<Item>): readonly UsedSource[] {
  const found = new Map<string, { source: UsedSource['source']; count: number }>()
  for (const item of items) {
    if (item.kind !== 'clip') continue
    const { source } = item
    if (source.kind !== 'asset' && source.kind !== 'shot') continue
    const id = source.kind === 'asset' ? source.assetId : source.shotId
    const known = found.get(id)
    if (known) known.count++
    else found.set(id, { source, count: 1 })
  }
  return [...found.values()]
}
