/** Transitions, generators, captions, missing media and nested timelines out to OTIO and in again. */

import { describe, expect, it } from 'vitest'
import { applyCommand, type Command, command } from '../../../shared/commands/registry.ts'
import { type JsonObject, parseOtio } from '../../../shared/interchange/otio.ts'
import { type OtioReading, readOtio } from '../../../shared/interchange/readOtio.ts'
import { writeOtio } from '../../../shared/interchange/writeOtio.ts'
import { defaultTitle } from '../../../shared/model/generator.ts'
import type { AssetId, TimelineId, TrackId } from '../../../shared/model/ids.ts'
import { type Project, TABLES, type Table } from '../../../shared/model/project.ts'
import { record, timelineOf, tracksOf } from '../../../shared/model/select.ts'
import { rational } from '../../../shared/time/rational.ts'
import { inEnglish } from '../../../shared/words/english.ts'
import {
  counting,
  cutOf,
  item,
  items,
  linksOf,
  TIMELINE,
  textOf,
  transitionsIn,
} from '../edit/cutText.ts'

const LINES = [
  'V2 |gap 0-50|t 50-60|',
  'V1 |A 0-48@24|B 48-96@24|C 96-144@24|D 144-180@24|',
  'A1 |A 0-48@24|B 48-96@24|C 96-144@24|D 144-180@24|',
]
const run = (project: Project, ...commands: Command[]): Project =>
  commands.reduce(applyCommand, project)
const generators = (trackId: string, mode: 'append' | 'overwrite', clips: object[]): Command =>
  command(
    'generators.place',
    {
      ...{ timelineId: TIMELINE, trackId: trackId as TrackId, mode, frame: 0, clips },
      wordless: 'Wordless',
    } as never,
    `g${trackId}`,
  )
const cut = (from: string | null, to: string | null, more: object = {}): Command =>
  command(
    'transitions.add',
    { cuts: [{ from: from && item(from), to: to && item(to) }], linked: true, ...more } as never,
    `t${from}${to}`,
  )

/** One of everything; clips A to D, of which B and C are nested. */
const full = (): Project =>
  run(
    cutOf(LINES),
    cut('V1.B', 'V1.C', {
      style: { kind: 'wipe', angle: 45, softness: 0.25 },
      before: 5,
      after: 7,
    }),
    command('clips.nest', { itemIds: items('V1.B', 'V1.C'), name: 'Scene', linked: true }, 'n'),
    command(
      'clip.trim',
      { itemId: item('V1.A'), edge: 'end', delta: -8, ripple: false, linked: true },
      'x',
    ),
    cut('V1.A', null, { style: { kind: 'dip', color: '#102030' } }),
    generators('V2', 'append', [
      {
        content: {
          ...defaultTitle('Oak\nand ash'),
          background: { color: '#000000', opacity: 0.5 },
        },
        offset: 0,
        duration: 24,
      },
      { content: { kind: 'adjustment' }, offset: 24, duration: 12 },
      { content: { kind: 'solid', color: '#203040' }, offset: 36, duration: 12 },
    ]),
    command('track.add', { timelineId: TIMELINE, kind: 'subtitle', name: 'S1' }, 's'),
    generators('s.1', 'overwrite', [
      { content: { kind: 'caption', text: 'Hello.' }, offset: 9, duration: 20 },
    ]),
    command('timeline.setRange', { timelineId: TIMELINE, inFrame: 10, outFrame: 99 }, 'r'),
    command('asset.setMissing', { assetId: 'D' as AssetId, missing: true }, 'm'),
    command('clips.group', { itemIds: items('V1.A', 'V1.D') }, 'group'),
  )

const urlOf = ({ name }: { name: string }): string => `media/${name}`
const through = (root: JsonObject): JsonObject => parseOtio(JSON.stringify(root))
const read = (root: JsonObject, project: Project): OtioReading =>
  readOtio(root, {
    makeId: counting('n'),
    words: inEnglish,
    assetFor: (url) =>
      project.assets.values().find((asset) => urlOf(asset) === url && !asset.missing),
  })

/** What a person sees of every timeline, without ids. */
const seen = (project: Project) => {
  const open = (timelineId: TimelineId): Project =>
    run(project, command('timeline.open', { timelineId }, 'o'))
  return project.timelines
    .values()
    .map((timeline) => ({ name: timeline.name, project: open(timeline.id) }))
    .sort((a, b) => a.name.localeCompare(b.name))
    .map(({ name, project: opened }) => ({
      name,
      cut: textOf(opened),
      links: linksOf(opened),
      transitions: transitionsIn(opened),
    }))
}

