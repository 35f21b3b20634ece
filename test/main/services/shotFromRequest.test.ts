/** JSON -> shot -> JSON: what a document asks for comes out of the shot that was made of it. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shotFromRequest } from '../../../main/services/shotFromRequest.ts'
import { requestOf } from '../../../main/services/shotRequest.ts'
import { idsFrom } from '../../../shared/commands/Command.ts'
import { createShot } from '../../../shared/edit/createShot.ts'
import { updateShot } from '../../../shared/edit/updateShot.ts'
import { canonicalRequest } from '../../../shared/generation/canonical.ts'
import { parseRequestDocument } from '../../../shared/generation/document.ts'
import { RAY_3_2 } from '../../../shared/generation/models.ts'
import type { RequestFacts } from '../../../shared/generation/pricing.ts'
import type { VideoInferenceRequest } from '../../../shared/generation/request.ts'
import { mediaReferences } from '../../../shared/generation/rules/media.ts'
import { checkRequest, isSendable } from '../../../shared/generation/rules.ts'
import { applySuggestion } from '../../../shared/generation/violation.ts'
import type { Asset } from '../../../shared/model/asset.ts'
import type { AssetId, ShotId } from '../../../shared/model/ids.ts'
import { newProject } from '../../../shared/model/newProject.ts'
import { recipeOf } from '../../../shared/model/recipe.ts'
import { Records } from '../../../shared/model/records.ts'
import { shotOf } from '../../../shared/model/select.ts'
import { rational } from '../../../shared/time/rational.ts'
import { inEnglish } from '../../../shared/words/english.ts'
import { say } from '../../../shared/words/say.ts'
import { request as anyRequest } from '../../shared/generation/anyRequest.ts'
import { EXAMPLE_NAMES, LEGAL, readExample } from '../../shared/generation/examples.ts'
import { videoAsset } from './videoAsset.ts'

const id = 'shot' as ShotId

/** The document after it was a shot of a project; `isLocal` says which of its media are files of this machine. */
function through(request: VideoInferenceRequest, isLocal: (media: string) => boolean) {
  const assets = new Map<string, Asset>()
  for (const { media } of mediaReferences(request)) {
    if (isLocal(media)) assets.set(media, videoAsset(media as AssetId, `key-${media}`))
  }
  const read = shotFromRequest(request, {
    ...{ id, name: 'Read', makeId: idsFrom('pin'), model: RAY_3_2 },
    assetFor: (media) => assets.get(media),
  })
  const empty = newProject('P', { rate: rational(24), width: 1920, height: 1080 }, idsFrom('p'))
  const project = createShot({ ...empty, assets: Records.of(assets.values()) }, read, idsFrom('c'))
  const made = requestOf(project, shotOf(project, id), request.taskUUID, RAY_3_2)
  const original = (media: string): string => /^keyreel:key-(.*)@/.exec(media)?.[1] ?? media
  const { inputs } = made.request
  const mediaBack: VideoInferenceRequest = {
    ...made.request,
    ...(inputs && {
      inputs: {
        ...inputs,
        ...(inputs.video === undefined ? {} : { video: original(inputs.video) }),
        ...(inputs.frameImages && {
          frameImages: inputs.frameImages.map((one) => ({ ...one, image: original(one.image) })),
        }),
      },
    }),
  }
  return { ...read, project, made, request: mediaBack }
}

function parsed(document: unknown): VideoInferenceRequest {
  const read = parseRequestDocument(document)
  if (!read.ok) throw new Error(read.problems.map(({ said }) => inEnglish(said)).join(' '))
  return read.request
}

/** The request with every suggestion carried out; null where errors without one remain. */
function mended(request: VideoInferenceRequest, facts: RequestFacts): VideoInferenceRequest | null {
  let at = request
  for (let step = 0; step < 40; step++) {
    const violations = checkRequest(at, facts)
    if (isSendable(violations)) return at
    const next = violations.find((v) => v.severity === 'error' && v.suggestion)
    if (!next?.suggestion) return null
    at = applySuggestion(at, next.suggestion)
  }
  return null
}

