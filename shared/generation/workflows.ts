/**
 * Named ways of transforming footage. The model has no field for any of them: each is a prompt, controls of the edit
 * and perhaps a guide picture, which together say what to keep of the source.
 */
import type { EditControls } from '../model/shot.ts'

export const WORKFLOWS = [
  'motion',
  'camera',
  'character',
  'relight',
  'environment',
  'product',
] as const
export type Workflow = (typeof WORKFLOWS)[number]

export interface WorkflowRecipe {
  /** Lets nothing through that the workflow promises to keep. */
  readonly edit: EditControls
  /** Around the person's words. In English, which the model was trained on. */
  readonly before: string
  readonly after: string
}

export const WORKFLOW_RECIPES: Readonly<Record<Workflow, WorkflowRecipe>> = {
  motion: {
    edit: { strength: 'reimagine_2', poseStrength: 'precise', trajectorySparsity: 0 },
    before: '',
    after: 'Every movement and its timing follow the source footage exactly.',
  },
  camera: {
    edit: { strength: 'reimagine_3', depthBlur: 0.6, trajectorySparsity: 0.3 },
    before: '',
    after: 'The camera moves exactly as in the source footage; nothing else of it is kept.',
  },
  character: {
    edit: { strength: 'flex_3', poseStrength: 'precise' },
    before: 'The person becomes:',
    after: 'Performance, timing, background, light and camera stay as they are.',
  },
  relight: {
    edit: { strength: 'adhere_3', poseStrength: 'precise', normalsAugmentation: 0.6, face: true },
    before: 'New light:',
    after: 'People, objects, places, motion and camera stay as they are.',
  },
  environment: {
    edit: { strength: 'flex_3', poseStrength: 'precise', face: true },
    before: 'The scene takes place here:',
    after: 'The people, their performance and the camera stay as they are.',
  },
  product: {
    edit: { strength: 'flex_1', poseStrength: 'precise', trajectorySparsity: 0, face: true },
    before: 'The product in the picture becomes:',
    after:
      'Its place, its size, the hands that hold it, the scene and the camera stay as they are.',
  },
}

const ENDED = /[.!?…。]$/

/** The prompt of a workflow; without words of the person's own an empty one, which the rules refuse. */
export function workflowPrompt(workflow: Workflow, typed: string): string {
  const own = typed.trim()
  if (own === '') return ''
  const { before, after } = WORKFLOW_RECIPES[workflow]
  return [before, ENDED.test(own) ? own : `${own}.`, after].filter(Boolean).join(' ')
}
