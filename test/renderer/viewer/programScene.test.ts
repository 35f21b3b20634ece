import { expect, test } from 'vitest'
import { programScene } from '../../../renderer/features/viewer/programScene.ts'
import { layersIn } from '../../../renderer/playback/compositor/layersIn.ts'
import type { AssetId, ShotId, TakeId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import { Records } from '../../../shared/model/records.ts'
import { clipOf, record, timelineOf } from '../../../shared/model/select.ts'
import type { Take } from '../../../shared/model/take.ts'
import type { Picture } from '../../../shared/render/picture.ts'
import { say } from '../../../shared/words/say.ts'
import { cutOf, item, TIMELINE } from '../../shared/edit/cutText.ts'

const cut = cutOf(['V1 |A 0-24|S 24-72|'])
const shotId = 'shot' as ShotId
const project: Project = {
  ...cut,
  items: cut.items.with({ ...clipOf(cut, item('V1.S')), source: { kind: 'shot', shotId } }),
  shots: Records.of([
    {
      id: shotId,
      name: 'oak_push',
      mode: 'text',
      prompt: '',
      length: 5,
      resolution: '720p',
      aspect: '16:9',
      loop: false,
      hdr: false,
      exrExport: false,
    },
  ]),
}
const timeline = timelineOf(project, TIMELINE)
const footage = record(cut, 'assets', clipAsset())

function clipAsset(): AssetId {
  const { source } = clipOf(cut, item('V1.A'))
  if (source.kind !== 'asset') throw new Error('A clip of the cut shows no asset')
  return source.assetId
}

const take = (number: number): Take => ({
  id: `take ${number}` as TakeId,
  shotId,
  number,
  engine: 'local',
  method: say('method:rife'),
  asset: { ...footage, id: `asset ${number}` as AssetId, name: `take ${number}` },
  request: {},
  response: {},
  recipe: '',
  cost: 0,
  notes: [],
  submittedAt: '',
  finishedAt: '',
})

const seen = (picture: Picture | null): string[] | null =>
  picture &&
  layersIn(picture).map(({ content }) =>
    content.kind === 'media' ? content.asset.name : content.kind,
  )

function scene(frame: number, numbers: number[], mode: 'one' | 'side' | 'wipe' | 'difference') {
  const audition = { shotId, takes: numbers.map(take), mode }
  const { picture, others, comparison, shown } = programScene(project, timeline, frame, audition)
  const numbersShown = shown.map((one) => one?.number ?? null)
  return { picture: seen(picture), others: others.map(seen), comparison, shown: numbersShown }
}

test('a shot without a take is its slate', () => {
  expect(seen(programScene(project, timeline, 30, null).picture)).toEqual(['slate'])
})

test('a take on trial is seen in the cut without being in it', () => {
  expect(scene(30, [1], 'one')).toEqual({
    picture: ['take 1'],
    others: [],
    comparison: 'one',
    shown: [1],
  })
})

test('one take is compared with the cut, two with each other', () => {
  expect(scene(30, [1], 'wipe')).toEqual({
    picture: ['slate'],
    others: [['take 1']],
    comparison: 'wipe',
    shown: [null, 1],
  })
  expect(scene(30, [1, 2], 'difference')).toEqual({
    picture: ['take 1'],
    others: [['take 2']],
    comparison: 'difference',
    shown: [1, 2],
  })
})

test('elsewhere the trial changes nothing', () => {
  expect(scene(10, [1, 2], 'side')).toEqual({
    picture: ['A.mp4'],
    others: [],
    comparison: 'one',
    shown: [],
  })
})

test('up to four are seen side by side, over each other the last two', () => {
  expect(scene(30, [1, 2, 3, 4, 5], 'side')).toEqual({
    picture: ['take 2'],
    others: [['take 3'], ['take 4'], ['take 5']],
    comparison: 'side',
    shown: [2, 3, 4, 5],
  })
  expect(scene(30, [1, 2, 3], 'difference')).toEqual({
    picture: ['take 2'],
    others: [['take 3']],
    comparison: 'difference',
    shown: [2, 3],
  })
})