describe('a round trip', () => {
  const project = full()
  const root = through(writeOtio(project, TIMELINE, { urlOf }))
  const reading = read(root, project)

  it('keeps cuts, links, transitions and nested timelines', () => {
    const named = run(
      project,
      command('timeline.set', { timelineId: TIMELINE, patch: { name: 'Timeline 1' } }, 'x'),
    )
    expect(reading.notes.map(inEnglish)).toEqual([
      'The clip "D" on V1 names no media; it is shown as missing.',
      'The clip "D" on A1 names no media; it is shown as missing.',
    ])
    expect(seen(reading.project)).toEqual(seen(named))
  })

  it('keeps what is made, captions, in and out, groups and what is missing', () => {
    const sources = (of: Project, timelineId: TimelineId) =>
      tracksOf(of, timelineOf(of, timelineId)).flatMap((track) =>
        track.items.flatMap((id) => {
          const entry = record(of, 'items', id)
          const isMade = entry.kind === 'clip' && !['asset', 'timeline'].includes(entry.source.kind)
          return isMade ? [entry.source] : []
        }),
      )
    expect(sources(reading.project, reading.timelineId)).toEqual(sources(project, TIMELINE))
    const { inFrame, outFrame } = timelineOf(reading.project, reading.timelineId)
    const groups = reading.project.items
      .values()
      .flatMap((entry) => (entry.kind === 'clip' && entry.groupId ? [entry.name] : []))
    const missing = reading.project.assets.values().filter((asset) => asset.missing)
    expect([
      inFrame,
      outFrame,
      groups.sort(),
      missing.map(({ name, info }) => [name, info.duration]),
    ]).toEqual([10, 99, ['A', 'D'], [['D.mp4', rational(1000, 24)]]])
  })

  it('writes the same file again', () => {
    const again = writeOtio(reading.project, reading.timelineId, { urlOf, kept: reading.kept })
    // A nested timeline has an id of its own in each project.
    const plain = (value: JsonObject): string =>
      JSON.stringify(through(value)).replaceAll(/"timelineId":"[^"]+"/g, '"timelineId":""')
    expect(JSON.parse(plain(again))).toEqual(JSON.parse(plain(root)))
  })

  it('leaves no table out of account', () => {
    const kept: readonly Table[] = [
      'timelines',
      'tracks',
      'items',
      'transitions',
      'markers',
      'assets',
      'settings',
    ]
    const provenance: readonly Table[] = ['shots', 'pins', 'takes']
    const ofTheLibrary: readonly Table[] = ['bins', 'looks']
    expect([...kept, ...provenance, ...ofTheLibrary].sort()).toEqual([...TABLES].sort())
  })
})

