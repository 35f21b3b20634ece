/** Which files an OTIO file means: plain ones, and image sequences by their first picture. */
import type { Asset } from '../model/asset.ts'
import type { ImageSequence } from '../model/imageSequence.ts'
import { type Rational, toNumber, ZERO } from '../time/rational.ts'
import {
  activeReference,
  isObject,
  type Json,
  type JsonObject,
  listAt,
  objectAt,
  schemaOf,
  textAt,
} from './otio.ts'
import { exactRate, ownRate, writeRange } from './otioTime.ts'

/** The last part of a URL, cut at the number before its ending: `shots/`, `shot.`, `1001`, `.png`. */
const PARTS = /^([\s\S]*\/)?([^/]*?)(\d+)(\.[^./]*)$/

/** @param url of its first picture; its parts are written as they stand there */
export function writeSequence(asset: Asset, { digits }: ImageSequence, url: string): JsonObject {
  const [, base = '', prefix = '', number = '', suffix = ''] = PARTS.exec(url) ?? []
  const rate = asset.info.video[0]?.rate ?? { num: 24, den: 1 }
  return {
    OTIO_SCHEMA: 'ImageSequenceReference.1',
    name: asset.name,
    target_url_base: base,
    name_prefix: prefix,
    name_suffix: suffix,
    start_frame: Number(number),
    frame_step: 1,
    rate: toNumber(rate),
    frame_zero_padding: digits === 1 ? 0 : digits,
    missing_frame_policy: 'hold',
    available_range: writeRange(ZERO, rate, asset.info.duration, rate),
    available_image_bounds: null,
    metadata: {
      keyreel: {
        rate: `${rate.num}/${rate.den}`,
        ...(asset.credit === undefined ? {} : { credit: asset.credit }),
      },
    },
  }
}

const numberAt = (node: JsonObject, key: string): number | undefined => {
  const value = node[key]
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined
}

/** The URL of a file, or of the first picture of a sequence, that a reference means. Undefined for any other reference. */
export function urlOfReference(reference: JsonObject | undefined): string | undefined {
  const schema = schemaOf(reference)
  if (!reference || schema === 'ExternalReference') return textAt(reference, 'target_url')
  if (schema !== 'ImageSequenceReference') return undefined
  const base = textAt(reference, 'target_url_base') ?? ''
  const first = numberAt(reference, 'start_frame') ?? 1
  const digits = Math.min(20, numberAt(reference, 'frame_zero_padding') ?? 0)
  const [prefix, suffix] = ['name_prefix', 'name_suffix'].map((key) => textAt(reference, key) ?? '')
  const slash = base === '' || base.endsWith('/') ? '' : '/'
  return `${base}${slash}${prefix}${String(first).padStart(digits, '0')}${suffix}`
}

const isReference = (node: JsonObject): boolean =>
  ['ExternalReference', 'ImageSequenceReference'].includes(schemaOf(node))

/** Every media URL of a file, each once, in order. */
export function mediaUrls(root: JsonObject): string[] {
  const urls = new Set<string>()
  const visit = (value: Json | undefined): void => {
    if (Array.isArray(value)) for (const each of value as readonly Json[]) visit(each)
    else if (isObject(value)) {
      const url = isReference(value) ? urlOfReference(value) : undefined
      if (url) urls.add(url)
      for (const [key, each] of Object.entries(value)) if (key !== 'metadata') visit(each)
    }
  }
  // Alternative references are looked at only when they are the active ones.
  const visitItem = (node: JsonObject): void => {
    if (schemaOf(node) === 'Clip') visit(activeReference(node))
    else for (const child of listAt(node, 'children')) visitItem(child)
  }
  const tracks = objectAt(root, 'tracks')
  if (tracks) visitItem(tracks)
  return [...urls]
}

/** Pictures a second of each sequence that a file names, by the URL of its first picture. */
export function sequenceRates(root: JsonObject): Map<string, Rational> {
  const rates = new Map<string, Rational>()
  const visit = (node: JsonObject): void => {
    for (const child of listAt(node, 'children')) visit(child)
    const reference = schemaOf(node) === 'Clip' ? activeReference(node) : undefined
    const url = urlOfReference(reference)
    if (!reference || schemaOf(reference) !== 'ImageSequenceReference' || !url) return
    const stated = reference.rate
    const own = ownRate(objectAt(objectAt(reference, 'metadata') ?? {}, 'keyreel'))
    const rate = own ?? (typeof stated === 'number' ? exactRate(stated) : undefined)
    if (rate) rates.set(url, rate)
  }
  const tracks = objectAt(root, 'tracks')
  if (tracks) visit(tracks)
  return rates
}
