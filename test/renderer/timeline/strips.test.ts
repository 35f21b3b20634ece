import { expect, test } from 'vitest'
import { shotBadge } from '../../../renderer/features/timeline/badge.ts'
import { drawnTiles } from '../../../renderer/features/timeline/filmstrip/tiles.ts'
import { lifted } from '../../../renderer/features/timeline/waveform/lifted.ts'
import { tileAt } from '../../../renderer/playback/stripTiles.ts'
import type { Job, JobState } from '../../../shared/jobs/job.ts'
import type { ShotId, TakeId } from '../../../shared/model/ids.ts'
import type { Shot } from '../../../shared/model/shot.ts'
import type { Take } from '../../../shared/model/take.ts'
import { asWritten } from '../../../shared/words/Said.ts'

const tiles = { count: 10, tileWidth: 80, tileHeight: 45 }

test('a tile stands for its part of the media', () => {
  expect([0, 2.99, 3, 29.9, 30, -1].map((time) => tileAt(time, 30, 10))).toEqual([0, 0, 1, 9, 9, 0])
})

test('tiles stand on the clip’s own grid and cover what is painted', () => {
  const span = {
    clipLeft: -100,
    width: 200,
    height: 45,
    secondsAt: (pixels: number) => 6 + pixels * 0.05,
    mediaDuration: 30,
  }
  // Slots begin at -100, -20, 60, 140: four seconds apart.
  expect(drawnTiles(tiles, span)).toEqual([
    { x: -20, width: 80, tile: 3, seconds: 10 },
    { x: 60, width: 80, tile: 4, seconds: 14 },
    { x: 140, width: 80, tile: 6, seconds: 18 },
  ])
})

test('quiet sound is lifted into sight', () => {
  expect([lifted(0), lifted(1), lifted(-1)]).toEqual([0, 1, -1])
  expect(lifted(0.1)).toBeCloseTo(0.316, 3)
})

const shotId = 'shot' as ShotId
const shot = (takeId?: string): Shot => ({
  id: shotId,
  name: 'oak_push',
  mode: 'pins',
  prompt: '',
  length: 5,
  resolution: '720p',
  aspect: '16:9',
  loop: false,
  hdr: false,
  exrExport: false,
  ...(takeId !== undefined && { takeId: takeId as TakeId }),
})
const take = (number: number): Take => ({ id: `take ${number}`, shotId, number }) as unknown as Take
const job = (state: JobState): Job =>
  ({ kind: 'generate', subject: { shotId }, state }) as unknown as Job
const running: JobState = { status: 'running', progress: null, note: asWritten(''), startedAt: '' }
const failed: JobState = { status: 'failed', finishedAt: '', message: asWritten('') }

test('a shot’s badge says what waits for the editor', () => {
  const badge = (
    takeId: string | undefined,
    takes: readonly Take[],
    jobs: readonly Job[],
    isStale = false,
  ) => shotBadge({ shot: shot(takeId), takes, jobs, isStale })
  expect([
    badge(undefined, [], []),
    badge(undefined, [], [job({ status: 'queued' })]),
    badge(undefined, [], [job(failed), job(running)]),
    badge(undefined, [], [job(failed)]),
    badge(undefined, [take(1)], []),
    badge('take 1', [take(1)], []),
    badge('take 1', [take(1)], [], true),
    badge('take 1', [take(1), take(2)], [], true),
    badge('take 2', [take(1), take(2)], [job(failed)]),
  ]).toEqual([
    'draft',
    'queued',
    'generating',
    'failed',
    'candidate',
    'inTheCut',
    'stale',
    'candidate',
    'inTheCut',
  ])
})