describe('files of other programs', () => {
  const time = (value: number, rate = 24) => ({ OTIO_SCHEMA: 'RationalTime.1', value, rate })
  const clip = (name: string, start: number, duration: number) => ({
    ...{ OTIO_SCHEMA: 'Clip.1', name },
    source_range: { OTIO_SCHEMA: 'TimeRange.1', start_time: time(start), duration: time(duration) },
    media_reference: { OTIO_SCHEMA: 'ExternalReference.1', target_url: `media/${name}.mp4` },
  })
  const mix = (more: object) => ({
    ...{ OTIO_SCHEMA: 'Transition.1', name: 'mix', metadata: { other: { id: 7 } } },
    ...{ in_offset: time(6), out_offset: time(4), transition_type: 'SMPTE_Dissolve' },
    ...more,
  })
  const timeline = (children: unknown[], kind = 'Video'): JsonObject =>
    through({
      ...{ OTIO_SCHEMA: 'Timeline.1', name: 'T', global_start_time: time(0) },
      tracks: {
        OTIO_SCHEMA: 'Stack.1',
        children: [{ OTIO_SCHEMA: 'Track.1', name: 'V1', kind, children }],
      },
    } as never)
  const known = cutOf(['V1 |A 0-10|B 10-20|'])
  const childrenOf = (root: JsonObject) =>
    JSON.parse(JSON.stringify(root)).tracks.children[0].children
  const written = (reading: OtioReading) =>
    childrenOf(writeOtio(reading.project, reading.timelineId, { urlOf, kept: reading.kept }))

  it('have their transitions shown, and keep what we do not know of them', () => {
    const wipe = mix({ transition_type: 'AcmeWipe' })
    const reading = read(timeline([clip('A', 0, 48), wipe, clip('B', 24, 48)]), known)
    expect([reading.notes, transitionsIn(reading.project)]).toEqual([[], ['V1 A|B -6+4 dissolve']])
    expect(written(reading)[1]).toEqual({
      ...wipe,
      metadata: { other: { id: 7 }, keyreel: { style: { kind: 'dissolve' } } },
    })
  })

  it('have one shortened that has too little media, and one without any kept as it came', () => {
    const reading = read(
      timeline([
        clip('A', 0, 48),
        mix({}),
        clip('B', 2, 10),
        mix({}),
        clip('A', 0, 996),
        mix({ out_offset: time(0) }),
        clip('B', 0, 9),
      ]),
      known,
    )
    expect([transitionsIn(reading.project), reading.notes.map(inEnglish)]).toEqual([
      ['V1 A|B -2+4 dissolve', 'V1 B|A -0+4 dissolve'],
      [
        'A transition on V1 is longer than its clips or their media; it is shortened to 6 frames.',
        'A transition on V1 is longer than its clips or their media; it is shortened to 4 frames.',
        'A transition on V1 has no media to show or overlaps another one; it is kept in the file, but shown as a cut.',
      ],
    ])
    expect(written(reading).map((node: { name: string }) => node.name)).toEqual([
      'A',
      'mix',
      'B',
      'mix',
      'A',
      'mix',
      'B',
    ])
  })

  it('have a crossfade on sound, and none on captions', () => {
    const sound = read(timeline([clip('A', 0, 48), mix({}), clip('B', 24, 48)], 'Audio'), known)
    expect(transitionsIn(sound.project)).toEqual(['V1 A|B -6+4 crossfade'])
  })

  it('show media that nobody has as missing, and refer to it as before', () => {
    const lost = {
      ...clip('gone', 86400, 24),
      media_reference: { OTIO_SCHEMA: 'ExternalReference.1', target_url: 'D:\\day1\\gone.mov' },
    }
    const reading = read(timeline([lost, clip('A', 0, 10), lost]), known)
    const assets = reading.project.assets.values().filter((asset) => asset.missing)
    expect([textOf(reading.project), assets.map(({ name, missing }) => [name, missing])]).toEqual([
      ['V1 |gone 0-24@86400|A 24-34|gone 34-58@86400|'],
      [['gone.mov', { lastSeen: 'D:\\day1\\gone.mov' }]],
    ])
    expect(written(reading)[0].media_references).toEqual({ DEFAULT_MEDIA: lost.media_reference })
  })

  it('have their stacks as nested timelines', () => {
    const inner = {
      OTIO_SCHEMA: 'Track.1',
      name: 'in',
      kind: 'Video',
      children: [clip('A', 5, 30)],
    }
    const odd = { OTIO_SCHEMA: 'Track.1', name: 'odd', kind: 'Data', children: [] }
    const marker = {
      ...{ OTIO_SCHEMA: 'Marker.2', name: 'here', color: 'RED' },
      marked_range: { OTIO_SCHEMA: 'TimeRange.1', start_time: time(3), duration: time(0) },
    }
    const stack = {
      ...{
        OTIO_SCHEMA: 'Stack.1',
        name: 'comp',
        children: [inner, odd],
        metadata: { acme: 1 },
        markers: [marker],
      },
      source_range: { OTIO_SCHEMA: 'TimeRange.1', start_time: time(4), duration: time(20) },
    }
    const reading = read(timeline([clip('A', 0, 10), stack]), known)
    const nested = reading.project.timelines.values().find(({ name }) => name === 'comp')
    const opened = run(
      reading.project,
      command('timeline.open', { timelineId: nested?.id ?? TIMELINE }, 'o'),
    )
    const markers = reading.project.markers
      .values()
      .map(({ timelineId, frame }) => [timelineId, frame])
    expect([textOf(reading.project), textOf(opened), markers]).toEqual([
      ['V1 |A 0-10|comp 10-30@4|'],
      ['in |A 0-30@5|'],
      [[nested?.id, 3]],
    ])
    const back = written(reading)[1]
    expect([
      back.OTIO_SCHEMA,
      back.metadata.acme,
      back.source_range.start_time.value,
      back.children.map((node: { name: string }) => node.name),
      back.markers.length,
    ]).toEqual(['Stack.1', 1, 4, ['in', 'odd'], 1])
  })
})
