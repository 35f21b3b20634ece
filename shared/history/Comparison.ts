/** What is different in one revision of a project, seen from another. */

import type { ShotId } from '../model/ids.ts'
import type { Table } from '../model/project.ts'
import type { Said } from '../words/Said.ts'
import type { ClipChange } from './clipChanges.ts'

export interface ShotChange {
  readonly shotId: ShotId
  readonly name: string
  readonly kind: 'added' | 'removed' | 'changed'
  /** Fields that differ, the take apart; empty unless changed. */
  readonly fields: readonly string[]
}

export interface PinChange {
  readonly shotId: ShotId
  /** The shot's. */
  readonly name: string
  readonly kind: 'added' | 'removed' | 'moved' | 'replaced'
  readonly index: number
  /** Where a moved one was. */
  readonly from?: number
}

export interface TakeChange {
  readonly shotId: ShotId
  /** The shot's. */
  readonly name: string
  /** Numbers of the takes in the cut; null: none. */
  readonly from: number | null
  readonly to: number | null
}

/** Tables that are compared by the number of their records only. */
export type CountedTable = Exclude<Table, 'items' | 'shots' | 'pins' | 'takes'>

export interface TableChange {
  readonly table: CountedTable
  readonly added: number
  readonly removed: number
  readonly changed: number
}

export interface ComparisonData {
  readonly clips: readonly ClipChange[]
  readonly shots: readonly ShotChange[]
  readonly pins: readonly PinChange[]
  readonly takes: readonly TakeChange[]
  /** Settled cost of all takes that the documents hold, in 1e-7 USD. */
  readonly cost: { readonly before: number; readonly after: number; readonly difference: number }
  readonly others: readonly TableChange[]
}

export interface Comparison {
  /** One for each thing that a person would tell; none when the documents say the same. */
  readonly sentences: readonly Said[]
  readonly data: ComparisonData
}
