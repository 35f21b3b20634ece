/** What no question of `keyreel contract` can answer, so that the report does not look fuller than it is. */
import { type Fact, unanswered } from './Fact.ts'

const OPEN: readonly (readonly [id: string, about: string, why: string])[] = [
  ['open.uploadSize', 'largest upload', 'would take uploads of hundreds of megabytes'],
  ['open.storedFor', 'how long uploads and results are kept', 'shows only after weeks'],
  ['open.taskUUIDHeld', 'how long a task UUID stays reserved', 'shows only after weeks'],
  ['open.refusedUUID', 'whether a refused task reserves its UUID', 'a dry run does not tell'],
  ['open.webhookTries', 'tries and signature of webhooks', 'needs an address on the web'],
  [
    'open.extend',
    'how a clip is extended',
    'no request form is known; Keyreel begins with the last picture',
  ],
  ['open.exr', 'packing and colour space of EXR', 'needs an HDR generation of $0.90'],
  ['open.hdrTransfer', 'transfer function of HDR results', 'needs an HDR generation of $0.60'],
  ['open.latency', 'guarantees of how long a task takes', 'nobody gives any'],
  ['open.cancel', 'a call that takes a task back', 'none is known'],
]

export const openFacts = (): Fact[] =>
  OPEN.map(([id, about, why]) =>
    unanswered({ id, section: '7', about, certainty: 'open', believed: null }, why),
  )
