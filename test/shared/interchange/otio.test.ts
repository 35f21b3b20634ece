/** OTIO out and in again by whole values, and odd files. */

import { describe, expect, it } from 'vitest'
import { type JsonObject, OtioUnreadable, parseOtio } from '../../../shared/interchange/otio.ts'
import { mediaUrls } from '../../../shared/interchange/otioMedia.ts'
import { exactRate } from '../../../shared/interchange/otioTime.ts'
import { type OtioReading, readOtio } from '../../../shared/interchange/readOtio.ts'
import { writeOtio } from '../../../shared/interchange/writeOtio.ts'
import { defaultPicture } from '../../../shared/model/clip.ts'
import type { KeyframeId, MarkerId, ShotId, TakeId } from '../../../shared/model/ids.ts'
import { constant } from '../../../shared/model/keyframe.ts'
import type { Project } from '../../../shared/model/project.ts'
import { Records } from '../../../shared/model/records.ts'
import type { Shot } from '../../../shared/model/shot.ts'
import type { Take } from '../../../shared/model/take.ts'
import { rational } from '../../../shared/time/rational.ts'
import { inEnglish } from '../../../shared/words/english.ts'
import { asWritten } from '../../../shared/words/Said.ts'
import { say } from '../../../shared/words/say.ts'
import {
  assetOf,
  clip,
  counter,
  keyed,
  ofAsset,
  projectOf,
  videoInfo,
} from '../render/planFixtures.ts'

const film = assetOf('film', videoInfo(rational(24), { width: 1280, height: 720 }))
const ntsc = assetOf('ntsc', videoInfo(rational(30000, 1001)))
const assets = [film, ntsc]
const read = (root: JsonObject): OtioReading =>
  readOtio(root, {
    makeId: counter('n'),
    words: inEnglish,
    assetFor: (url) => assets.find(({ name }) => url === `media/${name}.mp4`),
  })
const urlOf = ({ name }: { name: string }): string => `media/${name}.mp4`
const through = (root: JsonObject): JsonObject => parseOtio(JSON.stringify(root))

const time = (value: number, rate: number) => ({ OTIO_SCHEMA: 'RationalTime.1', value, rate })
const range = (start: number, duration: number, rate = 24) => ({
  OTIO_SCHEMA: 'TimeRange.1',
  start_time: time(start, rate),
  duration: time(duration, rate),
})
const external = (name: string, available_range: JsonObject | null = null) => ({
  OTIO_SCHEMA: 'ExternalReference.1',
  target_url: `media/${name}.mp4`,
  available_range,
})
const timeline = (children: unknown[], more: Record<string, unknown> = {}): JsonObject =>
  JSON.parse(
    JSON.stringify({
      OTIO_SCHEMA: 'Timeline.1',
      name: 'T',
      tracks: { OTIO_SCHEMA: 'Stack.1', children },
      ...more,
    }),
  )
const track = (children: unknown[], kind = 'Video') => ({
  OTIO_SCHEMA: 'Track.1',
  name: 'one',
  kind,
  children,
})

/** The items of the tracks in order, without ids. */
const items = ({ project, timelineId }: OtioReading) =>
  (project.timelines.get(timelineId)?.tracks ?? []).map((id) =>
    (project.tracks.get(id)?.items ?? []).map((itemId) => {
      const { id: _id, ...item } = project.items.get(itemId) ?? { id: '' }
      return item
    }),
  )

