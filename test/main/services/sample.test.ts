import { expect, it } from 'vitest'
import { sampleDocument } from '../../../main/services/sample.ts'
import { requestOf } from '../../../main/services/shotRequest.ts'
import { RAY_3_2 } from '../../../shared/generation/models.ts'
import { checkRequest, isSendable } from '../../../shared/generation/rules.ts'
import type { AssetId } from '../../../shared/model/ids.ts'
import { parseProject } from '../../../shared/model/migrations/parseProject.ts'
import { placedClips, settingsOf, timelineOf, tracksOf } from '../../../shared/model/select.ts'
import { inEnglish } from '../../../shared/words/english.ts'
import { videoAsset } from './videoAsset.ts'

it('the sample is a sound document: cuts with their sound, a move, and a shot ready to be generated', () => {
  const asset = videoAsset('asset' as AssetId, '100-aa')
  const project = sampleDocument(
    {
      ...asset,
      info: {
        ...asset.info,
        audio: [
          {
            index: 1,
            codec: 'aac',
            sampleRate: 48000,
            channels: 2,
            start: { num: 0, den: 1 },
            duration: { num: 30, den: 1 },
          },
        ],
        duration: { num: 30, den: 1 },
      },
    },
    inEnglish,
  )
  expect(parseProject(JSON.parse(JSON.stringify(project)))).toEqual(project)
  const tracks = tracksOf(project, timelineOf(project, settingsOf(project).timelineId))
  const cut = tracks.map((track) => [
    track.name,
    placedClips(project, track).map(({ item, start, end }) => `${item.name} ${start}-${end}`),
  ])
  expect(Object.fromEntries(cut)).toEqual({
    V1: ['Meadow 0-120', 'Flowers 120-204', 'Bird 204-324', 'Bridge 324-444'],
    V2: [],
    A1: ['Meadow 0-120', 'Flowers 120-204', 'Bird 204-324'],
    A2: [],
  })
  const [shot] = project.shots.values()
  if (!shot) throw new Error('There is no shot')
  const { request, facts } = requestOf(
    project,
    shot,
    '7e860220-59b7-4ec4-a301-820ea565617b',
    RAY_3_2,
  )
  expect(isSendable(checkRequest(request, facts))).toBe(true)
})
