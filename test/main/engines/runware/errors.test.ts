import { describe, expect, it } from 'vitest'
import { explainError, failureKind } from '../../../../main/engines/runware/errors.ts'
import type { FailureKind } from '../../../../shared/generation/failure.ts'

describe('codes named by the service', () => {
  it.each<[FailureKind, string]>([
    [
      'validation',
      'invalidPositivePrompt invalidPositivePromptLength missingPositivePrompt missingParameter conflictTaskUUID unsupportedParameter unsupportedTaskType valueTooLarge arrayTooSmall unknownParameter incompatibleParameters mismatchProviderSettingsProvider unknownProviderSettingsProvider validationFailed unsupportedDuration invalidModel invalidValueUploadFailed duplicateTask maxItems',
    ],
    [
      'auth',
      'invalidApiKey missingApiKey authenticationFailed authFailed authTimeout unauthorized forbidden permissionDenied insufficientPermissions tokenExpired accountSuspended organizationDisabled workspaceSuspended',
    ],
    ['quota', 'insufficientCredits providerInsufficientCredits quotaExceeded paymentRequired'],
    ['rateLimit', 'inferenceRateLimitExceeded providerRateLimitExceeded rateLimitExceeded'],
    [
      'safety',
      'contentPolicyViolation providerContentPolicyViolation sensitiveContentDetected unsafeContentDetected nsfwContentDetected promptBlocked imageBlocked moderationFailed',
    ],
    [
      'provider',
      'providerError inferenceError processingFailed taskFailed downloadFailed uploadFailed noAvailableServer modelUnavailable modelDisabled modelNotReady mediaStorageFileCouldNotBeMoved',
    ],
    ['timeout', 'timeoutProvider providerTimeout providerGatewayTimeout webhookTimeout'],
    [
      'notFound',
      'modelNotFound taskNotFound mediaNotFound taskExpired mediaExpired taskCancelled taskFailedOrNotFound unknownModel',
    ],
    [
      'serverError',
      'internalServerError serviceUnavailable serverUnavailable standardError unknownError undefinedError defaultError unrecognizedResponse',
    ],
  ])('are of kind %s', (kind, codes) => {
    const sorted = codes.split(' ').map((code) => [code, failureKind({ code })])
    expect(sorted).toEqual(codes.split(' ').map((code) => [code, kind]))
  })

  it('fall back to the status, then to unknown', () => {
    const kinds = [400, 401, 402, 403, 404, 429, 500, 503, 504, 418].map((status) =>
      failureKind({ code: 'somethingNew' }, status),
    )
    expect(kinds).toEqual([
      'validation',
      'auth',
      'quota',
      'auth',
      'notFound',
      'rateLimit',
      'serverError',
      'serverError',
      'serverError',
      'unknown',
    ])
  })
})

describe('sentences', () => {
  it('name the field', () => {
    expect(explainError({ code: 'missingParameter', parameter: 'inputs.video' }).message).toBe(
      'Runware refused the request because of inputs.video. Correct it and send it again as a new take.',
    )
    expect(explainError({ code: 'invalidX', parameter: ['width', 'height'] }).message).toMatch(
      /because of width and height/,
    )
  })

  it('tell what the service takes instead', () => {
    const message =
      "Unsupported use of width/height parameters. Supported values are: '1280*720', '720x1280'"
    expect(
      explainError({ code: 'unsupportedParameter', message, parameter: 'width' }).message,
    ).toBe('Runware does not take this value of width. It takes 1280x720 or 720x1280.')
  })

  it('show the true cause of an unreadable picture', () => {
    const failure = explainError({
      code: 'invalidValueUploadFailed',
      message: "Processing parameter 'inputs.frameImages' failed.",
      parameter: 'inputs.frameImages',
    })
    expect(failure.message).toBe(
      'Runware could not read the media of inputs.frameImages. Check that the file plays, or choose another one.',
    )
    expect(failure.detail).toContain('Processing parameter')
  })
})