describe('round trip', () => {
  const moving = { ...defaultPicture(), scale: keyed([0, 1], [20, 1.5]), rotation: constant(3) }
  const { project, timeline: own } = projectOf(
    { rate: rational(30000, 1001), width: 1920, height: 1080 },
    assets,
    {
      V1: [
        clip({
          source: ofAsset(film),
          duration: 40,
          sourceStart: rational(1, 7),
          picture: moving,
          linkId: 'l1',
        }),
        12,
        clip({ source: { kind: 'solid', color: '#203040' }, duration: 5 }),
      ],
      V2: [
        7,
        clip({
          source: ofAsset(ntsc),
          duration: 9,
          sourceStart: rational(1001, 3000),
          speed: rational(-1, 3),
          enabled: false,
        }),
        clip({
          ...{ source: ofAsset(film), duration: 30, sourceStart: rational(2) },
          speedKeys: [
            { id: 'k0' as KeyframeId, frame: 6, speed: rational(1, 3), ease: 'linear' },
            { id: 'k1' as KeyframeId, frame: 12, speed: rational(2), ease: 'hold' },
          ],
        }),
      ],
      A1: [
        clip({ source: ofAsset(film), duration: 40, sourceStart: rational(1, 7), linkId: 'l1' }),
        12,
      ],
      A2: [clip({ source: ofAsset(ntsc), duration: 4, speed: rational(0) })],
    },
  )
  const marked: Project = {
    ...project,
    markers: Records.of([
      {
        id: 'm' as MarkerId,
        timelineId: own.id,
        frame: 31,
        duration: 4,
        name: 'look',
        color: 'teal',
      },
    ]),
  }

  it('keeps every clip, time, animation, marker and format exactly', () => {
    const reading = read(through(writeOtio(marked, own.id, { urlOf })))
    expect(reading.notes).toEqual([])
    expect(items(reading)).toEqual(items({ project: marked, timelineId: own.id } as OtioReading))
    const {
      id: _id,
      tracks: _tracks,
      ...format
    } = reading.project.timelines.get(reading.timelineId) ?? own
    const { id: _ownId, tracks: _ownTracks, ...ownFormat } = own
    expect(format).toEqual(ownFormat)
    expect(
      reading.project.markers.values().map(({ frame, duration, name, color }) => ({
        frame,
        duration,
        name,
        color,
      })),
    ).toEqual([{ frame: 31, duration: 4, name: 'look', color: 'teal' }])
  })

  it('writes the same file again after reading it', () => {
    const first = through(writeOtio(marked, own.id, { urlOf }))
    const reading = read(first)
    const again = through(
      writeOtio(reading.project, reading.timelineId, { urlOf, kept: reading.kept }),
    )
    expect(again).toEqual(first)
  })

  it('believes a warp that somebody else put in the place of a ramp', () => {
    const retimed = JSON.parse(
      JSON.stringify(writeOtio(marked, own.id, { urlOf })).replaceAll(
        /"time_scalar":1\.[0-9]+/g,
        '"time_scalar":3',
      ),
    )
    const { project: document } = read(retimed)
    const clips = document.items.values().filter((entry) => entry.kind === 'clip')
    expect(clips.filter(({ speedKeys }) => speedKeys)).toEqual([])
    expect(clips.filter(({ speed }) => speed.num === 3)).toHaveLength(1)
  })

  it('carries the provenance of a take, and never a path', () => {
    const shotId = 's1' as ShotId
    const takeId = 't1' as TakeId
    const generated = assetOf('take', videoInfo(rational(24), { seconds: 5, sound: false }))
    const built = projectOf({}, [], {
      V1: [clip({ source: { kind: 'shot', shotId }, duration: 24 })],
    })
    const document: Project = {
      ...built.project,
      shots: Records.of<Shot>([
        {
          ...{
            id: shotId,
            name: 'Oak',
            mode: 'text',
            prompt: 'An oak.',
            length: 5,
            resolution: '720p',
            aspect: '16:9',
          },
          loop: false,
          hdr: false,
          exrExport: false,
          takeId,
        },
      ]),
      takes: Records.of<Take>([
        {
          ...{
            id: takeId,
            shotId,
            number: 2,
            engine: 'local',
            method: say('method:previsCard'),
            asset: generated,
          },
          request: { positivePrompt: 'An oak.' },
          response: { cost: 0 },
          recipe: 'r',
          cost: 0,
          notes: [asWritten('A card.')],
          submittedAt: '2026-11-23T00:00:00Z',
          finishedAt: '2026-11-23T00:00:01Z',
        },
      ]),
    }
    const root = through(writeOtio(document, built.timeline.id, { urlOf }))
    const written = JSON.parse(JSON.stringify(root)).tracks.children[0].children[0]
    expect({
      url: written.media_references.DEFAULT_MEDIA.target_url,
      shot: written.metadata.keyreel.shot.prompt,
      take: written.metadata.keyreel.take,
    }).toEqual({
      url: 'media/take.mp4',
      shot: 'An oak.',
      take: {
        ...{
          id: 't1',
          number: 2,
          engine: 'local',
          method: 'Previs card',
          cost: 0,
          notes: ['A card.'],
        },
        ...{ request: { positivePrompt: 'An oak.' }, response: { cost: 0 } },
        ...{ submittedAt: '2026-11-23T00:00:00Z', finishedAt: '2026-11-23T00:00:01Z' },
      },
    })
  })
})

