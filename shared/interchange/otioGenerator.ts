/** Titles, solids, adjustments and captions as OTIO's generator references. */
import { type Generator, generatorSchema } from '../model/generator.ts'
import { type Json, type JsonObject, objectAt, textAt } from './otio.ts'

const KINDS: Readonly<Record<Generator['kind'], string>> = {
  title: 'Title',
  solid: 'SolidColor',
  adjustment: 'Adjustment',
  caption: 'Caption',
}

/** Undefined for one of another program that we do not know; any with a plain colour is a solid. */
export function readGenerator(reference: JsonObject): Generator | undefined {
  const parameters = objectAt(reference, 'parameters') ?? {}
  const named = textAt(reference, 'generator_kind')
  const kind = Object.entries(KINDS).find(([, name]) => name === named)?.[0] ?? 'solid'
  const parsed = generatorSchema.safeParse({ ...parameters, kind })
  return parsed.success ? parsed.data : undefined
}

export function writeGenerator({ kind, ...parameters }: Generator): JsonObject {
  return {
    ...{ OTIO_SCHEMA: 'GeneratorReference.1', name: '', generator_kind: KINDS[kind] },
    ...{ available_range: null, available_image_bounds: null, metadata: {} },
    parameters: parameters as unknown as { readonly [key: string]: Json },
  }
}
