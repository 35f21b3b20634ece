import { describe, expect, it } from 'vitest'
import { createShot } from '../../../shared/edit/createShot.ts'
import { type SnapCandidate, snap } from '../../../shared/edit/snap.ts'
import { snapCandidates } from '../../../shared/edit/snapCandidates.ts'
import type { MarkerId } from '../../../shared/model/ids.ts'
import { Records } from '../../../shared/model/records.ts'
import { timelineOf } from '../../../shared/model/select.ts'
import { ZERO } from '../../../shared/time/rational.ts'
import { assetOf } from '../model/mediaOf.ts'
import { pinAt, shotWith } from '../model/shots.ts'
import { counting, cutOf, item, TIMELINE, track } from './cutText.ts'

const at = (frame: number, kind: SnapCandidate['kind'] = 'edge'): SnapCandidate => ({
  frame,
  kind,
  label: kind,
})

describe('snap', () => {
  it.each<[string, Parameters<typeof snap>[0], ReturnType<typeof snap>]>([
    [
      'catches at 8 pixels',
      { frame: 116, candidates: [at(100)], framesPerPixel: 2 },
      { frame: 100, candidate: at(100) },
    ],
    [
      'not beyond',
      { frame: 116.1, candidates: [at(100)], framesPerPixel: 2 },
      { frame: 116, candidate: null },
    ],
    [
      'gives whole frames',
      { frame: 12.6, candidates: [], framesPerPixel: 1 },
      { frame: 13, candidate: null },
    ],
    [
      'prefers the playhead to a nearer edge',
      { frame: 100, candidates: [at(101), at(107, 'playhead')], framesPerPixel: 1 },
      { frame: 107, candidate: at(107, 'playhead') },
    ],
    [
      'prefers an edge to a nearer pin',
      { frame: 100, candidates: [at(100, 'pin'), at(103)], framesPerPixel: 1 },
      { frame: 103, candidate: at(103) },
    ],
    [
      'takes the nearer of a kind',
      { frame: 100, candidates: [at(96), at(103)], framesPerPixel: 1 },
      { frame: 103, candidate: at(103) },
    ],
    [
      'and the earlier of two as near',
      { frame: 100, candidates: [at(103), at(97)], framesPerPixel: 1 },
      { frame: 97, candidate: at(97) },
    ],
    [
      'holds what it has up to 18 pixels',
      {
        frame: 118,
        candidates: [at(100), at(117, 'playhead')],
        framesPerPixel: 1,
        stuckTo: at(100),
      },
      { frame: 100, candidate: at(100) },
    ],
    [
      'and lets go then',
      { frame: 118.5, candidates: [at(100)], framesPerPixel: 1, stuckTo: at(100) },
      { frame: 119, candidate: null },
    ],
    [
      'does not hold what is gone',
      { frame: 110, candidates: [at(300)], framesPerPixel: 1, stuckTo: at(100) },
      { frame: 110, candidate: null },
    ],
  ])('%s', (_, input, expected) => {
    expect(snap(input)).toEqual(expected)
  })

  it('finds everything a timeline offers', () => {
    const plain = cutOf(['V1 |A 0-24|B 24-48|'])
    const project = createShot(
      { ...plain, assets: plain.assets.with(assetOf('still', ZERO, 'still')) },
      {
        shot: shotWith(),
        pins: [pinAt(0), pinAt(48)],
        place: {
          timelineId: TIMELINE,
          pictureTrackId: track('V1'),
          frame: 48,
          mode: 'overwrite',
          duration: 60,
        },
      },
      counting('new'),
    )
    const marker = {
      id: 'm' as MarkerId,
      timelineId: TIMELINE,
      frame: 33,
      duration: 0,
      name: 'here',
      color: 'amber' as const,
    }
    const marked = { ...project, markers: Records.of([marker]) }
    const timeline = { ...timelineOf(project, TIMELINE), inFrame: 5, outFrame: 90 }
    const found = snapCandidates(marked, timeline, {
      playhead: 7,
      without: new Set([item('V1.B')]),
    })
    expect(found.map(({ frame, kind, label }) => `${kind} ${frame} ${label}`)).toEqual([
      'playhead 7 playhead',
      'edge 0 A',
      'edge 24 A',
      'edge 48 Oak',
      'edge 108 Oak',
      'pin 48 0',
      'pin 96 48',
      'marker 33 here',
      'range 5 in',
      'range 90 out',
    ])
  })
})
