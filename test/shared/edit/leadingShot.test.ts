import { expect, it } from 'vitest'
import { acceptTake } from '../../../shared/edit/acceptTake.ts'
import { createShot } from '../../../shared/edit/createShot.ts'
import {
  bridgingCut,
  extendingClip,
  fillingGap,
  type LeadingShot,
} from '../../../shared/edit/leadingShot.ts'
import type { AssetId } from '../../../shared/model/ids.ts'
import { rational } from '../../../shared/time/rational.ts'
import { SHOT, shotWith, takeOf } from '../model/shots.ts'
import { counting, cutOf, item, TIMELINE, track } from './cutText.ts'

const pin = (index: number, asset: string, frame: number, rate = 24) => ({
  index,
  picture: { assetId: asset as AssetId, time: rational(frame, rate) },
})
const leading = (
  place: Pick<LeadingShot['place'], 'frame' | 'duration' | 'mode'>,
  pictures: LeadingShot['pictures'],
  length: LeadingShot['length'] = 5,
): LeadingShot => ({
  ...{ length, pictures, assets: [] },
  place: { timelineId: TIMELINE, pictureTrackId: track('V1'), ...place },
})

it('fills a gap from the last picture before it to the first one behind it, at the index where it ends', () => {
  const project = cutOf(['V1 |A 0-48@10|gap 48-120|B 120-168@30|'])
  expect(fillingGap(project, track('V1'), 60)).toEqual(
    leading({ frame: 48, duration: 72, mode: 'overwrite' }, [pin(0, 'A', 57), pin(72, 'B', 30)]),
  )
})

it('takes 10 s for a longer gap, and what there is where nothing lies before it', () => {
  const project = cutOf(['V1 |gap 0-180|B 180-240|'], { rate: rational(30) })
  expect(fillingGap(project, track('V1'), 0)).toEqual(
    leading({ frame: 0, duration: 180, mode: 'overwrite' }, [pin(144, 'B', 0)], 10),
  )
})

it('pins the last index where a gap is as long as a shot', () => {
  const project = cutOf(['V1 |A 0-24|gap 24-144|B 144-168|'])
  expect(fillingGap(project, track('V1'), 24).pictures.map(({ index }) => index)).toEqual([0, 120])
})

it('bridges a cut with 5 s between its pictures and goes on from a last one', () => {
  const project = cutOf(['V1 |A 0-48|B 48-96@5|'])
  const between = { frame: 48, duration: 120, mode: 'insert' } as const
  expect([
    bridgingCut(project, item('V1.A'), item('V1.B')),
    extendingClip(project, item('V1.B')),
  ]).toEqual([
    leading(between, [pin(0, 'A', 47), pin(120, 'B', 5)]),
    leading({ ...between, frame: 96 }, [pin(0, 'B', 52)]),
  ])
})

it('goes on from a take, which comes along as an asset', () => {
  const empty = cutOf(['V1 |A 0-48|'])
  const at = { timelineId: TIMELINE, pictureTrackId: track('V1'), frame: 48, duration: 100 }
  const place = { ...at, mode: 'append' } as const
  const withShot = createShot(empty, { shot: shotWith(), pins: [], place }, counting('new'))
  const clip = withShot.tracks.get('V1')?.items.at(-1) ?? item('none')
  expect(() => extendingClip(withShot, clip)).toThrow(/No clip beside this place on V1/)
  const take = takeOf(1)
  const made = extendingClip(acceptTake(withShot, { shotId: SHOT, take }), clip)
  expect([made.pictures, made.assets]).toEqual([
    [{ index: 0, picture: { assetId: take.asset.id, time: rational(99, 24) } }],
    [take.asset],
  ])
})

it.each([
  [
    'a gap too long for a shot',
    () => fillingGap(GAPS, track('V1'), 48),
    /10\.5 s long.*at most 10/,
  ],
  ['no gap', () => fillingGap(GAPS, track('V1'), 0), /no gap on V1/],
  ['clips apart', () => bridgingCut(GAPS, item('V1.A'), item('V1.B')), /do not meet/],
])('refuses %s', (_name, lead, why) => {
  expect(lead).toThrow(why)
})
const GAPS = cutOf(['V1 |A 0-48|gap 48-300|B 300-310|'])
