import { describe, expect, it } from 'vitest'
import { refuse } from '../../../shared/edit/refuse.ts'
import { inEnglish } from '../../../shared/words/english.ts'
import { asWritten, type Said, saidSchema } from '../../../shared/words/Said.ts'
import { say } from '../../../shared/words/say.ts'

const locked: Said = { key: 'edit:trackLocked', params: { track: 'V1' } }

describe('a sentence that is not worded yet', () => {
  it('is a key with what the text names, and the compiler holds them together', () => {
    expect(say('edit:trackLocked', { track: 'V1' })).toEqual(locked)
    expect(say('edit:clipsApart')).toEqual({ key: 'edit:clipsApart' })
    // @ts-expect-error: no such sentence
    say('edit:trackLoked', { track: 'V1' })
    // @ts-expect-error: the text names a track
    say('edit:trackLocked')
    // @ts-expect-error: it is not called so
    say('edit:trackLocked', { trak: 'V1' })
    // @ts-expect-error: the text names nothing else
    say('edit:trackLocked', { track: 'V1', clip: 'oak' })
    // @ts-expect-error: the text names nothing
    say('edit:clipsApart', { clip: 'oak' })
    // @ts-expect-error: a plural needs its number
    say('edit:outPointTooEarly', {})
    // @ts-expect-error: and a number it is
    say('edit:outPointTooEarly', { count: 'three' })
    // @ts-expect-error: a sentence in plain English is no key
    expect(() => refuse('The track is locked.')).toThrow()
  })

  it('crosses a boundary whole, nested ones and lists too', () => {
    const said = say('edit:collision', {
      one: say('words:quoted', { name: 'oak' }),
      other: ['a', say('words:aClip')],
      track: 'V1',
    })
    expect(saidSchema.parse(JSON.parse(JSON.stringify(said)))).toEqual(said)
    expect(saidSchema.safeParse({ key: 'edit:collision', params: { one: true } }).success).toBe(
      false,
    )
  })

  it('takes the plain text of older versions as it is written', () => {
    expect(saidSchema.parse('Trim "oak" by 2 frames')).toEqual(asWritten('Trim "oak" by 2 frames'))
    expect(inEnglish(asWritten('Trim "oak" by 2 frames'))).toBe('Trim "oak" by 2 frames')
  })
})

describe('in English', () => {
  it('numbers, plurals, lists and nested sentences are worded', () => {
    const oak = say('words:quoted', { name: 'oak' })
    const told = { what: say('stop:editPoint'), way: say('words:later'), why: say('stop:media') }
    const list = say('edit:collision', { one: [oak, 'b', 'c'], other: ['x', 'y'], track: 'V1' })
    expect([
      inEnglish(say('stop:canGoAtMost', { ...told, count: 1 })),
      inEnglish(say('stop:canGoAtMost', { ...told, count: 1200 })),
      inEnglish(list),
    ]).toEqual([
      'The edit point can go at most 1 frame later: there is no more media.',
      'The edit point can go at most 1,200 frames later: there is no more media.',
      '"oak", b and c and x and y would lie on each other on V1; move them apart or one at a time.',
    ])
  })

  it('a text chooses how its list is joined and how many digits its numbers show', () => {
    const fields = ['settings.hdr', 'settings.exrExport']
    const longest = { length: 6.0419951, resolution: '720p' }
    expect([
      inEnglish(say('generation:leaveOut', { fields })),
      inEnglish(say('generation:otherDuration', { choices: [5, 10], duration: 7.5 })),
      inEnglish(say('request:expectOneOf', { values: ['"360p"', '"540p"', '"720p"'] })),
      inEnglish(say('generation:priceOfLongest', longest)),
    ]).toEqual([
      'Leave out settings.hdr and settings.exrExport',
      'The model makes 5 or 10 s, not 7.5 s.',
      'It must be "360p", "540p" or "720p".',
      "the source's length is not known: 6.041995 s, the longest the model takes, at 720p",
    ])
  })

  it('what people typed is shown as they typed it', () => {
    const track = '$t(words:aClip) {{track}} <b>&amp;</b>'
    expect(inEnglish(say('edit:noGapHere', { track }))).toBe(
      `There is no gap on ${track} at this frame.`,
    )
  })

  it('a sentence of another version is told by its key', () => {
    expect(inEnglish(saidSchema.parse({ key: 'edit:flown', params: { by: 3 } }))).toBe(
      'A message of another version of Keyreel (edit:flown)',
    )
  })
})
