/** The order of the library. Pure. */
import type { Asset } from '../../../shared/model/asset.ts'
import type { AssetId } from '../../../shared/model/ids.ts'
import { compare } from '../../../shared/time/rational.ts'
import type { SortBy } from '../../store/preferences.ts'

export interface Order {
  readonly by: SortBy
  readonly isDescending: boolean
}

export const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name.localeCompare(b.name, undefined, { numeric: true })

const pixels = ({ info }: Asset): number =>
  (info.video[0]?.width ?? 0) * (info.video[0]?.height ?? 0)

/** Equals stand by name, whichever way the rest goes. */
export function sortAssets(
  assets: readonly Asset[],
  { by, isDescending }: Order,
  uses: ReadonlyMap<AssetId, number>,
): Asset[] {
  const orders: Readonly<Record<SortBy, (a: Asset, b: Asset) => number>> = {
    name: byName,
    kind: (a, b) => a.info.kind.localeCompare(b.info.kind),
    length: (a, b) => compare(a.info.duration, b.info.duration),
    size: (a, b) => pixels(a) - pixels(b),
    uses: (a, b) => (uses.get(a.id) ?? 0) - (uses.get(b.id) ?? 0),
  }
  const sign = isDescending ? -1 : 1
  return [...assets].sort((a, b) => sign * orders[by](a, b) || byName(a, b))
}

/** Assets whose name, codecs or credit hold every word, wherever it stands. */
export function searchAssets(assets: readonly Asset[], search: string): Asset[] {
  const words = search.trim().toLocaleLowerCase().split(/\s+/)
  return assets.filter(({ name, credit, info }) => {
    const codecs = [...info.video, ...info.audio].map(({ codec }) => codec)
    const text = [name, credit ?? '', info.kind, ...codecs].join(' ').toLocaleLowerCase()
    return words.every((word) => text.includes(word))
  })
}