describe('files of other programs', () => {
  it('measure trims from the start of their media, by its own clock and rate', () => {
    const reading = read(
      timeline([
        track([
          {
            OTIO_SCHEMA: 'Clip.1',
            name: 'a',
            source_range: range(86412, 24),
            media_reference: external('film', range(86400, 240) as JsonObject),
          },
          {
            OTIO_SCHEMA: 'Clip.1',
            name: 'b',
            source_range: range(30, 60, 29.97),
            media_reference: external('ntsc'),
          },
          {
            OTIO_SCHEMA: 'Clip.1',
            name: 'c',
            media_reference: external('film', range(86400, 48) as JsonObject),
          },
        ]),
      ]),
    )
    expect(reading.notes).toEqual([])
    const { rate, width, height } = reading.project.timelines.get(reading.timelineId) ?? {}
    expect({ rate, width, height }).toEqual({ rate: rational(24), width: 1280, height: 720 })
    expect(
      items(reading)[0]?.map((item) =>
        'sourceStart' in item ? { start: item.sourceStart, duration: item.duration } : item,
      ),
    ).toEqual([
      { start: rational(1, 2), duration: 24 },
      // 60 frames of 29.97 last 48.048 of 24.
      { start: rational(1001, 1000), duration: 48 },
      { start: rational(0), duration: 48 },
    ])
  })

  it('round edges, not lengths, so that nothing adds up along a track', () => {
    const clips = Array.from({ length: 30 }, (_, index) => ({
      OTIO_SCHEMA: 'Clip.1',
      name: `${index}`,
      source_range: range(0, 10, 25),
      media_reference: external('film'),
    }))
    const reading = read(timeline([track(clips)], { global_start_time: time(0, 24) }))
    const lengths = items(reading)[0]?.map((item) => ('duration' in item ? item.duration : 0)) ?? []
    expect(lengths.reduce((a, b) => a + b)).toBe(288)
    expect([...new Set(lengths)].sort()).toEqual([10, 9].sort())
  })

  it('with unknown parts are read, told about, and written back whole', () => {
    const nested = {
      OTIO_SCHEMA: 'Stack.1',
      name: 'comp',
      source_range: range(0, 12),
      children: [track([])],
      metadata: { x: 1 },
    }
    const dissolve = {
      OTIO_SCHEMA: 'Transition.1',
      name: 'mix',
      in_offset: time(3, 24),
      out_offset: time(3, 24),
    }
    const strange = { OTIO_SCHEMA: 'Subtitle.3', name: 'words', text: 'hello' }
    const glow = { OTIO_SCHEMA: 'Effect.1', effect_name: 'Glow', metadata: { amount: 2 } }
    const root = timeline(
      [
        track([
          {
            OTIO_SCHEMA: 'Clip.2',
            name: 'a',
            source_range: range(0, 24),
            metadata: { other: { id: 7 } },
            effects: [glow],
            media_references: { DEFAULT_MEDIA: external('film'), proxy: external('ntsc') },
            active_media_reference_key: 'DEFAULT_MEDIA',
          },
          dissolve,
          nested,
          strange,
          {
            OTIO_SCHEMA: 'Clip.1',
            name: 'lost',
            source_range: range(0, 6),
            media_reference: { OTIO_SCHEMA: 'MissingReference.1' },
          },
        ]),
        { OTIO_SCHEMA: 'Track.1', name: 'subs', kind: 'Caption', children: [] },
      ],
      { metadata: { other: { uuid: 'u' } }, frobnication: [1, 2] },
    )
    const reading = read(root)
    expect(reading.notes.map(inEnglish)).toEqual([
      '"subs" is a Track.1 of kind Caption among the tracks; it is kept in the file but not shown.',
      'The effect Glow on "a" is kept in the file but not applied.',
      '"words" on one is a Subtitle.3, which is kept in the file but not shown.',
      'The clip "lost" on one names no media; it is shown as missing.',
      'A transition on one is longer than its clips or their media; it is shortened to 3 frames.',
    ])
    const back = JSON.parse(
      JSON.stringify(writeOtio(reading.project, reading.timelineId, { urlOf, kept: reading.kept })),
    )
    const [one, subs] = back.tracks.children
    const [a, ...rest] = one.children
    expect({
      effects: a.effects,
      other: a.metadata.other,
      proxy: a.media_references.proxy.target_url,
      rest,
      subs: subs.kind,
      frobnication: back.frobnication,
      uuid: back.metadata.other.uuid,
    }).toMatchObject({
      effects: [glow],
      other: { id: 7 },
      proxy: 'media/ntsc.mp4',
      rest: [
        // The nested timeline has nothing before its start.
        { ...dissolve, in_offset: time(0, 24) },
        nested,
        strange,
        {
          OTIO_SCHEMA: 'Clip.2',
          name: 'lost',
          source_range: range(0, 6),
          media_references: { DEFAULT_MEDIA: { OTIO_SCHEMA: 'MissingReference.1' } },
        },
      ],
      subs: 'Caption',
      frobnication: [1, 2],
      uuid: 'u',
    })
  })

  it('survive nonsense inside: numbers that are none, clips without length, effects without names', () => {
    const root = parseOtio(
      '\uFEFF{"OTIO_SCHEMA":"Timeline.1","tracks":{"OTIO_SCHEMA":"Stack.1","markers":[{"name":"NaN here"}],"children":[{"OTIO_SCHEMA":"Track.1","kind":"Video","children":[null,3,{"OTIO_SCHEMA":"Clip.2","name":"a","source_range":{"start_time":{"value":NaN,"rate":24},"duration":{"value":-Infinity,"rate":0}},"media_references":{}},{"name":"b"},{"OTIO_SCHEMA":"Clip.1","name":"c","source_range":{"start_time":{"value":0,"rate":24},"duration":{"value":0.2,"rate":24}},"media_reference":{"OTIO_SCHEMA":"ExternalReference.1","target_url":"media/film.mp4"},"effects":[{}]}]}]}}',
    )
    const reading = read(root)
    expect({ items: items(reading), notes: reading.notes.length > 3 }).toEqual({
      items: [[]],
      notes: true,
    })
  })

  it('only an unreadable root is an error', () => {
    const refused = [
      '',
      '{',
      '[]',
      '3',
      '{}',
      '{"OTIO_SCHEMA":"Clip.2"}',
      '{"OTIO_SCHEMA":"Timeline.2"}',
    ].map((text) => {
      try {
        return parseOtio(text)
      } catch (error) {
        return error instanceof OtioUnreadable
      }
    })
    expect(refused).toEqual([true, true, true, true, true, true, true])
    expect(items(read(timeline([])))).toEqual([])
  })

  it('name their media once each, without alternatives that are not in use', () => {
    const twice = {
      OTIO_SCHEMA: 'Clip.2',
      media_references: { DEFAULT_MEDIA: external('film'), low: external('low') },
    }
    expect(
      mediaUrls(
        timeline([
          track([twice, twice, { OTIO_SCHEMA: 'Clip.1', media_reference: external('ntsc') }]),
        ]),
      ),
    ).toEqual(['media/film.mp4', 'media/ntsc.mp4'])
  })

  it('write rates as floating numbers, which are the exact ones again', () => {
    expect([23.976, 23.976023976, 24, 29.97, 29.97002997, 59.94, 12.5, 0].map(exactRate)).toEqual([
      rational(24000, 1001),
      rational(24000, 1001),
      rational(24),
      rational(30000, 1001),
      rational(30000, 1001),
      rational(60000, 1001),
      rational(25, 2),
      undefined,
    ])
  })
})
