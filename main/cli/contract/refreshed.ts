/** The table of the model, brought up to what the service said. */
import type {
  Aspect,
  ModelFacts,
  ModelSize,
  Money,
  Price,
} from '../../../shared/generation/modelFacts.ts'
import { RESOLUTIONS, type Resolution } from '../../../shared/generation/request.ts'
import { multiply, rational, round } from '../../../shared/time/rational.ts'
import type { DryRuns } from './dryRuns.ts'
import type { PriceSlot } from './probes.ts'

const heard = (amount: Money): Price => ({ amount, certainty: 'seen' })

/** @param now ISO 8601, UTC */
export function refreshed(model: ModelFacts, { prices, sizes }: DryRuns, now: string): ModelFacts {
  const priced = prices.reduce((table, { slot, amount }) => withPrice(table, slot, amount), model)
  return { ...priced, asOf: now, sizes: sizesAfter(priced, sizes) }
}

function withPrice(model: ModelFacts, slot: PriceSlot, amount: Money): ModelFacts {
  if (amount <= 0) return model
  const { prices } = model
  const { resolution } = slot
  switch (slot.kind) {
    case 'generate': {
      const rows = prices.generate[slot.range]
      const before: Readonly<Record<string, Price>> =
        (rows as Readonly<Record<number, Readonly<Record<string, Price>>>>)[slot.seconds] ?? {}
      const row = { ...before, [resolution]: heard(amount) }
      const generate = {
        ...prices.generate,
        [slot.range]: { ...rows, [slot.seconds]: row },
      } as ModelFacts['prices']['generate']
      return { ...model, prices: { ...prices, generate } }
    }
    case 'reframe': {
      const perSecond = round(
        multiply(rational(amount), rational(slot.length.den, slot.length.num)),
        'nearest',
      )
      const reframe = { ...prices.reframe, [resolution]: heard(perSecond) }
      return { ...model, prices: { ...prices, reframe } }
    }
    case 'transform': {
      const row = { ...prices.transform[slot.range], [resolution]: heard(amount) }
      return {
        ...model,
        prices: { ...prices, transform: { ...prices.transform, [slot.range]: row } },
      }
    }
  }
}

/** Refused sizes go; what the service names instead takes their place where it is of a shape that is known. */
function sizesAfter(model: ModelFacts, asked: DryRuns['sizes']): readonly ModelSize[] {
  const taken = asked.filter(({ isTaken }) => isTaken)
  if (taken.length === 0) return model.sizes
  const places = new Map<string, ModelSize>()
  // Those of the table first: a stranger never drives out a size that is known by its place.
  for (const { width, height, amount } of taken) {
    const known = model.sizes.find((size) => size.width === width && size.height === height)
    const place = known ?? placeOf(model, width, height, amount)
    if (!place) continue
    const key = `${place.aspect} ${place.resolution}`
    if (known || !places.has(key)) {
      places.set(key, {
        ...{ aspect: place.aspect, resolution: place.resolution },
        ...{ width, height, certainty: 'seen' },
      })
    }
  }
  const order = ({ aspect, resolution }: ModelSize): number =>
    model.sizes.findIndex((size) => size.aspect === aspect && size.resolution === resolution)
  return [...places.values()].toSorted((a, b) => order(a) - order(b))
}

const SHAPES: Readonly<Record<Aspect, number>> = {
  '16:9': 16 / 9,
  '9:16': 9 / 16,
  '1:1': 1,
  '3:4': 3 / 4,
  '4:3': 4 / 3,
  '21:9': 21 / 9,
}
/** Sizes are rounded to whole blocks of pixels, so that a shape is met within some hundredths. */
const SHAPE_TOLERANCE = 0.04

/** The price says which row a size belongs to; without one, its area does. */
function placeOf(
  { prices }: ModelFacts,
  width: number,
  height: number,
  amount: Money | undefined,
): { readonly aspect: Aspect; readonly resolution: Resolution } | undefined {
  const shape = width / height
  const aspect = (Object.keys(SHAPES) as Aspect[]).find(
    (name) => Math.abs(Math.log(shape / SHAPES[name])) < SHAPE_TOLERANCE,
  )
  if (!aspect) return undefined
  const byPrice = RESOLUTIONS.find((name) => prices.generate.sdr[5][name].amount === amount)
  const lines = Math.sqrt((width * height * 9) / 16)
  const byArea = RESOLUTIONS.toSorted(
    (a, b) => Math.abs(Number.parseInt(a, 10) - lines) - Math.abs(Number.parseInt(b, 10) - lines),
  )[0]
  const resolution = byPrice ?? byArea
  return resolution && { aspect, resolution }
}

/** What differs between two tables, by its place: `prices.reframe.360p`. */
export function changesBetween(before: ModelFacts, after: ModelFacts): string[] {
  return changed(before, after, '').filter((path) => path !== 'asOf')
}

function changed(before: unknown, after: unknown, path: string): string[] {
  if (Array.isArray(before) && Array.isArray(after)) {
    const names = (list: readonly unknown[]): Set<string> => new Set(list.map(nameOf))
    const [old, now] = [names(before), names(after)]
    return [
      ...[...old].filter((name) => !now.has(name)).map((name) => `${path} -${name}`),
      ...[...now].filter((name) => !old.has(name)).map((name) => `${path} +${name}`),
    ]
  }
  if (isObject(before) && isObject(after)) {
    if ('amount' in after && before.amount === after.amount) return []
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
      changed(before[key], after[key], path === '' ? key : `${path}.${key}`),
    )
  }
  return before === after ? [] : [path.replace(/\.(amount|certainty)$/, '')]
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const nameOf = (value: unknown): string =>
  isObject(value) && 'width' in value ? `${value.width}x${value.height}` : String(value)
