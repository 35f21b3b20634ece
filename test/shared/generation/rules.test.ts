import { describe, expect, it } from 'vitest'
import { parseRequestDocument } from '../../../shared/generation/document.ts'
import type { RequestFacts } from '../../../shared/generation/pricing.ts'
import { RESOLUTIONS } from '../../../shared/generation/request.ts'
import { checkRequest, isSendable } from '../../../shared/generation/rules.ts'
import { applySuggestion, type RuleViolation } from '../../../shared/generation/violation.ts'
import { rational } from '../../../shared/time/rational.ts'
import { inEnglish } from '../../../shared/words/english.ts'
import { EXAMPLE_NAMES, LEGAL, readExample } from './examples.ts'
import {
  at,
  automaticEdit,
  firstAndLast,
  five,
  guides,
  ILLEGAL,
  type Illegal,
  keyframes,
  manualEdit,
  pins,
  reframe,
  settings,
  source,
  text,
  without,
} from './illegal.ts'
import { EDGES } from './illegalEdges.ts'
import { NEAREST } from './nearest.ts'

const written = (document: object, { localInputs, ...facts }: RequestFacts = {}): string =>
  JSON.stringify([document, facts, localInputs && [...localInputs]])

/** Reads the document first, so that a row can be a plain object and can never break the schema itself. */
function check(document: unknown, facts: RequestFacts = {}): RuleViolation[] {
  const parsed = parseRequestDocument(document)
  if (!parsed.ok) throw new Error(parsed.problems.map(({ said }) => inEnglish(said)).join(' '))
  return checkRequest(parsed.request, facts)
}

describe('legal requests', () => {
  it.each(EXAMPLE_NAMES)('%s has nothing against it', (name) => {
    expect(check(readExample(name))).toEqual([])
  })

  it.each(Object.entries(LEGAL))('%s has nothing against it', (_name, request) => {
    expect(check(request)).toEqual([])
  })

  it.each<[string, object, RequestFacts?]>([
    [
      'a loop from a first picture',
      settings(pins({ ...five, duration: 5 }, 'first'), { loop: true }),
    ],
    ['-1 as the last picture at 5 s', pins({ ...five, duration: 5 }, 'first', -1)],
    ['-1 beside numbers', pins(keyframes, 0, 96, -1)],
    ['64 indexes at 10 s with a warning only', pins(keyframes, ...Array(64).keys())],
    ['HDR pins', settings(pins({ ...five, duration: 5 }, 0, 60), { hdr: true })],
    [
      'an HDR transformation at 360p',
      { ...settings(automaticEdit, { hdr: true }), resolution: '360p' },
    ],
    ['strength beside controls', manualEdit, source('18')],
    [
      'strength with automatic control off',
      settings(manualEdit, { edit: { autoControls: false, strength: 'adhere_1' } }),
    ],
    ['a source of exactly 30 s to reframe', reframe, source('30')],
    ['loop: false beside a reframe', settings(reframe, { loop: false })],
    ['a source partly outside', at(-0.5, 0, 1, 1)],
    ['a local file', automaticEdit, { localInputs: new Set([automaticEdit.inputs.video]) }],
  ])('%s', (_name, document, facts) => {
    expect(check(document, facts).filter(({ severity }) => severity === 'error')).toEqual([])
  })
})

const ALL: readonly Illegal[] = [...ILLEGAL, ...EDGES]

describe('illegal combinations', () => {
  it.each(ALL)('%s', (_name, document, field, message, facts) => {
    const found = check(document, facts).find(
      (violation) => violation.field === field && message.test(inEnglish(violation.said)),
    )
    expect(found?.severity).toBe('error')
  })

  it.each(ALL)('%s is mended by its suggestion', (_name, document, field, message, facts) => {
    const parsed = parseRequestDocument(document)
    if (!parsed.ok) throw new Error('The document is not a request')
    const matches = (violation: RuleViolation) =>
      violation.field === field && message.test(inEnglish(violation.said))
    const suggestion = checkRequest(parsed.request, facts).find(matches)?.suggestion
    if (suggestion === undefined) return
    const mended = applySuggestion(parsed.request, suggestion)
    expect(parseRequestDocument(mended).ok).toBe(true)
    expect(checkRequest(mended, facts).filter(matches)).toEqual([])
  })

  it('offer the nearest legal value, where there is one', () => {
    const offered = ALL.map(([name, document, field, message, facts]) => {
      const found = check(document, facts).find(
        (violation) => violation.field === field && message.test(inEnglish(violation.said)),
      )
      return [name, found?.suggestion?.changes ?? null]
    })
    expect(Object.fromEntries(offered)).toEqual(NEAREST)
  })

  it('are at least 150, each another one', () => {
    const documents = new Set(ALL.map(([, document, , , facts]) => written(document, facts)))
    const names = new Set(ALL.map(([name]) => name))
    expect([names.size, documents.size]).toEqual([ALL.length, ALL.length])
    expect(ALL.length).toBeGreaterThanOrEqual(150)
  })
})

