import { describe, expect, it } from 'vitest'
import { requestOf } from '../../../main/services/shotRequest.ts'
import { idsFrom } from '../../../shared/commands/Command.ts'
import { RAY_3_2 } from '../../../shared/generation/models.ts'
import { checkRequest } from '../../../shared/generation/rules.ts'
import type { AssetId, PinId, ShotId } from '../../../shared/model/ids.ts'
import { newProject } from '../../../shared/model/newProject.ts'
import type { Project } from '../../../shared/model/project.ts'
import { Records } from '../../../shared/model/records.ts'
import type { Shot } from '../../../shared/model/shot.ts'
import { rational } from '../../../shared/time/rational.ts'
import { videoAsset } from './videoAsset.ts'

const UUID = '7e860220-59b7-4ec4-a301-820ea565617b'
const asset = videoAsset('asset-1' as AssetId, '100-aa')
const shotId = 'shot-1' as ShotId
const shot = (more: Partial<Shot>): Shot => ({
  ...{ id: shotId, name: 'Shot', mode: 'text', prompt: 'A meadow.', length: 5 },
  ...{ resolution: '720p', aspect: '16:9', loop: false, hdr: false, exrExport: false },
  ...more,
})
const project = (pins: readonly number[] = []): Project => ({
  ...newProject('P', { rate: rational(24), width: 1920, height: 1080 }, idsFrom('p')),
  assets: Records.of([asset]),
  pins: Records.of(
    pins.map((index) => ({
      id: `pin-${index}` as PinId,
      shotId,
      index,
      picture: { assetId: asset.id, time: rational(index, 24) },
    })),
  ),
})
const head = {
  taskType: 'videoInference',
  taskUUID: UUID,
  model: 'luma:ray@3.2',
  positivePrompt: 'A meadow.',
}
const source = { assetId: asset.id, start: rational(1, 2), duration: rational(49, 24) }

describe('a shot as a request', () => {
  it('of text: size by resolution and aspect, switches only when on', () => {
    const made = requestOf(project(), shot({ aspect: '21:9', loop: true }), UUID, RAY_3_2)
    expect(made.request).toEqual({
      ...head,
      ...{ width: 1680, height: 720, duration: 5, settings: { loop: true } },
    })
    expect(checkRequest(made.request, made.facts)).toEqual([])
    const { request } = requestOf(project(), shot({ length: 10 }), UUID, RAY_3_2)
    expect(request).toEqual({ ...head, ...{ width: 1280, height: 720, duration: 10 } })
  })

  it('of pins: pictures in order of their index, which are whole numbers', () => {
    const made = requestOf(project([120, 0, 48]), shot({ mode: 'pins' }), UUID, RAY_3_2)
    expect(made.request).toEqual({
      ...head,
      ...{ width: 1280, height: 720, duration: 5 },
      inputs: {
        frameImages: [
          { image: 'keyreel:100-aa@0', frame: 0 },
          { image: 'keyreel:100-aa@2', frame: 48 },
          { image: 'keyreel:100-aa@5', frame: 120 },
        ],
      },
    })
    expect(made.inputs[1]).toEqual({
      ...{ kind: 'picture', placeholder: 'keyreel:100-aa@2', mediaKey: '100-aa' },
      time: rational(2),
    })
    expect(checkRequest(made.request, made.facts)).toEqual([])
  })

  it('of pins without pins: says so instead of becoming a request of text', () => {
    const made = requestOf(project(), shot({ mode: 'pins' }), UUID, RAY_3_2)
    expect(checkRequest(made.request, made.facts)).toMatchObject([
      { field: 'inputs.frameImages', severity: 'error' },
    ])
  })

  it('of a transformation: the span on the 24 fps grid, guides, controls', () => {
    const edit = { strength: 'flex_2', poseStrength: 'precise', face: true } as const
    const made = requestOf(project([24]), shot({ mode: 'transform', source, edit }), UUID, RAY_3_2)
    expect(made.request).toEqual({
      ...head,
      resolution: '720p',
      inputs: {
        video: 'keyreel:100-aa@1/2+49f',
        frameImages: [{ image: 'keyreel:100-aa@1', frame: 24 }],
      },
      settings: { edit: { strength: 'flex_2', controls: { poseStrength: 'precise', face: true } } },
    })
    expect(made.facts).toEqual({
      sourceDuration: rational(49, 24),
      sourceSize: { width: 1920, height: 1080 },
      localInputs: new Set(['keyreel:100-aa@1/2+49f', 'keyreel:100-aa@1']),
      model: RAY_3_2,
    })
    expect(checkRequest(made.request, made.facts)).toEqual([])
  })

  it('of a reframe: the new size and the placement from its top left corner', () => {
    const placement = { x: 0.62, y: 0, width: 0.38, height: 1 }
    const made = requestOf(project(), shot({ mode: 'reframe', source, placement }), UUID, RAY_3_2)
    expect(made.request).toEqual({
      ...head,
      ...{ width: 1280, height: 720, inputs: { video: 'keyreel:100-aa@1/2+49f' } },
      settings: { sourcePosition: placement },
    })
    expect(checkRequest(made.request, made.facts)).toEqual([])
  })

  it('without a source: says which footage is missing', () => {
    expect(
      requestOf(project(), shot({ mode: 'transform' }), UUID, RAY_3_2).violations,
    ).toMatchObject([{ field: 'inputs.video', said: { key: 'generation:noFootageToTransform' } }])
  })
})
