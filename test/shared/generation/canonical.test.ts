import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  canonicalJson,
  canonicalRequest,
  recipeOf,
  sameDocument,
} from '../../../shared/generation/canonical.ts'
import { LEGAL } from './examples.ts'

const { text, hdr } = LEGAL

/** The same document with the members of every object in another order. */
function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).map(([k, v]) => [k, shuffled(v)] as const)
  return Object.fromEntries(members.reverse())
}

describe('canonical JSON', () => {
  it('sorts members, leaves out undefined and keeps order in lists', () => {
    expect(canonicalJson({ b: [2, 1], a: { d: undefined, c: 'x' } })).toBe(
      '{"a":{"c":"x"},"b":[2,1]}',
    )
  })

  it('does not depend on the order of members and survives a round trip', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const canonical = canonicalJson(value)
        expect(canonicalJson(shuffled(value))).toBe(canonical)
        expect(canonicalJson(JSON.parse(canonical))).toBe(canonical)
      }),
    )
  })

  it('refuses what JSON does not have', () => {
    expect(() => canonicalJson(Number.NaN)).toThrow(TypeError)
    expect(() => canonicalJson([1n])).toThrow(TypeError)
    expect(() => canonicalJson([undefined])).toThrow(TypeError)
  })
})

describe('equal requests', () => {
  it.each(Object.entries(LEGAL))('%s: canonical form is stable', (_name, request) => {
    const once = canonicalRequest(request)
    expect(canonicalRequest(once)).toEqual(once)
    expect(sameDocument(request, once)).toBe(true)
    expect(sameDocument(request, JSON.parse(JSON.stringify(shuffled(request))))).toBe(true)
  })

  it('sees through flags that spell out their default and empty objects', () => {
    const { settings: _settings, ...bare } = text
    expect(sameDocument(text, bare)).toBe(true)
    expect(sameDocument(text, { ...bare, settings: { edit: {} }, inputs: {} })).toBe(true)
    expect(sameDocument(hdr, { ...hdr, settings: { hdr: true } })).toBe(false)
  })

  it('share a recipe whatever their delivery', () => {
    const other = { ...text, taskUUID: '4f6bb34d-0339-4f40-9842-54a5ec1c5e56', includeCost: false }
    expect(recipeOf(other)).toBe(recipeOf(text))
    expect(sameDocument(other, text)).toBe(false)
    expect(recipeOf({ ...text, duration: 10 })).not.toBe(recipeOf(text))
  })
})
