import type { TakeSpan } from '../../../shared/model/take.ts'
import type { Store } from '../../database/store.ts'
import { type SpanSource, spanOutcomeSchema } from '../payloads.ts'

/** The finished result of a span. @throws Error where its job is not done: the queue lets nothing begin before. */
export function readSpan({ jobs }: Pick<Store, 'jobs'>, source: SpanSource): TakeSpan {
  if (source.kind === 'kept') return source.span
  const row = jobs.find(source.jobId)
  if (row?.state.status !== 'done') throw new Error(`The job ${source.jobId} left no span`)
  return spanOutcomeSchema.parse(row.outcome).span
}
