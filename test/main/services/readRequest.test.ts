import { expect, it } from 'vitest'
import { readRequest } from '../../../main/services/readRequest.ts'
import { requestOf } from '../../../main/services/shotRequest.ts'
import { idsFrom } from '../../../shared/commands/Command.ts'
import { addShot } from '../../../shared/edit/createShot.ts'
import { RAY_3_2 } from '../../../shared/generation/models.ts'
import type { AssetId } from '../../../shared/model/ids.ts'
import { newProject } from '../../../shared/model/newProject.ts'
import { Records } from '../../../shared/model/records.ts'
import { rational } from '../../../shared/time/rational.ts'
import { videoAsset } from './videoAsset.ts'

const project = {
  ...newProject('P', { rate: rational(24), width: 1920, height: 1080 }, idsFrom('p')),
  assets: Records.of([videoAsset('bunny' as AssetId, '100-aa')]),
}
const request = {
  taskType: 'videoInference',
  taskUUID: '7d3ad5a0-8d0c-4f7e-9c3c-1f0c7f2f8f11',
  model: 'luma:ray@3.2',
  positivePrompt: 'evening light',
  resolution: '720p',
  inputs: {
    video: 'keyreel:100-aa@7/2+120f',
    frameImages: [{ image: 'keyreel:100-aa@3', frame: 0 }],
  },
  settings: { edit: { strength: 'adhere_3', controls: { face: true } } },
} as const
const read = (text: string) => readRequest(text, 'Evening', project, idsFrom('r'), RAY_3_2)

it('finds this machine’s media again, with its span and its time, and comes out as it was', () => {
  const { shot, pins, assets } = read(JSON.stringify(request))
  expect([shot.source, pins.map(({ picture }) => picture), assets]).toEqual([
    { assetId: 'bunny', start: rational(7, 2), duration: rational(5) },
    [{ assetId: 'bunny', time: rational(3) }],
    [],
  ])
  const after = addShot(project, shot, pins)
  expect(requestOf(after, shot, request.taskUUID, RAY_3_2).request).toEqual(request)
})

it('names every error of a document with its field, and what is no JSON', () => {
  const told = (text: string): string => {
    try {
      read(text)
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
    return 'read'
  }
  expect(told('{"a": ')).toMatch(/^This is no JSON \(.+\)\. Paste the whole document/)
  const wrong = told(JSON.stringify({ ...request, model: undefined, style: 1 }))
  expect(wrong).toContain('style: Ray3.2 has no field "style" here')
  expect(wrong).toContain('model: model is missing.')
})
