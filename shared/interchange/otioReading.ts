/** What reading an OTIO file needs from outside, and what it gathers. */
import type { Asset } from '../model/asset.ts'
import type { Item } from '../model/clip.ts'
import type { MakeId } from '../model/ids.ts'
import type { Marker } from '../model/timeline.ts'
import type { Rational } from '../time/rational.ts'
import type { JsonObject, OtioStray } from './otio.ts'

export interface OtioPorts {
  /** The asset behind a media URL; undefined when it is not there. */
  readonly assetFor: (url: string) => Asset | undefined
  readonly makeId: MakeId
  /** Wins over what the file says or implies. */
  readonly format?: { readonly rate?: Rational; readonly width?: number; readonly height?: number }
}

/** What is gathered while the tree is walked. */
export interface Reading {
  readonly ports: OtioPorts
  readonly rate: Rational
  readonly notes: string[]
  readonly originals: Record<string, JsonObject>
  readonly strays: OtioStray[]
  readonly items: Record<string, Item>
  readonly assets: Record<string, Asset>
  readonly markers: Record<string, Marker>
}
