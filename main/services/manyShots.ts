/** Several shots at once, for one price: one look over many clips is paid as a whole or not at all. */
import type { Output } from '../../shared/ipc/contract.ts'
import type { ItemId, JobId, ProjectId, ShotId } from '../../shared/model/ids.ts'
import type { Project } from '../../shared/model/project.ts'
import type { Shot } from '../../shared/model/shot.ts'
import type { Take } from '../../shared/model/take.ts'
import type { Store } from '../database/store.ts'
import type { EngineName } from '../engines/GenerationEngine.ts'
import type { Queue } from '../jobs/queue.ts'
import type { Money } from './money.ts'
import { type Entry, refuseOtherPrice, type ShotQuote, type Shots } from './shots.ts'

export interface ManyShotsPorts {
  readonly store: Pick<Store, 'transaction'>
  readonly queue: Pick<Queue, 'added'>
  readonly money: Pick<Money, 'admit' | 'standing'>
  readonly shots: Pick<Shots, 'entryOf' | 'quote' | 'quoteOf' | 'reuse'>
}

/** A shot that a clip would become, in a document that holds it. */
export interface PlannedShot {
  readonly itemId: ItemId
  readonly project: Project
  readonly shot: Shot
}

export type ManyShots = ReturnType<typeof createManyShots>

export function createManyShots({ store, queue, money, shots }: ManyShotsPorts) {
  return {
    /** What shots would cost one by one and together; what was made from exactly the same already costs nothing. */
    quote(
      projectId: ProjectId,
      planned: readonly PlannedShot[],
      engine: EngineName,
    ): Output<'shot:composeAll'> {
      const quotes = planned.map(({ itemId, project, shot }) => ({
        itemId,
        quote: shots.quoteOf(projectId, project, shot, engine),
      }))
      const amount = quotes.reduce((sum, { quote }) => sum + priceOf(quote, engine), 0)
      const standing = money.standing(projectId)
      const { left, confirmAbove } = standing
      return {
        quotes,
        amount,
        money: {
          ...standing,
          isOverCap: amount > 0 && left !== null && amount > left,
          asksFirst: confirmAbove !== null && amount > confirmAbove,
        },
      }
    },

    /**
     * Writes all jobs and reserves their money in one transaction: beyond the cap there is none of them. Takes of exactly the
     * same are given for nothing.
     * @param agreed what the person was shown for all of them, 1e-7 USD
     * @throws ServiceError `refused`, as for one shot
     */
    generate(
      projectId: ProjectId,
      shotIds: readonly ShotId[],
      engine: EngineName,
      agreed: number,
      isConfirmed: boolean,
    ): { readonly jobIds: JobId[]; readonly takes: Take[] } {
      const asked = shotIds.map((shotId) => ({
        shotId,
        quote: shots.quote(projectId, shotId, engine),
      }))
      const amount = asked.reduce((sum, { quote }) => sum + priceOf(quote, engine), 0)
      refuseOtherPrice(agreed, amount)
      const isThere = ({ quote }: (typeof asked)[number]): boolean => hasTake(quote, engine)
      const entries = asked
        .filter((each) => !isThere(each))
        .map(({ shotId }) => shots.entryOf(projectId, shotId, engine))
      const added = store.transaction(() => {
        money.admit(projectId, amount, isConfirmed)
        return entries.map(enter)
      })
      queue.added(added.flat())
      const takes = asked.filter(isThere).flatMap(({ shotId, quote: { same } }) => {
        const [from] = same
        return from ? [shots.reuse(projectId, shotId, from)] : []
      })
      return { jobIds: added.flatMap((ids) => ids.slice(-1)), takes }
    },
  }
}

/** What costs nothing is made anew. */
const hasTake = ({ same }: ShotQuote, engine: EngineName): boolean =>
  engine !== 'local' && same.length > 0

const priceOf = (quote: ShotQuote, engine: EngineName): number =>
  quote.isUnderWay || hasTake(quote, engine) ? 0 : (quote.quote?.amount ?? 0)

/** What is under way already is not paid again. */
function enter({ underWay, insert }: Entry): JobId[] {
  const job = underWay()
  return job === undefined ? insert() : [job]
}
