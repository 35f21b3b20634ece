/**
 * What a published JSON Schema says of one field. Models' schemas are written in several ways (alternatives, conditions,
 * references), so every place that speaks of a field counts.
 */

type Node = Readonly<Record<string, unknown>>

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const COMBINERS = ['allOf', 'anyOf', 'oneOf'] as const
const CONDITIONS = ['then', 'else'] as const
const DEEPEST = 12

function resolve(root: Node, reference: unknown): Node | undefined {
  if (typeof reference !== 'string' || !reference.startsWith('#/')) return undefined
  const found = reference
    .slice(2)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((node, part) => (isNode(node) ? node[part] : undefined), root)
  return isNode(found) ? found : undefined
}

/** A schema and everything in it that speaks of the same value. */
function views(root: Node, node: Node, depth = 0): Node[] {
  if (depth > DEEPEST) return []
  const target = resolve(root, node.$ref)
  const inner = [
    ...(target ? [target] : []),
    ...COMBINERS.flatMap((name) => (Array.isArray(node[name]) ? node[name] : [])),
    ...CONDITIONS.map((name) => node[name]),
  ].filter(isNode)
  return [node, ...inner.flatMap((one) => views(root, one, depth + 1))]
}

export interface FieldWords {
  /** Every value that a `const` or an `enum` names. */
  readonly values: readonly (string | number | boolean)[]
  readonly minimum?: number
  readonly maximum?: number
  readonly maxLength?: number
  readonly maxItems?: number
}

export interface SchemaReader {
  /** Undefined where the schema does not speak of the field. Path: `settings.edit.strength`; `[]` for items. */
  field(path: string): FieldWords | undefined
  /** The names of the fields inside; undefined where the schema does not speak of it. */
  names(path: string): readonly string[] | undefined
  /** Pairs of width and height that it lists together. */
  sizes(): readonly { readonly width: number; readonly height: number }[]
}

export function readSchema(schema: unknown): SchemaReader {
  const given = isNode(schema) ? schema : {}
  // The body of a call is an array of tasks; some schemas describe that.
  const root = given.type === 'array' && isNode(given.items) ? given.items : given

  const at = (path: string): Node[] =>
    (path === '' ? [] : path.split('.')).reduce<Node[]>(
      (nodes, part) => {
        const name = part.replace('[]', '')
        const found = nodes
          .flatMap((node) => (isNode(node.properties) ? [node.properties[name]] : []))
          .filter(isNode)
          .flatMap((node) => views(given, node))
        if (!part.endsWith('[]')) return found
        return found.flatMap(({ items }) => (isNode(items) ? views(given, items) : []))
      },
      views(given, root),
    )

  return {
    field(path) {
      const nodes = at(path)
      if (nodes.length === 0) return undefined
      const least = (name: string): number | undefined => smallest(numbersAt(nodes, name))
      const maxLength = least('maxLength')
      const maxItems = least('maxItems')
      const minimum = least('minimum')
      const maxima = numbersAt(nodes, 'maximum')
      return {
        values: valuesOf(nodes),
        ...(minimum === undefined ? {} : { minimum }),
        ...(maxima.length === 0 ? {} : { maximum: Math.max(...maxima) }),
        ...(maxLength === undefined ? {} : { maxLength }),
        ...(maxItems === undefined ? {} : { maxItems }),
      }
    },
    names(path) {
      const members = at(path).flatMap(({ properties }) => (isNode(properties) ? [properties] : []))
      if (members.length === 0) return undefined
      return [...new Set(members.flatMap((each) => Object.keys(each)))].toSorted()
    },
    sizes() {
      const pairs = views(given, root).flatMap(({ properties }) => {
        if (!isNode(properties) || !isNode(properties.width) || !isNode(properties.height))
          return []
        const width = onlyNumber(views(given, properties.width))
        const height = onlyNumber(views(given, properties.height))
        return width === undefined || height === undefined ? [] : [{ width, height }]
      })
      return [...new Map(pairs.map((pair) => [`${pair.width}x${pair.height}`, pair])).values()]
    },
  }
}

const numbersAt = (nodes: readonly Node[], name: string): number[] =>
  nodes.map((node) => node[name]).filter((value) => typeof value === 'number')

const smallest = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : Math.min(...values)

const isPlain = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value)

function valuesOf(nodes: readonly Node[]): (string | number | boolean)[] {
  const named = nodes.flatMap((node) => [
    ...('const' in node ? [node.const] : []),
    ...(Array.isArray(node.enum) ? node.enum : []),
  ])
  return [...new Set(named.filter(isPlain))]
}

function onlyNumber(nodes: readonly Node[]): number | undefined {
  const [value, ...more] = valuesOf(nodes)
  return typeof value === 'number' && more.length === 0 ? value : undefined
}
