import { expect, it } from 'vitest'
import { checkRequest } from '../../../shared/generation/rules.ts'
import {
  WORKFLOW_RECIPES,
  WORKFLOWS,
  workflowPrompt,
} from '../../../shared/generation/workflows.ts'
import { rational } from '../../../shared/time/rational.ts'

it.each(WORKFLOWS)('%s composes a legal request', (workflow) => {
  const { strength, ...controls } = WORKFLOW_RECIPES[workflow].edit
  const request = {
    taskType: 'videoInference',
    taskUUID: '7d3ad5a0-8d0c-4f7e-9c3c-1f0c7f2f8f11',
    model: 'luma:ray@3.2',
    positivePrompt: workflowPrompt(workflow, 'a knight in armour'),
    resolution: '720p',
    inputs: { video: 'keyreel:a@0/1+120f', frameImages: [{ image: 'keyreel:b@0/1', frame: 0 }] },
    settings: { edit: { ...(strength && { strength }), controls } },
  } as const
  const facts = {
    localInputs: new Set(['keyreel:a@0/1+120f', 'keyreel:b@0/1']),
    sourceDuration: rational(5),
    sourceSize: { width: 1280, height: 720 },
  }
  expect(checkRequest(request, facts)).toEqual([])
})

it('puts a person’s words between its own, as sentences', () => {
  expect([
    workflowPrompt('character', ' a knight in armour '),
    workflowPrompt('motion', 'A heron lands!'),
    workflowPrompt('relight', '  '),
  ]).toEqual([
    'The person becomes: a knight in armour. Performance, timing, background, light and camera stay as they are.',
    'A heron lands! Every movement and its timing follow the source footage exactly.',
    '',
  ])
})
