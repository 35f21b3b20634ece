/** One element of a request's array -> a task, or the protocol's error for it. */
import { z } from 'zod'
import { parseRequestDocument } from '../../shared/generation/document.ts'
import { modelOf, type RequestFacts } from '../../shared/generation/pricing.ts'
import type { VideoInferenceRequest } from '../../shared/generation/request.ts'
import { checkRequest, type RuleViolation } from '../../shared/generation/rules.ts'
import {
  accountManagementTaskSchema,
  getResponseTaskSchema,
  getTaskDetailsTaskSchema,
  imageUploadTaskSchema,
  mediaStorageTaskSchema,
  pingTaskSchema,
} from '../../shared/generation/tasks.ts'
import { inEnglish } from '../../shared/words/english.ts'
import { TaskRefusal } from './RunwareBackend.ts'

const otherTaskSchema = z.discriminatedUnion('taskType', [
  mediaStorageTaskSchema,
  getResponseTaskSchema,
  getTaskDetailsTaskSchema,
  accountManagementTaskSchema,
  imageUploadTaskSchema,
  pingTaskSchema,
])

export type Task = z.infer<typeof otherTaskSchema> | VideoInferenceRequest

/** The real service was seen to accept and bill unknown keys; a strict server refuses them. */
export type UnknownKeys = 'refuse' | 'accept'

/** The parts of a task that every answer about it repeats. */
export function identityOf(value: unknown): { taskType?: string; taskUUID?: string } {
  if (typeof value !== 'object' || value === null) return {}
  const { taskType, taskUUID } = value as { taskType?: unknown; taskUUID?: unknown }
  return {
    ...(typeof taskType === 'string' ? { taskType } : {}),
    ...(typeof taskUUID === 'string' ? { taskUUID } : {}),
  }
}

/** @throws TaskRefusal with the protocol's error. */
export function parseTask(
  value: unknown,
  unknownKeys: UnknownKeys,
  facts: RequestFacts = {},
): Task {
  const identity = identityOf(value)
  if (identity.taskType === 'videoInference') return parseVideoTask(value, unknownKeys, facts)
  const parsed = otherTaskSchema.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  if (issue?.code === 'unrecognized_keys') {
    const parameter = issue.keys[0] ?? ''
    const message = `Unsupported use of '${parameter}' parameter.`
    throw new TaskRefusal({ code: 'unsupportedParameter', message, parameter, ...identity })
  }
  const parameter = issue?.path.join('.') || 'taskType'
  if (parameter === 'taskType') {
    throw new TaskRefusal({
      code: 'unsupportedTaskType',
      message: `Unsupported task type: '${identity.taskType ?? ''}'.`,
      parameter,
      ...identity,
    })
  }
  const code = parameter === 'taskUUID' ? 'invalidTaskUUID' : 'invalidParameter'
  throw new TaskRefusal({
    code,
    message: `Invalid value for '${parameter}' parameter.`,
    parameter,
    ...identity,
  })
}

function parseVideoTask(
  value: unknown,
  unknownKeys: UnknownKeys,
  facts: RequestFacts,
): VideoInferenceRequest {
  const identity = identityOf(value)
  const parsed = parseRequestDocument(value)
  if (!parsed.ok) {
    const unknown = parsed.problems.filter(({ kind }) => kind === 'unknown')
    if (unknownKeys === 'accept' && unknown.length > 0) {
      return parseVideoTask(
        unknown.reduce((rest, { field }) => without(rest, field), value),
        'refuse',
        facts,
      )
    }
    const [problem] = parsed.problems
    const parameter = problem?.field ?? ''
    throw new TaskRefusal({
      code: problemCode(parameter, problem?.kind ?? 'invalid'),
      message:
        problem?.kind === 'missing'
          ? `Missing required parameter: '${parameter}'.`
          : problem
            ? inEnglish(problem.said)
            : '',
      parameter,
      ...identity,
    })
  }
  const violation = checkRequest(parsed.request, facts).find(({ severity }) => severity === 'error')
  if (violation) {
    throw new TaskRefusal({
      code: violationCode(violation),
      message:
        violation.said.key === 'generation:noSuchSize'
          ? sizeMessage(facts)
          : inEnglish(violation.said),
      parameter: violation.field,
      ...identity,
    })
  }
  return parsed.request
}

/** As the service words it, with the list that clients read. */
const sizeMessage = (facts: RequestFacts): string => {
  const pairs = modelOf(facts).sizes.map(({ width, height }) => `'${width}x${height}'`)
  return `Unsupported use of width/height parameters. Supported values are: ${pairs.join(', ')}.`
}

function problemCode(field: string, kind: 'missing' | 'unknown' | 'invalid'): string {
  if (kind === 'missing') {
    return field === 'positivePrompt' ? 'missingPositivePrompt' : 'missingParameter'
  }
  if (kind === 'unknown') return 'unsupportedParameter'
  const named: Readonly<Record<string, string>> = {
    taskUUID: 'invalidTaskUUID',
    model: 'invalidModel',
    positivePrompt: 'invalidPositivePrompt',
  }
  return named[field] ?? 'invalidParameter'
}

function violationCode({ field, suggestion }: RuleViolation): string {
  if (field === 'positivePrompt') return 'invalidPositivePromptLength'
  if (field === 'duration') return 'unsupportedDuration'
  const isRemoval = Object.values(suggestion?.changes ?? {}).includes(null)
  return isRemoval ? 'incompatibleParameters' : 'unsupportedParameter'
}

function without(node: unknown, field: string): unknown {
  const [, head = '', tail = ''] = /^([^.[\]]+)\]?\.?\[?(.*)$/.exec(field) ?? []
  if (typeof node !== 'object' || node === null) return node
  if (Array.isArray(node)) {
    return node.map((item, i) => (String(i) === head ? without(item, tail) : item))
  }
  return Object.fromEntries(
    Object.entries(node).flatMap(([key, value]) => {
      if (key !== head) return [[key, value]]
      return tail === '' ? [] : [[key, without(value, tail)]]
    }),
  )
}
