/** From the request of a long source to those of its spans, purely. */
import type { ModelFacts } from '../../shared/generation/modelFacts.ts'
import { RAY_3_2 } from '../../shared/generation/models.ts'
import { modelOf, type Quote, type RequestFacts } from '../../shared/generation/pricing.ts'
import type { VideoInferenceRequest } from '../../shared/generation/request.ts'
import { checkRequest, type RuleViolation } from '../../shared/generation/rules.ts'
import {
  documentOfSpan,
  planSpans,
  quoteOfSpan,
  type SourceMode,
  type Span,
  sourceModeOf,
  sumOfQuotes,
} from '../../shared/generation/spans.ts'
import { secondsAt } from '../../shared/time/frames.ts'
import { add, formatRational } from '../../shared/time/rational.ts'
import { say } from '../../shared/words/say.ts'
import type { EngineName } from '../engines/GenerationEngine.ts'
import type { ShotInput, ShotRequest } from './shotRequest.ts'

export interface SpanRequest {
  readonly span: Span
  readonly request: VideoInferenceRequest
  readonly inputs: readonly ShotInput[]
  readonly facts: RequestFacts
}

type SourceInput = Extract<ShotInput, { kind: 'span' }>

/** The part of this machine's media that a request works on. */
export const sourceInputOf = ({ inputs }: Pick<ShotRequest, 'inputs'>): SourceInput | undefined =>
  inputs.find((input) => input.kind === 'span')

/**
 * Null where the model takes the source in one piece, or where it lies out on the web and cannot be cut here.
 * @param newUUID the task UUID of each span
 */
export function spanRequests(
  whole: Pick<ShotRequest, 'request' | 'inputs' | 'facts'>,
  engine: EngineName,
  newUUID: () => string,
): readonly SpanRequest[] | null {
  const kind = sourceModeOf(whole.request)
  const source = sourceInputOf(whole)
  if (!kind || !source) return null
  const spans = planSpans(source.frames, kind, modelOf(whole.facts))
  if (spans.length === 1) return null
  return spans.map((span, index) => {
    const part = partOf(source, span)
    const isGuided = index > 0 && goesOn(whole, engine, kind, span)
    const boundary = `keyreel:end-of-span-${index}`
    const request = documentOfSpan(whole.request, {
      ...span,
      ...{ of: source.frames, taskUUID: newUUID(), video: part.placeholder },
      ...(isGuided ? { boundary } : {}),
    })
    const used = new Set(request.inputs?.frameImages?.map(({ image }) => image))
    const inputs: ShotInput[] = [
      part,
      ...(isGuided ? [{ kind: 'boundary' as const, placeholder: boundary }] : []),
      ...whole.inputs.filter((input) => input.kind === 'picture' && used.has(input.placeholder)),
    ]
    const facts = {
      ...whole.facts,
      sourceDuration: secondsAt(span.frames, RAY_3_2.rate),
      localInputs: new Set(inputs.map(({ placeholder }) => placeholder)),
    }
    return { span, request, inputs, facts }
  })
}

/**
 * Whether a span begins with the end of the one before. A reframe takes no pictures; the local engine makes the same of
 * the same words in every span, and needs to be shown a look only where pictures gave it.
 */
function goesOn(
  { inputs, request }: Pick<ShotRequest, 'inputs' | 'request'>,
  engine: EngineName,
  kind: SourceMode,
  { start }: Span,
): boolean {
  if (kind === 'reframe') return false
  if (engine === 'runware') return true
  const isShown = inputs.some((input) => input.kind === 'picture')
  const first = request.inputs?.frameImages?.[0]?.frame ?? 0
  return isShown && (typeof first === 'string' || first < start)
}

function partOf(source: SourceInput, { start: first, frames }: Span): SourceInput {
  const start = add(source.start, secondsAt(first, RAY_3_2.rate))
  const placeholder = `keyreel:${source.mediaKey}@${formatRational(start)}+${frames}f`
  return { ...source, placeholder, start, frames }
}

/** What is wrong with any of them, each thing once. */
export function violationsOf(parts: readonly SpanRequest[]): RuleViolation[] {
  const found = parts.flatMap(({ request, facts }) => checkRequest(request, facts))
  return [...new Map(found.map((one) => [JSON.stringify([one.field, one.said]), one])).values()]
}

export function quoteOfSpans(parts: readonly SpanRequest[], model: ModelFacts): Quote {
  const rate = RAY_3_2.rate.num / RAY_3_2.rate.den
  const lengths = parts.map(({ span }) => Math.round((100 * span.frames) / rate) / 100)
  return sumOfQuotes(
    parts.map(({ request, span, facts }) => quoteOfSpan(request, span, facts)),
    say('generation:priceOfSpans', {
      ...{ count: parts.length, lengths: lengths.join(' + '), asOf: model.asOf },
    }),
    model,
  )
}
