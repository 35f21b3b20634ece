import { describe, expect, it } from 'vitest'
import { applyCommand, type Command, command } from '../../../shared/commands/registry.ts'
import { applyPatch, diff } from '../../../shared/history/patch.ts'
import type { ItemId, TimelineId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import { timelineOf } from '../../../shared/model/select.ts'
import { rational, ZERO } from '../../../shared/time/rational.ts'
import { cutOf, item, items, linksOf, TIMELINE, textOf, track, transitionsIn } from './cutText.ts'

const LINES = [
  'V2 |gap 0-50|t 50-60|',
  'V1 |A 0-48@24|B 48-96@24|gap 96-100|C 100-144@24|D 144-180@24|',
  'A1 |A 0-48@24|B 48-96@24|gap 96-100|C 100-144@24|D 144-180@24|',
]
const run = (project: Project, ...commands: Command[]): Project =>
  commands.reduce(applyCommand, project)
const nest = (ids: string[], name = 'Scene', linked = true, id = 'n'): Command =>
  command('clips.nest', { itemIds: items(...ids), name, linked }, id)
const open = (timelineId: string): Command =>
  command('timeline.open', { timelineId: timelineId as TimelineId }, 'open')

/** The first picture clip of a timeline that has `name`. */
function clipIn(project: Project, timelineId: string, name: string): ItemId {
  const found = project.tracks
    .values()
    .filter((row) => row.timelineId === timelineId && row.kind === 'picture')
    .flatMap((row) => row.items.flatMap((id) => project.items.get(id) ?? []))
    .find((entry) => entry.kind === 'clip' && entry.name === name)
  if (!found) throw new Error(`There is no clip ${name} in ${timelineId}`)
  return found.id
}

describe('nest', () => {
  const before = cutOf(LINES)
  const nested = run(before, nest(['V2.t', 'V1.B', 'V1.C']))

  it('puts one linked clip in the place of many, and the many into a timeline', () => {
    expect(textOf(nested)).toEqual([
      'V1 |A 0-48@24|Scene 48-144|D 144-180@24|',
      'A1 |A 0-48@24|Scene 48-144|D 144-180@24|',
    ])
    expect(linksOf(nested)).toContainEqual(['V1:Scene 48', 'A1:Scene 48'])
    const inside = run(nested, open('n.1'))
    expect(textOf(inside)).toEqual([
      'V2 |gap 0-2|t 2-12|',
      'V1 |B 0-48@24|gap 48-52|C 52-96@24|',
      'A1 |B 0-48@24|gap 48-52|C 52-96@24|',
    ])
    expect(linksOf(inside)).toEqual([
      ['V1:B 0', 'A1:B 0'],
      ['V1:C 52', 'A1:C 52'],
    ])
    const { id, tracks: _, ...format } = nested.timelines.get('n.1') ?? { id: '', tracks: [] }
    const { id: _id, tracks: _tracks, name: _name, ...outer } = timelineOf(nested, TIMELINE)
    expect([id, format]).toEqual(['n.1', { ...outer, name: 'Scene' }])
    expect(nested.items.get('V1.B')).toBe(before.items.get('V1.B'))
  })

  it('is undone exactly', () => {
    const patch = diff(before, nested)
    expect(applyPatch(nested, patch, 'backward')).toEqual(before)
    expect(applyPatch(applyPatch(nested, patch, 'backward'), patch, 'forward')).toEqual(nested)
  })

  it('takes transitions along whose clips go, and cuts the others', () => {
    const cuts = [
      { from: item('V1.A'), to: item('V1.B') },
      { from: item('V1.C'), to: item('V1.D') },
      { from: null, to: item('V1.C') },
    ]
    const dissolved = run(before, command('transitions.add', { cuts, linked: false }, 't'))
    const after = run(dissolved, nest(['V1.A', 'V1.B', 'V1.C']))
    expect([
      transitionsIn(dissolved),
      transitionsIn(after),
      transitionsIn(run(after, open('n.1'))),
    ]).toEqual([
      ['V1 A|B -12+12 dissolve', 'V1 |C -0+24 dissolve', 'V1 C|D -12+12 dissolve'],
      [],
      ['V1 A|B -12+12 dissolve', 'V1 |C -0+24 dissolve'],
    ])
  })

  it('cuts ties to what stays', () => {
    const after = run(before, nest(['V1.B'], 'Scene', false))
    expect(textOf(after)[1]).toBe('V1 |A 0-48@24|Scene 48-96|gap 96-100|C 100-144@24|D 144-180@24|')
    const ties = ['V1.B', 'A1.B'].map((id) => {
      const entry = after.items.get(id)
      return entry?.kind === 'clip' ? entry.linkId : undefined
    })
    expect(ties).toEqual([undefined, 'link B'])
  })

  it.each<[string, string[], Command, string]>([
    [
      'clips with another one between them',
      LINES,
      nest(['V1.A', 'V1.C']),
      '"B" lies between the clips to nest; choose it, too, or fewer clips.',
    ],
    [
      'a locked track',
      LINES.map((line) => `${line} locked`),
      nest(['V1.A']),
      'The track V1 is locked',
    ],
  ])('refuses %s', (_, lines, change, sentence) => {
    expect(() => run(cutOf(lines), change)).toThrow(sentence)
  })
})

describe('a nested timeline', () => {
  const nested = run(cutOf(LINES), nest(['V1.C']))
  const SCENE = clipIn(nested, TIMELINE, 'Scene')
  const place = (timelineId: string, into: TimelineId, duration: number): Command =>
    command(
      'clips.place',
      {
        ...{ timelineId: into, mode: 'append' as const, frame: 0 },
        media: [
          {
            source: { kind: 'timeline', timelineId: timelineId as TimelineId },
            ...{ name: 'Scene', sourceStart: ZERO, duration, picture: true, sound: true },
          },
        ],
      },
      'p',
    )
  const trim = (delta: number): Command =>
    command('clip.trim', { itemId: SCENE, edge: 'end', delta, ripple: true, linked: true }, 'trim')

  it('is as long as its last clip: no longer window, and no longer trim', () => {
    expect(() => run(nested, place('n.1', TIMELINE, 45))).toThrow(
      '"Scene" has 44 frames of media from there; 45 were asked for.',
    )
    const placed = run(nested, place('n.1', TIMELINE, 40))
    expect(textOf(placed)[1]).toContain('D 144-180@24|Scene 180-220|')
    expect(() => run(nested, trim(1))).toThrow('The edge cannot go later: there is no more media.')
  })

  it('that gets shorter leaves the clips that show it, and settles their transitions', () => {
    const shown = run(nested, trim(-10))
    const cuts = [{ from: SCENE, to: item('V1.D') }]
    const dissolved = run(shown, command('transitions.add', { cuts, linked: false }, 't'))
    expect(transitionsIn(dissolved)).toEqual(['V1 Scene|D -12+10 dissolve'])
    const inner = command(
      'clip.trim',
      { itemId: item('V1.C'), edge: 'end', delta: -7, ripple: false, linked: true },
      'inner',
    )
    const shorter = run(dissolved, inner)
    expect([textOf(shorter), transitionsIn(shorter)]).toEqual([
      textOf(dissolved),
      ['V1 Scene|D -12+3 dissolve'],
    ])
  })

  it('never lies in itself, however deep', () => {
    const again = run(nested, nest([SCENE], 'Outer', true, 'o'))
    expect(() => run(nested, place('n.1', 'n.1' as TimelineId, 1))).toThrow(
      '"Scene" cannot lie in itself; choose another timeline.',
    )
    expect(() => run(again, place('o.1', 'n.1' as TimelineId, 1))).toThrow(
      '"Outer" already shows "Scene", and a timeline cannot lie in itself; choose another one.',
    )
    const replace = command(
      'clip.replace',
      {
        itemId: item('V1.C'),
        source: { kind: 'timeline', timelineId: TIMELINE },
        ...{ name: 'Main', sourceStart: ZERO, linked: true },
      },
      'r',
    )
    expect(() => run(nested, replace)).toThrow(
      '"Timeline 1" already shows "Scene", and a timeline cannot lie in itself; choose another one.',
    )
  })
})

describe('timelines', () => {
  const remove = (timelineId: string): Command =>
    command('timeline.remove', { timelineId: timelineId as TimelineId }, 'remove')
  const cuts = [{ from: item('V1.A'), to: item('V1.B') }]
  const marker = {
    ...{ id: 'm' as never, timelineId: TIMELINE, frame: 9, duration: 0, name: 'here' },
    color: 'red' as const,
  }
  const before = run(
    cutOf(LINES),
    command('transitions.add', { cuts, linked: true }, 't'),
    command('marker.add', { marker }, 'm'),
  )

  it('are made empty, renamed, given another canvas, and opened', () => {
    const made = run(
      before,
      command('timeline.create', { name: 'Reel', rate: rational(25), width: 64, height: 36 }, 'c'),
      command(
        'timeline.set',
        { timelineId: 'c.1' as TimelineId, patch: { width: 36, height: 64 } },
        's',
      ),
      command('timeline.set', { timelineId: 'c.1' as TimelineId, patch: { name: 'Tall' } }, 's'),
      open('c.1'),
    )
    expect(made.timelines.get('c.1')).toEqual({
      ...{ id: 'c.1', name: 'Tall', rate: rational(25), width: 36, height: 64, sampleRate: 48000 },
      ...{ startFrame: 0, tracks: ['c.2', 'c.3', 'c.4', 'c.5'] },
    })
    expect(textOf(made)).toEqual([])
  })

  it('are duplicated with all that belongs to them', () => {
    const copied = run(
      before,
      command('timeline.duplicate', { timelineId: TIMELINE, name: 'Cut 2' }, 'd'),
    )
    const opened = run(copied, open('d.1'))
    expect([textOf(opened), linksOf(opened), transitionsIn(opened)]).toEqual([
      textOf(before),
      linksOf(before),
      transitionsIn(before),
    ])
    expect(
      copied.markers
        .values()
        .map(({ timelineId, frame }) => [timelineId, frame])
        .sort(),
    ).toEqual([
      ['d.1', 9],
      [TIMELINE, 9],
    ])
    const changed = run(
      opened,
      command('clips.lift', { itemIds: [clipIn(copied, 'd.1', 'B')], linked: true }, 'x'),
    )
    expect(textOf(run(changed, open(TIMELINE)))).toEqual(textOf(before))
  })

  it('are removed whole, never while they are shown, and never the last one', () => {
    const nested = run(before, nest(['V1.C']))
    const SCENE = clipIn(nested, TIMELINE, 'Scene')
    expect(() => run(before, remove(TIMELINE))).toThrow(
      'A project has at least one timeline; make another one first.',
    )
    expect(() => run(nested, remove('n.1'))).toThrow(
      '"Scene" is shown in "Timeline 1"; delete its clips there first.',
    )
    const lifted = run(nested, command('clips.lift', { itemIds: [SCENE], linked: true }, 'x'))
    const inner = run(lifted, remove(TIMELINE))
    expect([
      inner.timelines.ids(),
      inner.transitions.ids(),
      inner.markers.ids(),
      inner.settings.values().map(({ timelineId }) => timelineId),
      textOf(inner),
    ]).toEqual([['n.1'], [], [], ['n.1'], ['V1 |C 0-44@24|', 'A1 |C 0-44@24|']])
  })

  it('keep what one track is shown by: its height', () => {
    const height = (value: number | null): Command =>
      command('track.set', { trackId: track('V1'), patch: { height: value } }, 'h')
    expect(run(before, height(120)).tracks.get('V1')?.height).toBe(120)
    expect(run(before, height(120), height(null))).toEqual(before)
  })
})