describe('warnings', () => {
  it.each<[string, object, string, RegExp, RequestFacts?]>([
    [
      'a long prompt',
      { ...text, positivePrompt: 'x'.repeat(3001) },
      'positivePrompt',
      /may be refused/,
    ],
    [
      'an upright 1080p',
      { ...reframe, width: 1080, height: 1920 },
      'height',
      /not available at 1080p/,
    ],
    ['an inferred size', { ...text, width: 960, height: 540 }, 'width', /was not seen/],
    [
      'no resolution of an edit',
      without(automaticEdit, 'resolution'),
      'resolution',
      /assumes 1080p/,
    ],
    ['17 pins', pins(keyframes, ...Array(17).keys()), 'inputs.frameImages', /up to 16/],
    ['a last guide', guides('last'), 'inputs.frameImages[0].frame', /Give the index/, source('5')],
    ['WEBM', { ...text, outputFormat: 'WEBM' }, 'outputFormat', /answers with MP4/],
    [
      'a frame of the same shape',
      without(reframe, 'settings'),
      'width',
      /nothing to fill/,
      { sourceSize: { width: 1080, height: 1920 } },
    ],
  ])('%s', (_name, document, field, message, facts) => {
    const violations = check(document, facts)
    expect(violations.map((v) => [v.severity, v.field])).toEqual([['warning', field]])
    expect(violations.map(({ said }) => inEnglish(said)).join()).toMatch(message)
    expect(isSendable(violations)).toBe(true)
  })
})

describe('suggestions', () => {
  it('give the nearest legal value', () => {
    const suggested = (document: object, facts?: RequestFacts) =>
      check(document, facts).map(({ suggestion }) => suggestion?.changes)
    expect(suggested({ ...text, duration: 8 })).toEqual([{ duration: 10 }])
    expect(suggested({ ...text, width: 1920, height: 1088 })).toEqual([
      { width: 1920, height: 1080 },
    ])
    expect(suggested({ ...text, width: 700, height: 1300 })).toEqual([{ width: 720, height: 1280 }])
    expect(suggested(pins(keyframes, 0, 240, 999))).toEqual([
      { 'inputs.frameImages[2].frame': 239 },
    ])
    expect(suggested({ ...firstAndLast, duration: 10 })).toEqual([
      { 'inputs.frameImages[0].frame': 0 },
      { 'inputs.frameImages[1].frame': 240 },
    ])
  })

  it('lead any muddle to a request that can be sent', () => {
    const muddle = {
      ...text,
      resolution: '360p',
      duration: 7,
      ttl: 1,
      numberResults: 9,
      settings: { loop: true, hdr: true, exrExport: true, edit: { strength: 'flex_1' } },
      inputs: {
        frameImages: [
          { image: 'A', frame: 500 },
          { image: 'B', frame: 'last' },
        ],
      },
    }
    const parsed = parseRequestDocument(muddle)
    if (!parsed.ok) throw new Error('The document is not a request')
    let request = parsed.request
    for (let step = 0; step < 12; step++) {
      const next = checkRequest(request).find((v) => v.severity === 'error' && v.suggestion)
      if (!next?.suggestion) break
      request = applySuggestion(request, next.suggestion)
    }
    expect(checkRequest(request).filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('offer sizes at every resolution', () => {
    for (const resolution of RESOLUTIONS) {
      expect(isSendable(check({ ...keyframes, resolution }))).toBe(true)
    }
    expect(check(automaticEdit, { sourceDuration: rational(18) })).toEqual([])
  })
})
