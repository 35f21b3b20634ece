/** Runware's errors -> plain sentences. Its codes are many and change, so they are sorted by their form. */
import { type FailureKind, GenerationError } from '../../../shared/generation/failure.ts'
import type { ApiError } from '../../../shared/generation/tasks.ts'

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

const SENTENCES: Readonly<Record<FailureKind, string>> = {
  validation: 'Runware refused the request. Correct it and send it again as a new take.',
  auth: 'Runware refused the key. Check it in the settings and run this again; it cannot be billed twice.',
  quota: 'The Runware account has not enough credit for this. Top it up and try again.',
  rateLimit: 'Runware has too many requests of yours at once. Try again in a while.',
  safety:
    'The prompt or a picture was stopped by the content check. Change the wording or the picture and try a new take.',
  provider:
    'The model failed to make this take. Try a new take; if it fails again, change the request.',
  timeout:
    'The model did not answer Runware in time, so this take will not come. It may have been billed; check the account before you try a new take.',
  notFound:
    'Runware no longer knows this task, so its take cannot be fetched. It may have been billed; check the account.',
  serverError: 'Runware had a fault of its own. Try a new take later.',
  connection: 'Runware cannot be reached. Check the network and try again; nothing was sent.',
  input: 'A file of the request cannot be used. Choose another one.',
  unsupported: 'Runware cannot do this.',
  unknown: 'Runware reported a fault. The details hold its own words.',
}

const parameterOf = ({ parameter }: ApiError): string | undefined =>
  Array.isArray(parameter) ? parameter.join(' and ') : parameter

/** The list that some messages end in: `Supported values are: '1280x720', '720x1280'`. */
function allowedValues(message: string): readonly string[] {
  const list = /(?:Supported|Allowed) values are: (.+)$/.exec(message)?.[1] ?? ''
  return [...list.matchAll(/'([^']+)'/g)].map(([, value = '']) => value.replace('*', 'x'))
}

function sentence(kind: FailureKind, error: ApiError): string {
  const parameter = parameterOf(error)
  if (error.code === 'invalidValueUploadFailed') {
    return `Runware could not read the media of ${parameter ?? 'the request'}. Check that the file plays, or choose another one.`
  }
  if (kind !== 'validation' || parameter === undefined) return SENTENCES[kind]
  const allowed = allowedValues(error.message ?? '')
  if (allowed.length > 0) {
    return `Runware does not take this value of ${parameter}. It takes: ${allowed.join(', ')}.`
  }
  return `Runware refused the request because of ${parameter}. Correct it and send it again as a new take.`
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

export const noKey = (): GenerationError =>
  new GenerationError('No Runware key is set. Add one in the settings, or use the local engine.', {
    kind: 'auth',
  })

/** The service cannot be reached; `mayBeBilled` where an earlier attempt may have got through. */
export const unreachable = (detail: string, mayBeBilled: boolean): GenerationError =>
  new GenerationError(
    mayBeBilled
      ? 'Runware cannot be reached. The request may have arrived: run it again later, it will not be billed twice.'
      : SENTENCES.connection,
    { kind: 'connection', detail, mayBeBilled },
  )
