import { describe, expect, it } from 'vitest'
import { applyCommand, type Command, command } from '../../../shared/commands/registry.ts'
import { defaultTitle, type Generator, wordlessName } from '../../../shared/model/generator.ts'
import type { AssetId, ShotId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import { type Rational, rational, ZERO } from '../../../shared/time/rational.ts'
import { inEnglish } from '../../../shared/words/english.ts'
import { assetOf } from '../model/mediaOf.ts'
import { shotWith } from '../model/shots.ts'
import { cutOf, item, items, TIMELINE, textOf, track } from './cutText.ts'

const LINES = [
  'V2 |gap 0-40|t 40-60|',
  'V1 |A 0-24|B 24-48|C 48-72|',
  'A1 |A 0-24|B 24-48|C 48-72|',
]
const run = (project: Project, ...commands: Command[]): Project =>
  commands.reduce(applyCommand, project)
const wordless = inEnglish(wordlessName({ kind: 'adjustment' }))
const place = (
  clips: readonly { content: Generator; offset: number; duration: number }[],
  more: object = {},
): Command =>
  command(
    'generators.place',
    {
      timelineId: TIMELINE,
      mode: 'overwrite',
      frame: 10,
      clips,
      wordless,
      ...more,
    } as never,
    'g',
  )
const one = (content: Generator, duration = 12) => [{ content, offset: 0, duration }]
const subtitled = (): Project =>
  run(
    cutOf(LINES),
    command('track.add', { timelineId: TIMELINE, kind: 'subtitle', name: 'S1' }, 's'),
  )

describe('what is made', () => {
  it.each<[string, Generator, object, string[]]>([
    [
      'lies on the topmost picture track that has room',
      defaultTitle('Oak\nand ash'),
      {},
      ['V2 |gap 0-10|Oak 10-22|gap 22-40|t 40-60|', ...LINES.slice(1)],
    ],
    [
      'over others where it is told to',
      { kind: 'solid', color: '#102030' },
      { trackId: track('V1') },
      [LINES[0] ?? '', 'V1 |A 0-10|#102030 10-22|A 22-24@22|B 24-48|C 48-72|', LINES[2] ?? ''],
    ],
    [
      'between others when it is inserted',
      { kind: 'adjustment' },
      { trackId: track('V2'), mode: 'insert', frame: 24 },
      [
        'V2 |gap 0-24|Adjustment 24-36|gap 36-52|t 52-72|',
        'V1 |A 0-24|gap 24-36|B 36-60|C 60-84|',
        'A1 |A 0-24|gap 24-36|B 36-60|C 60-84|',
      ],
    ],
  ])('%s', (_, content, more, expected) => {
    expect(textOf(run(cutOf(LINES), place(one(content), more)))).toEqual(expected)
  })

  it('is as long as it is asked to be, and can be cut like any clip', () => {
    const titled = run(
      cutOf(['V1 |A 0-24|']),
      place(one(defaultTitle('Oak')), { mode: 'append' }),
      command(
        'clip.trim',
        { itemId: item('g.1'), edge: 'end', delta: 5000, ripple: false, linked: true },
        'trim',
      ),
      command('clips.split', { timelineId: TIMELINE, frame: 30, linked: true }, 'split'),
    )
    expect(textOf(titled)).toEqual(['V1 |A 0-24|Oak 24-30|Oak 30-5036@6|'])
    const set = (id: string, text: string): Command =>
      command(
        'generator.set',
        { itemId: item(id), content: defaultTitle(text), wordless: 'Wordless' },
        'set',
      )
    const named = command('clip.set', { itemId: item('g.1'), patch: { name: 'Mine' } }, 'name')
    expect([
      textOf(run(titled, set('split.1', 'Ash'))),
      textOf(run(titled, named, set('g.1', 'Ash'))),
    ]).toEqual([['V1 |A 0-24|Oak 24-30|Ash 30-5036@6|'], ['V1 |A 0-24|Mine 24-30|Oak 30-5036@6|']])
  })

  it.each<[string, Project, Command, string]>([
    [
      'a title on a sound track',
      cutOf(LINES),
      place(one(defaultTitle('Oak')), { trackId: track('A1') }),
      'A title has no sound; choose a track of another kind.',
    ],
    [
      'a caption on a picture track',
      cutOf(LINES),
      place(one({ kind: 'caption', text: 'Oak' }), { trackId: track('V1') }),
      'A caption does not lie on a picture track; choose a subtitle track.',
    ],
    [
      'a title on a subtitle track',
      subtitled(),
      place(one(defaultTitle('Oak')), { trackId: track('s.1') }),
      'Only captions lie on a subtitle track; choose another track.',
    ],
    [
      'captions without a track',
      cutOf(LINES),
      place(one({ kind: 'caption', text: 'Oak' })),
      'There is no unlocked subtitle track; add or unlock one.',
    ],
    [
      'two at one time',
      cutOf(LINES),
      place([
        ...one(defaultTitle('Oak')),
        { content: defaultTitle('Ash'), offset: 5, duration: 3 },
      ]),
      'Two of these would lie on each other; give them times of their own.',
    ],
    [
      'other content than the clip’s',
      run(cutOf(LINES), place(one(defaultTitle('Oak')))),
      command(
        'generator.set',
        {
          ...{ itemId: item('g.1'), wordless: 'Wordless' },
          content: { kind: 'solid', color: '#000000' },
        },
        'set',
      ),
      '"Oak" is not a solid; replace the clip instead.',
    ],
    [
      'a shot on a sound track',
      cutOf(LINES),
      command(
        'shot.create',
        {
          shot: shotWith({ id: 'new' as ShotId, mode: 'text' }),
          pins: [],
          place: {
            ...{ timelineId: TIMELINE, pictureTrackId: track('A1'), frame: 0 },
            ...{ mode: 'append', duration: 24 },
          },
        },
        'shot',
      ),
      'A1 has no pictures; choose a picture track.',
    ],
  ])('is refused: %s', (_, project, change, sentence) => {
    expect(() => run(project, change)).toThrow(sentence)
  })
})

describe('captions', () => {
  const captions = place([
    { content: { kind: 'caption', text: 'One.' }, offset: 0, duration: 20 },
    { content: { kind: 'caption', text: 'Two.' }, offset: 30, duration: 10 },
  ])
  const captioned = run(subtitled(), captions)

  it('lie at their own times and follow a ripple', () => {
    expect(textOf(captioned).at(-1)).toBe('S1 |gap 0-10|One. 10-30|gap 30-40|Two. 40-50|')
    const wider = command('time.insert', { timelineId: TIMELINE, frame: 32, duration: 5 }, 't')
    expect(textOf(run(captioned, wider)).at(-1)).toBe(
      'S1 |gap 0-10|One. 10-30|gap 30-45|Two. 45-55|',
    )
  })

  it('can be moved, trimmed, split, joined and spoken anew', () => {
    const words = command(
      'generator.set',
      {
        ...{ itemId: item('g.1'), wordless: 'Wordless' },
        content: { kind: 'caption', text: 'Uno.' },
      },
      'w',
    )
    const split = command(
      'clips.split',
      { timelineId: TIMELINE, frame: 15, itemIds: items('g.1'), linked: true },
      'split',
    )
    const join = { leftId: item('g.1'), rightId: item('split.1'), linked: true }
    const cut = run(captioned, words, split)
    expect([textOf(cut).at(-1), textOf(run(cut, command('edit.join', join, 'j'))).at(-1)]).toEqual([
      'S1 |gap 0-10|Uno. 10-15|Uno. 15-30@5|gap 30-40|Two. 40-50|',
      'S1 |gap 0-10|Uno. 10-30|gap 30-40|Two. 40-50|',
    ])
  })

  it('stay in their timeline when clips are nested', () => {
    const nest = command(
      'clips.nest',
      { itemIds: [...items('V1.A'), item('g.1')], name: 'Scene', linked: true },
      'n',
    )
    expect(textOf(run(captioned, nest)).at(-1)).toBe(textOf(captioned).at(-1))
    const only = command('clips.nest', { itemIds: items('g.1'), name: 'S', linked: true }, 'n')
    expect(() => run(captioned, only)).toThrow(
      'Captions stay where they are; choose a picture or a sound to nest.',
    )
  })
})

describe('missing media', () => {
  const missing = command('asset.setMissing', { assetId: 'A' as AssetId, missing: true }, 'm')
  const supply = (length: Rational): Command =>
    command(
      'asset.supply',
      { assetId: 'A' as AssetId, mediaKey: 'new', info: assetOf('A', length).info },
      's',
    )

  it('is a state of its asset: clips stay, and show it once it is supplied', () => {
    const project = cutOf(LINES)
    const gone = run(project, missing)
    expect([gone.assets.get('A')?.missing, textOf(gone)]).toEqual([{}, LINES])
    expect(
      run(gone, command('asset.setMissing', { assetId: 'A' as AssetId, missing: false }, 'f')),
    ).toEqual(project)
    const found = run(gone, supply(rational(2)))
    expect([
      found.assets.get('A')?.missing,
      found.assets.get('A')?.mediaKey,
      textOf(found),
    ]).toEqual([undefined, 'new', LINES])
    expect(() => run(gone, supply(rational(1, 2)))).toThrow(
      '"A" on V1 shows more of "A.mp4" than this file has; trim it first, or choose another file.',
    )
    expect(() => run(project, supply(rational(2)))).toThrow(
      '"A.mp4" has its media; replace the clips that should show another one.',
    )
  })

  it('goes where its picture and sound went before it was missing', () => {
    const base = cutOf(LINES)
    const still = { ...assetOf('still', ZERO, 'still'), missing: {} }
    const project = { ...base, assets: base.assets.with(still) }
    const replaced = (itemId: string): Command =>
      command(
        'clip.replace',
        {
          itemId: item(itemId),
          source: { kind: 'asset', assetId: still.id },
          name: 'still',
          sourceStart: ZERO,
          linked: true,
        },
        'r',
      )
    expect(textOf(run(project, replaced('V1.A')))).toEqual([
      LINES[0],
      'V1 |still 0-24|B 24-48|C 48-72|',
      LINES[2],
    ])
    expect(() => run(project, replaced('A1.A'))).toThrow(/"still" has no sound/)
  })

  it('known only by name has no limits, and is not found by saying so', () => {
    const base = cutOf(LINES)
    const info = { ...assetOf('A').info, duration: ZERO, video: [], audio: [] }
    const unknown = { ...assetOf('A'), missing: { lastSeen: 'D:/day1/A.mov' }, info }
    const project = { ...base, assets: base.assets.with(unknown) }
    const longer = command(
      'clip.trim',
      { itemId: item('V1.A'), edge: 'end', delta: 900, ripple: true, linked: true },
      'trim',
    )
    expect(textOf(run(project, longer))[1]).toBe('V1 |A 0-924|B 924-948|C 948-972|')
    const found = command('asset.setMissing', { assetId: 'A' as AssetId, missing: false }, 'f')
    expect(() => run(project, found)).toThrow(
      'Nobody knows the media of "A.mp4"; choose a file for it instead.',
    )
  })
})
