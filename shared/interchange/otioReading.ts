/** What reading an OTIO file needs from outside, and what it gathers. */
import type { Asset } from '../model/asset.ts'
import type { Item } from '../model/clip.ts'
import type { MakeId, TimelineId } from '../model/ids.ts'
import type { Marker, Timeline } from '../model/timeline.ts'
import type { Track } from '../model/track.ts'
import type { Transition } from '../model/transition.ts'
import type { Rational } from '../time/rational.ts'
import type { Said } from '../words/Said.ts'
import type { JsonObject, OtioStray } from './otio.ts'

export interface OtioPorts {
  /** The asset behind a media URL; undefined when it is not there. */
  readonly assetFor: (url: string) => Asset | undefined
  readonly makeId: MakeId
  /** Names for what the file leaves without one, in the language of whoever reads it. */
  readonly words: (said: Said) => string
  /** Wins over what the file says or implies. */
  readonly format?: { readonly rate?: Rational; readonly width?: number; readonly height?: number }
}

/** What is gathered while the tree is walked. */
export interface Reading {
  readonly ports: OtioPorts
  readonly rate: Rational
  readonly notes: Said[]
  readonly originals: Record<string, JsonObject>
  readonly strays: OtioStray[]
  readonly items: Record<string, Item>
  readonly assets: Record<string, Asset>
  readonly markers: Record<string, Marker>
  readonly tracks: Track[]
  /** As the file has them, whether or not they can be. */
  readonly transitions: Transition[]
  /** Nested ones, finished inner ones first; a size of 0 is that of the outermost. */
  readonly timelines: Timeline[]
  /** By the id that the file gives them. */
  readonly nested: Map<string, TimelineId>
}