describe('a document that becomes a shot', () => {
  it.each(EXAMPLE_NAMES)('%s comes out again', (name) => {
    const request = parsed(readExample(name))
    for (const isLocal of [() => true, () => false]) {
      const { request: again, notes } = through(request, isLocal)
      expect(canonicalRequest(again)).toEqual(canonicalRequest(request))
      expect(notes).toEqual(name === 'cyclorama-reframe' ? [say('take:positionAsCentre')] : [])
    }
  })

  it.each(Object.entries(LEGAL))('%s of the reference comes out again', (_name, request) => {
    for (const isLocal of [() => true, () => false]) {
      expect(canonicalRequest(through(request, isLocal).request)).toEqual(canonicalRequest(request))
    }
  })

  it('comes out again, whatever it asks for', () => {
    let kept = 0
    fc.assert(
      fc.property(anyRequest, fc.boolean(), fc.boolean(), (any, isVideoLocal, isPictureLocal) => {
        const isLocal = (media: string): boolean =>
          media === any.inputs?.video ? isVideoLocal : isPictureLocal
        const facts = isVideoLocal ? { sourceDuration: rational(10) } : {}
        const request = mended(any, facts)
        fc.pre(request !== null)
        kept += 1
        const { request: again, made } = through(request, isLocal)
        expect(canonicalRequest(again)).toEqual(canonicalRequest(request))
        expect(parseRequestDocument(made.request).ok).toBe(true)
        // A second time nothing is left to spell differently.
        expect(through(again, isLocal).request).toEqual(again)
      }),
      { numRuns: process.env.KEYREEL_SOAK === '1' ? 20_000 : 1000, maxSkipsPerRun: 100 },
    )
    expect(kept).toBeGreaterThan(900)
  })

  it('keeps what the service fetches itself until the editor chooses something else', () => {
    const { project, shot } = through(LEGAL.automaticEdit, () => false)
    expect(shot.remote).toEqual({ video: LEGAL.automaticEdit.inputs.video })
    const asset = videoAsset('a' as AssetId, 'key')
    const withAsset = { ...project, assets: Records.of([asset]) }
    const source = { assetId: asset.id, start: rational(0), duration: rational(2) }
    const chosen = updateShot(withAsset, { shotId: id, patch: { source } })
    expect(requestOf(chosen, shotOf(chosen, id), 'uuid', RAY_3_2).request.inputs?.video).toBe(
      'keyreel:key@0+48f',
    )
    expect(recipeOf(chosen, shotOf(chosen, id))).not.toBe(recipeOf(project, shot))
  })

  it('holds guides as far on as a video out on the web may go', () => {
    const request = parsed({
      ...LEGAL.automaticEdit,
      inputs: {
        video: 'https://example.com/long.mp4',
        frameImages: [{ image: 'https://example.com/guide.png', frame: 300 }],
      },
    })
    const isLocal = (media: string): boolean => media.endsWith('.png')
    expect(canonicalRequest(through(request, isLocal).request)).toEqual(canonicalRequest(request))
  })

  it('has a size of its own once one is chosen', () => {
    const { project } = through(LEGAL.keyframes, () => true)
    const sized = updateShot(project, { shotId: id, patch: { aspect: '1:1' } })
    expect(requestOf(sized, shotOf(sized, id), 'uuid', RAY_3_2).request).toMatchObject({
      ...{ width: 960, height: 960 },
    })
    const { project: open } = through(
      parsed({ ...LEGAL.automaticEdit, resolution: undefined }),
      () => true,
    )
    expect(requestOf(open, shotOf(open, id), 'uuid', RAY_3_2).request.resolution).toBeUndefined()
    const chosen = updateShot(open, { shotId: id, patch: { resolution: '540p' } })
    expect(requestOf(chosen, shotOf(chosen, id), 'uuid', RAY_3_2).request.resolution).toBe('540p')
  })
})
