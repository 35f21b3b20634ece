/** What the published schema says, held against the document and the table that Keyreel has. */
import type { ModelFacts } from '../../../shared/generation/modelFacts.ts'
import {
  EDIT_STRENGTHS,
  editControlsSchema,
  editSettingsSchema,
  inputsSchema,
  RESOLUTIONS,
  settingsSchema,
  videoInferenceRequestSchema,
} from '../../../shared/generation/request.ts'
import { answered, type Belief, type Certainty, type Fact, unanswered } from './Fact.ts'
import type { FieldWords, SchemaReader } from './readSchema.ts'

const NOT_SAID = 'the schema does not say'

interface Question {
  readonly belief: Belief
  readonly read: (schema: SchemaReader) => string | undefined
}

const belief = (
  id: string,
  section: string,
  about: string,
  certainty: Certainty,
  believed: string | null,
): Belief => ({ id, section, about, certainty, believed })

const listed = (values: readonly (string | number | boolean)[]): string =>
  values.map(String).toSorted(byNature).join(', ')

const byNature = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true })

const values =
  (path: string) =>
  (schema: SchemaReader): string | undefined => {
    const found = schema.field(path)?.values ?? []
    return found.length === 0 ? undefined : listed(found)
  }

const number =
  (path: string, name: Exclude<keyof FieldWords, 'values'>) =>
  (schema: SchemaReader): string | undefined =>
    schema.field(path)?.[name]?.toString()

const span =
  (path: string) =>
  (schema: SchemaReader): string | undefined => {
    const { minimum, maximum } = schema.field(path) ?? {}
    return maximum === undefined ? undefined : `${minimum ?? 'any'} to ${maximum}`
  }

/** Ours must all be there; what the service has besides is named. */
function fields(path: string, own: readonly string[]) {
  return (schema: SchemaReader): string | undefined => {
    const there = schema.names(path)
    if (!there) return undefined
    const missing = own.filter((name) => !there.includes(name))
    const more = there.filter((name) => !own.includes(name))
    if (missing.length === 0 && more.length === 0) return listed(own)
    return [
      ...(missing.length > 0 ? [`without ${listed(missing)}`] : []),
      ...(more.length > 0 ? [`besides ${listed(more)}`] : []),
    ].join('; ')
  }
}

function questions({ limits, durations }: ModelFacts): Question[] {
  const fieldList = (
    path: string,
    schema: { readonly shape: Readonly<Record<string, unknown>> },
  ): Question => {
    const own = Object.keys(schema.shape)
    const about = path === '' ? 'fields of a request' : `fields of ${path}`
    const id = `fields.${path === '' ? 'request' : path}`
    return { belief: belief(id, '2.2', about, 'certain', listed(own)), read: fields(path, own) }
  }
  const { offset, size } = limits.sourcePosition
  return [
    {
      belief: belief('task.type', '2', 'task type of the model', 'certain', 'videoInference'),
      read: values('taskType'),
    },
    {
      belief: belief('task.delivery', '0', 'ways of delivery', 'certain', 'async'),
      read: values('deliveryMethod'),
    },
    fieldList('', videoInferenceRequestSchema.unwrap()),
    fieldList('inputs', inputsSchema.unwrap()),
    fieldList('settings', settingsSchema.unwrap()),
    fieldList('settings.edit', editSettingsSchema.unwrap()),
    fieldList('settings.edit.controls', editControlsSchema.unwrap()),
    {
      belief: belief('resolution.values', '2.2', 'resolutions', 'certain', listed(RESOLUTIONS)),
      read: values('resolution'),
    },
    {
      belief: belief('duration.values', '2.2', 'durations, seconds', 'certain', listed(durations)),
      read: values('duration'),
    },
    {
      belief: belief('edit.strengths', '2.2', 'edit strengths', 'certain', listed(EDIT_STRENGTHS)),
      read: values('settings.edit.strength'),
    },
    {
      belief: belief(
        'prompt.longest',
        '2.2',
        'longest prompt, characters',
        'observed',
        String(limits.prompt.max),
      ),
      read: number('positivePrompt', 'maxLength'),
    },
    {
      belief: belief(
        'pins.most',
        '2.3',
        'most pinned pictures',
        'certain',
        String(limits.frameImages.max),
      ),
      read: number('inputs.frameImages', 'maxItems'),
    },
    {
      belief: belief(
        'position.offset',
        '2.2',
        'range of sourcePosition.x',
        'certain',
        `${-offset} to ${offset}`,
      ),
      read: span('settings.sourcePosition.x'),
    },
    {
      belief: belief(
        'position.size',
        '2.2',
        'largest sourcePosition.width',
        'certain',
        String(size),
      ),
      read: number('settings.sourcePosition.width', 'maximum'),
    },
    {
      belief: belief('results.most', '1.7', 'most results of one request', 'open', null),
      read: number('numberResults', 'maximum'),
    },
    {
      belief: belief(
        'ttl.range',
        '1.7',
        'how long a link may live, seconds',
        'certain',
        `${limits.ttl.min} to ${limits.ttl.max}`,
      ),
      read: span('ttl'),
    },
    {
      belief: belief(
        'quality.range',
        '1.7',
        'range of outputQuality',
        'certain',
        `${limits.outputQuality.min} to ${limits.outputQuality.max}`,
      ),
      read: span('outputQuality'),
    },
  ]
}

/** `schema` is null where it could not be read; `why` then says so. */
export function schemaFacts(
  model: ModelFacts,
  schema: SchemaReader | null,
  why: string = NOT_SAID,
): Fact[] {
  return questions(model).map(({ belief: one, read }) => {
    const found = schema ? read(schema) : undefined
    return found === undefined ? unanswered(one, why) : answered(one, found, 'schema')
  })
}
