/** Runware's errors -> plain sentences. Its codes are many and change, so they are sorted by their form. */

import { type FailureKind, GenerationError } from '../../../shared/generation/failure.ts'
import type { ApiError } from '../../../shared/generation/tasks.ts'
import { inEnglish } from '../../../shared/words/english.ts'
import type { MessageKey } from '../../../shared/words/messages.ts'
import type { Said } from '../../../shared/words/Said.ts'
import { say } from '../../../shared/words/say.ts'

export const CONFLICT = 'conflictTaskUUID'

/** In order: the first form that fits decides. */
const FORMS: readonly (readonly [RegExp, FailureKind])[] = [
  [/RateLimit|^rateLimit/, 'rateLimit'],
  [/Credits|Quota|Balance|^quotaExceeded$|^paymentRequired$|^insufficient(?!Permissions)/, 'quota'],
  [
    /ContentPolicy|^contentPolicy|^sensitiveContent|^unsafeContent|^nsfw|^promptBlocked$|^imageBlocked$|^moderation/,
    'safety',
  ],
  [/[tT]imeout/, 'timeout'],
  [
    /ApiKey$|^auth|^unauthorized$|^forbidden$|^permissionDenied$|^insufficientPermissions$|^token|Suspended$|Disabled$/,
    'auth',
  ],
  [/NotFound$|Expired$|^taskCancelled$|OrNotFound$|^unknownModel$/, 'notFound'],
  [
    /^provider|^inferenceError$|^processingFailed$|^taskFailed$|^downloadFailed$|^uploadFailed$|^noAvailableServer$|^model(Unavailable|NotReady)$|^mediaStorageFile/,
    'provider',
  ],
  [
    /^internalServerError$|^serviceUnavailable$|^serverUnavailable$|^standardError$|^un(known|defined)Error$|^defaultError$|^unrecognizedResponse$/,
    'serverError',
  ],
  [
    /^(invalid|missing|conflict|duplicate|unsupported|value|array|max|incompatible|mismatch|unknown|validation)/,
    'validation',
  ],
]

/** Codes that the forms would put into the wrong heap. */
const EXCEPTIONS: Readonly<Record<string, FailureKind>> = {
  modelDisabled: 'provider',
  authTimeout: 'auth',
  invalidApiKey: 'auth',
  missingApiKey: 'auth',
}

const BY_STATUS: Readonly<Record<number, FailureKind>> = {
  400: 'validation',
  401: 'auth',
  402: 'quota',
  403: 'auth',
  404: 'notFound',
  429: 'rateLimit',
  500: 'serverError',
  502: 'serverError',
  503: 'serverError',
  504: 'serverError',
}

export function failureKind(error: ApiError, status?: number): FailureKind {
  const code = error.code ?? ''
  const known = EXCEPTIONS[code] ?? FORMS.find(([form]) => form.test(code))?.[1]
  return known ?? BY_STATUS[status ?? 0] ?? 'unknown'
}

const SENTENCES = {
  validation: 'engine:validationFailure',
  auth: 'engine:authFailure',
  quota: 'engine:quotaFailure',
  rateLimit: 'engine:rateLimitFailure',
  safety: 'engine:safetyFailure',
  provider: 'engine:providerFailure',
  timeout: 'engine:timeoutFailure',
  notFound: 'engine:notFoundFailure',
  serverError: 'engine:serverErrorFailure',
  connection: 'engine:connectionFailure',
  input: 'engine:inputFailure',
  unsupported: 'engine:unsupportedFailure',
  unknown: 'engine:unknownFailure',
} as const satisfies Readonly<Record<FailureKind, MessageKey>>

/** The list that some messages end in: `Supported values are: '1280x720', '720x1280'`. */
function allowedValues(message: string): readonly string[] {
  const list = /(?:Supported|Allowed) values are: (.+)$/.exec(message)?.[1] ?? ''
  return [...list.matchAll(/'([^']+)'/g)].map(([, value = '']) => value.replace('*', 'x'))
}

function sentence(kind: FailureKind, error: ApiError): Said {
  const { parameter } = error
  if (error.code === 'invalidValueUploadFailed') {
    return parameter === undefined
      ? say('engine:mediaUnread')
      : say('engine:mediaUnreadAt', { parameter })
  }
  if (kind !== 'validation' || parameter === undefined) return say(SENTENCES[kind])
  const allowed = allowedValues(error.message ?? '')
  if (allowed.length > 0) {
    return say('engine:valueRefused', { parameter, allowed })
  }
  return say('engine:parameterRefused', { parameter })
}

/** The raw words for support; the client has cut the key out of them already. */
function detailOf({ code, message, parameter, taskUUID, responseContent }: ApiError): string {
  return JSON.stringify({ code, message, parameter, taskUUID, responseContent })
}

export function explainError(
  error: ApiError,
  options: {
    readonly status?: number
    readonly mayBeBilled?: boolean
    readonly isOver?: boolean
  } = {},
): GenerationError {
  const kind = failureKind(error, options.status)
  return new GenerationError(sentence(kind, error), {
    kind,
    detail: detailOf(error),
    mayBeBilled: options.mayBeBilled ?? (kind === 'timeout' || kind === 'notFound'),
    isOver: options.isOver ?? false,
  })
}

/** Of a refused task: the codes that say by themselves that a medium is gone. */
const GONE = /^media(NotFound|Expired)$/
const MEDIA_FIELD = /^inputs\b/

/**
 * Whether a refusal can be about stored media that the task names. How the service words it for a medium that it no longer
 * has is not known, so every form that was seen for unreadable media counts.
 */
export function speaksOfMedia({ code, parameter, message }: ApiError, media: readonly string[]) {
  if (GONE.test(code ?? '') || code === 'invalidValueUploadFailed') return true
  const fields = [parameter ?? []].flat()
  return (
    fields.some((field) => MEDIA_FIELD.test(field)) ||
    media.some((one) => message?.includes(one) === true)
  )
}

export const noKey = (): GenerationError =>
  new GenerationError(say('engine:noKey'), {
    kind: 'auth',
  })

/** The service cannot be reached; `mayBeBilled` where an earlier attempt may have got through. */
/** `why` goes to the details, which are English like all that engines and services write there. */
export const unreachable = (why: Said, mayBeBilled: boolean): GenerationError =>
  new GenerationError(say(mayBeBilled ? 'engine:mayHaveArrived' : SENTENCES.connection), {
    kind: 'connection',
    detail: inEnglish(why),
    mayBeBilled,
  })
