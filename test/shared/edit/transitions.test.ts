import { describe, expect, it } from 'vitest'
import { applyCommand, type Command, command } from '../../../shared/commands/registry.ts'
import type { ShotId, TransitionId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import type { TransitionStyle } from '../../../shared/model/transition.ts'
import { rational } from '../../../shared/time/rational.ts'
import { shotWith } from '../model/shots.ts'
import { cutOf, item, items, TIMELINE, textOf, track, transitionsIn } from './cutText.ts'

const PAIRS = ['V1 |A 0-48@24|B 48-96@24|C 96-144@24|', 'A1 |A 0-48@24|B 48-96@24|C 96-144@24|']
const LENGTHS = { lengths: { A: 96, B: 96, C: 96 } }

const run = (project: Project, ...commands: Command[]): Project =>
  commands.reduce(applyCommand, project)

const add = (from: string | null, to: string | null, more: object = {}): Command =>
  command(
    'transitions.add',
    { cuts: [{ from: from && item(from), to: to && item(to) }], linked: true, ...more } as never,
    `t${from ?? ''}${to ?? ''}`,
  )

/** A dissolve of 12 + 12 on each cut, crossfades under them. */
const dissolved = (): Project =>
  run(cutOf(PAIRS, LENGTHS), add('V1.A', 'V1.B'), add('V1.B', 'V1.C'))

const ALL = [
  'V1 A|B -12+12 dissolve',
  'V1 B|C -12+12 dissolve',
  'A1 A|B -12+12 crossfade',
  'A1 B|C -12+12 crossfade',
]

const trim = (itemId: string, edge: 'start' | 'end', delta: number, ripple: boolean): Command =>
  command('clip.trim', { itemId: item(itemId), edge, delta, ripple, linked: true }, 'trim')

const move = (ids: string[], delta: number, more: object = {}): Command =>
  command(
    'clips.move',
    {
      ...{ itemIds: items(...ids), delta, trackDelta: 0, mode: 'overwrite', linked: true },
      ...more,
    } as never,
    'move',
  )

describe('adding', () => {
  it('lays the usual one of a second on a cut and on the linked one', () => {
    expect(transitionsIn(dissolved())).toEqual(ALL)
  })

  it.each<[string, string[], string | null, string | null, object, string[]]>([
    [
      'lies inside a clip at a free end',
      PAIRS,
      'V1.C',
      null,
      {},
      ['V1 C| -24+0 dissolve', 'A1 C| -24+0 crossfade'],
    ],
    ['and at a free start', PAIRS, null, 'V1.A', { linked: false }, ['V1 |A -0+24 dissolve']],
    [
      'takes what media there is on each side',
      ['V1 |A 0-48@45|B 48-96@5|'],
      'V1.A',
      'V1.B',
      {},
      ['V1 A|B -5+3 dissolve'],
    ],
    [
      'has the asked-for look and length on the chosen track, the usual look on linked ones',
      PAIRS,
      'V1.A',
      'V1.B',
      { style: { kind: 'wipe', angle: 90, softness: 0.1 }, before: 0, after: 7 },
      ['V1 A|B -0+7 wipe', 'A1 A|B -0+7 crossfade'],
    ],
    [
      'leaves a locked linked track alone',
      [PAIRS[0] ?? '', `${PAIRS[1]} locked`],
      'V1.A',
      'V1.B',
      {},
      ['V1 A|B -12+12 dissolve'],
    ],
  ])('%s', (_, lines, from, to, more, expected) => {
    expect(transitionsIn(run(cutOf(lines, LENGTHS), add(from, to, more)))).toEqual(expected)
  })

  it('replaces the one that lies there, and leaves what the neighbours cover', () => {
    const first = run(cutOf(PAIRS, LENGTHS), add('V1.A', 'V1.B', { after: 24 }))
    const style: TransitionStyle = { kind: 'dip', color: '#000000' }
    const after = run(first, add('V1.B', 'V1.C', { before: 48 }), add('V1.A', 'V1.B', { style }))
    expect(transitionsIn(after).slice(0, 2)).toEqual([
      'V1 A|B -12+12 dip',
      'V1 B|C -24+12 dissolve',
    ])
  })

  it('lays one on every chosen cut that has room, and refuses when none has', () => {
    const project = cutOf(['V1 |A 0-48@24|B 48-96|C 96-192|D 192-240@24|'], {
      lengths: { A: 72, B: 48, C: 96, D: 96 },
    })
    const cuts = [
      { from: item('V1.A'), to: item('V1.B') },
      { from: item('V1.C'), to: item('V1.D') },
    ]
    const all = command('transitions.add', { cuts, linked: true }, 'all')
    expect(transitionsIn(run(project, all))).toEqual(['V1 C|D -12+0 dissolve'])
    expect(() => run(project, add('V1.A', 'V1.B'))).toThrow(
      'There is no room for a transition between "A" and "B": they have no media beyond the cut, or other transitions take it. Trim one of them first.',
    )
  })

  it.each<[string, Command, string]>([
    [
      'clips that do not meet',
      add('V1.A', 'V1.C'),
      'The two clips do not meet; choose neighbours on one track.',
    ],
    [
      'an edge that is not free',
      add('V1.A', null),
      'The end of "A" meets another clip; choose the cut between the two.',
    ],
    ['no clip', add(null, null), 'A transition lies at a clip; choose one, or a cut.'],
    [
      'a crossfade of pictures',
      add('V1.A', 'V1.B', { style: { kind: 'crossfade', curve: 'linear' } }),
      'A crossfade is for sound; choose a dissolve, a dip or a wipe for a picture.',
    ],
    [
      'a dissolve of sounds',
      add('A1.A', 'A1.B', { style: { kind: 'dissolve' } }),
      'On sound only a crossfade can lie; choose one.',
    ],
  ])('refuses %s', (_, change, sentence) => {
    expect(() => run(cutOf(PAIRS, LENGTHS), change)).toThrow(sentence)
  })

  it('refuses a locked track', () => {
    const cut = cutOf(
      PAIRS.map((line) => `${line} locked`),
      LENGTHS,
    )
    expect(() => run(cut, add('V1.A', 'V1.B'))).toThrow('The track V1 is locked')
  })
})

describe('changing', () => {
  const id = 'tV1.AV1.B.1' as TransitionId
  const set = (patch: object): Command =>
    command('transition.set', { transitionId: id, patch }, 'set')
  const to = (from: string | null, next: string | null): Command =>
    command(
      'transition.move',
      { transitionId: id, from: from && item(from), to: next && item(next) } as never,
      'move',
    )

  it('sets lengths and look within what there is', () => {
    const after = run(
      dissolved(),
      set({ before: 0, after: 24, style: { kind: 'dip', color: '#ffffff' } }),
    )
    expect(transitionsIn(after)[0]).toBe('V1 A|B -0+24 dip')
    expect(() => run(dissolved(), set({ after: 25 }))).toThrow(
      'The transition can cover at most 24 frames after the cut: there is no more of the clips or of their media.',
    )
    expect(() => run(dissolved(), set({ before: 0, after: 0 }))).toThrow(
      'A transition covers at least one frame; delete it instead.',
    )
  })

  it('moves it to a free cut or edge', () => {
    const one = run(
      cutOf(PAIRS, LENGTHS),
      add('V1.A', 'V1.B', { linked: false, before: 5, after: 6 }),
    )
    expect([
      transitionsIn(run(one, to('V1.B', 'V1.C'))),
      transitionsIn(run(one, to('V1.C', null))),
      transitionsIn(run(one, to('V1.C', null), to('V1.A', 'V1.B'))),
    ]).toEqual([['V1 B|C -5+6 dissolve'], ['V1 C| -11+0 dissolve'], ['V1 A|B -5+6 dissolve']])
    expect(() => run(dissolved(), to('V1.B', 'V1.C'))).toThrow(
      'Another transition lies on this cut; delete it first.',
    )
    expect(() => run(dissolved(), to('A1.B', 'A1.C'))).toThrow(
      'On sound only a crossfade can lie; choose one.',
    )
  })

  it('deletes them', () => {
    const remove = command('transitions.remove', { transitionIds: [id, id] }, 'remove')
    expect(transitionsIn(run(dissolved(), remove))).toEqual(ALL.slice(1))
  })
})

describe('after an edit, transitions', () => {
  it.each<[string, Command, string[]]>([
    ['stay where nothing around them changed', trim('V1.C', 'end', -10, false), ALL],
    ['go where their clips part', move(['V1.C'], 30), [ALL[0] ?? '', ALL[2] ?? '']],
    [
      'go with a clip that goes',
      command('clips.extract', { itemIds: items('V1.B'), linked: true }, 'x'),
      [],
    ],
    ['stay with clips that move together', move(['V1.A', 'V1.B', 'V1.C'], 30), ALL],
    [
      'stay on a cut that rolls, as far as there is media',
      command(
        'clips.roll',
        { leftId: item('V1.A'), rightId: item('V1.B'), delta: 20, linked: true },
        'roll',
      ),
      [
        'V1 A|B -12+4 dissolve',
        'V1 B|C -12+12 dissolve',
        'A1 A|B -12+4 crossfade',
        'A1 B|C -12+12 crossfade',
      ],
    ],
    [
      'stay where a slip leaves them media',
      command('clip.slip', { itemId: item('V1.B'), delta: 18, linked: true }, 'slip'),
      [
        'V1 A|B -12+12 dissolve',
        'V1 B|C -12+6 dissolve',
        'A1 A|B -12+12 crossfade',
        'A1 B|C -12+6 crossfade',
      ],
    ],
    [
      'get shorter with their clips, the earlier one keeping its length',
      trim('V1.B', 'end', -30, true),
      [
        'V1 A|B -12+12 dissolve',
        'V1 B|C -6+12 dissolve',
        'A1 A|B -12+12 crossfade',
        'A1 B|C -6+12 crossfade',
      ],
    ],
    [
      'stay on the end of a clip that is split',
      command('clips.split', { timelineId: TIMELINE, frame: 70, linked: true }, 'split'),
      ALL,
    ],
    [
      'get shorter where the split is inside them',
      command('clips.split', { timelineId: TIMELINE, frame: 90, linked: true }, 'split'),
      [
        'V1 A|B -12+12 dissolve',
        'V1 B|C -6+12 dissolve',
        'A1 A|B -12+12 crossfade',
        'A1 B|C -6+12 crossfade',
      ],
    ],
    [
      'go where something is laid over their cut',
      command(
        'generators.place',
        {
          ...{ timelineId: TIMELINE, trackId: track('V1'), mode: 'overwrite' as const, frame: 40 },
          clips: [{ content: { kind: 'solid', color: '#000000' }, offset: 0, duration: 16 }],
          wordless: 'Solid',
        },
        'over',
      ),
      ['V1 B|C -12+12 dissolve', 'A1 A|B -12+12 crossfade', 'A1 B|C -12+12 crossfade'],
    ],
    [
      'stay with the part that has the edge when something is laid into a clip',
      command(
        'generators.place',
        {
          ...{ timelineId: TIMELINE, trackId: track('V1'), mode: 'overwrite' as const, frame: 64 },
          clips: [{ content: { kind: 'solid', color: '#000000' }, offset: 0, duration: 8 }],
          wordless: 'Solid',
        },
        'over',
      ),
      ALL,
    ],
    [
      'get shorter with faster media',
      command('clip.set', { itemId: item('V1.B'), patch: { speed: rational(3, 2) } }, 'fast'),
      // 24 + 48 * 3/2 = 96: all media after B's start is used up.
      [
        'V1 A|B -12+12 dissolve',
        'V1 B|C -12+0 dissolve',
        'A1 A|B -12+12 crossfade',
        'A1 B|C -12+0 crossfade',
      ],
    ],
    ['go with their track', command('track.remove', { trackId: track('V1') }, 'r'), ALL.slice(2)],
  ])('%s', (_, change, expected) => {
    expect(transitionsIn(run(dissolved(), change))).toEqual(expected)
  })

  it('follow their clips to another track', () => {
    const project = run(
      cutOf(['V2 |gap 0-200|t 200-210|', 'V1 |A 0-48@24|B 48-96@24|'], LENGTHS),
      add('V1.A', 'V1.B'),
    )
    const up = move(['V1.A', 'V1.B'], 0, { trackDelta: 1 })
    expect(transitionsIn(run(project, up))).toEqual(['V2 A|B -12+12 dissolve'])
  })

  it('at a free edge go when it meets something, and stay with time inserted before', () => {
    const lines = ['V1 |A 0-48@24|gap 48-60|B 60-100@24|']
    const free = run(cutOf(lines, LENGTHS), add('V1.A', null), add(null, 'V1.B'))
    const close = command('gap.close', { trackId: track('V1'), frame: 50 }, 'close')
    const open = command('time.insert', { timelineId: TIMELINE, frame: 48, duration: 9 }, 'open')
    expect([
      transitionsIn(free),
      transitionsIn(run(free, close)),
      transitionsIn(run(free, open)),
    ]).toEqual([
      ['V1 A| -24+0 dissolve', 'V1 |B -0+24 dissolve'],
      [],
      ['V1 A| -24+0 dissolve', 'V1 |B -0+24 dissolve'],
    ])
  })

  it('come back on the cut behind when the parts of a split are joined', () => {
    const split = command('clips.split', { timelineId: TIMELINE, frame: 70, linked: true }, 'split')
    const parted = run(dissolved(), split)
    const point = { leftId: item('V1.B'), rightId: item('split.1'), linked: true }
    expect(
      transitionsIn(run(parted, add('V1.B', 'split.1'), command('edit.join', point, 'j'))),
    ).toEqual(ALL)
  })

  it('are copied with both their clips', () => {
    const copy = (ids: string[]): Command =>
      command(
        'clips.duplicate',
        { itemIds: items(...ids), delta: 144, trackDelta: 0, mode: 'overwrite', linked: true },
        'copy',
      )
    expect(transitionsIn(run(dissolved(), copy(['V1.A', 'V1.B']))).slice(0, 3)).toEqual([
      ...ALL.slice(0, 2),
      'V1 A|B -12+12 dissolve',
    ])
    expect(transitionsIn(run(dissolved(), copy(['V1.B'])))).toEqual(ALL)
  })
})

describe('transitions of shots', () => {
  const transform = shotWith({ id: 'look' as ShotId, mode: 'transform' })

  it('stay when a clip becomes a shot, which then covers what they show', () => {
    const fromClip = command(
      'shot.fromClip',
      { itemId: item('V1.B'), shot: transform, pins: [] },
      's',
    )
    const after = run(dissolved(), fromClip)
    expect(transitionsIn(after)).toEqual(ALL)
    expect(after.shots.get('look')?.source).toEqual({
      ...{ assetId: 'B', start: rational(12, 24), duration: rational(72, 24) },
    })
    expect(textOf(after)[0]).toBe('V1 |A 0-48@24|B 48-96@12|C 96-144@24|')
  })

  it('get shorter with the shot', () => {
    const shot = shotWith({ id: 'gen' as ShotId, mode: 'text', length: 10 })
    const place = {
      ...{ timelineId: TIMELINE, pictureTrackId: track('V1'), frame: 144 },
      ...{ mode: 'append' as const, duration: 110 },
    }
    const tail = { content: { kind: 'solid' as const, color: '#000000' }, offset: 0, duration: 24 }
    const project = run(
      cutOf(PAIRS, LENGTHS),
      command('shot.create', { shot, pins: [], place }, 's'),
      command(
        'generators.place',
        {
          ...{ timelineId: TIMELINE, trackId: track('V1'), mode: 'append' as const, frame: 0 },
          ...{ clips: [tail], wordless: 'Solid' },
        },
        'solid',
      ),
      add('s.1', 'solid.1'),
    )
    expect(transitionsIn(project)).toEqual(['V1 Oak|#000000 -12+12 dissolve'])
    const shorter = command('shot.update', { shotId: shot.id, patch: { length: 5 } } as never, 'u')
    expect(transitionsIn(run(project, shorter))).toEqual(['V1 Oak|#000000 -12+10 dissolve'])
  })
})
