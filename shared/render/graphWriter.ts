/** Collects the chains of a filter graph, with the inputs and plates they read. */
import type { Asset } from '../model/asset.ts'
import type { Rational } from '../time/rational.ts'
import { optionValue } from './escape.ts'
import type { Plate, PlateFile, RawPlate } from './plates.ts'

export type GraphInput = MediaInput | PlateInput

export interface MediaInput {
  readonly kind: 'media'
  readonly asset: Asset
  /** Raw timestamp to seek to; undefined where the file is read from its beginning. */
  readonly seek: Rational | undefined
}

export interface PlateInput {
  readonly kind: 'plate'
  /** Its file's name. */
  readonly name: string
  readonly plate: RawPlate
  /** Frames per second at which it is read. */
  readonly rate: Rational
}

/** A stream of the graph. */
export type Label = string

export interface GraphWriter {
  /** Adds `[from…]filters[label]` and answers the label; without one given, a new one. */
  readonly chain: (
    from: readonly Label[],
    filters: readonly string[],
    label?: Label | readonly Label[],
  ) => Label
  /** The same stream twice. */
  readonly split: (from: Label) => readonly [Label, Label]
  /** Opens a file; the answer names its input. */
  readonly open: (input: MediaInput) => number
  /** A plate as a stream. */
  readonly plate: (plate: RawPlate, rate: Rational) => Label
  /** A plate that a filter reads; the answer is its path as that filter's option. */
  readonly file: (plate: Plate) => string
  /** A name that nothing else in the graph has, for commands. */
  readonly name: () => string
}

export interface Written {
  readonly inputs: GraphInput[]
  readonly plates: PlateFile[]
  readonly chains: string[]
  /** Names of all filters used. */
  readonly filters: Set<string>
}

/** `folder`: where plates will lie, with `/` between its parts. */
export function createGraphWriter(folder: string): { writer: GraphWriter; written: Written } {
  const written: Written = { inputs: [], plates: [], chains: [], filters: new Set() }
  let labels = 0
  let names = 0
  const fresh = (): Label => `n${labels++}`
  const keep = (plate: Plate): string => {
    const name = `${written.plates.length}.${plate.kind === 'cube' ? 'cube' : 'raw'}`
    written.plates.push({ name, plate })
    return name
  }
  const chain: GraphWriter['chain'] = (from, filters, label = fresh()) => {
    const ends = typeof label === 'string' ? [label] : label
    for (const filter of filters) written.filters.add(/^\w*/.exec(filter)?.[0] ?? '')
    const sources = from.map((each) => `[${each}]`).join('')
    written.chains.push(`${sources}${filters.join(',')}${ends.map((end) => `[${end}]`).join('')}`)
    return ends[0] ?? ''
  }
  const writer: GraphWriter = {
    chain,
    split: (from) => {
      const both = [fresh(), fresh()] as const
      chain([from], ['split'], both)
      return both
    },
    open: (input) => written.inputs.push(input) - 1,
    plate: (plate, rate) =>
      `${written.inputs.push({ kind: 'plate', name: keep(plate), plate, rate }) - 1}:0`,
    file: (plate) => optionValue(`${folder}/${keep(plate)}`),
    name: () => `c${names++}`,
  }
  return { writer, written }
}
