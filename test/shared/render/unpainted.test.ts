/** What nobody has is refused by name, never left out silently. */

import { describe, expect, it } from 'vitest'
import { applyCommand, type Command, command } from '../../../shared/commands/registry.ts'
import { defaultTitle } from '../../../shared/model/generator.ts'
import type { Project } from '../../../shared/model/project.ts'
import { clipOf, timelineOf } from '../../../shared/model/select.ts'
import { PlanRefused, planRender } from '../../../shared/render/planRender.ts'
import { unpainted } from '../../../shared/render/unpainted.ts'
import { inEnglish } from '../../../shared/words/english.ts'
import { say } from '../../../shared/words/say.ts'
import { cutOf, item, items, TIMELINE, track } from '../edit/cutText.ts'

const run = (project: Project, ...commands: Command[]): Project =>
  commands.reduce(applyCommand, project)
const PAIR = ['V1 |A 0-48@24|B 48-96@24|', 'A1 |A 0-48@24|B 48-96@24|']
const dissolve = command(
  'transitions.add',
  { cuts: [{ from: item('V1.A'), to: item('V1.B') }], linked: true },
  't',
)
const titled = (text: string): Command =>
  command(
    'generators.place',
    {
      ...{ timelineId: TIMELINE, mode: 'append' as const, frame: 0 },
      clips: [{ content: defaultTitle(text), offset: 0, duration: 24 }],
      wordless: 'Title',
    },
    text,
  )
const title = titled('Oak')
const nest = command('clips.nest', { itemIds: items('V1.B'), name: 'Scene', linked: true }, 'n')
/** Nobody has the media of these clips. */
const missing = (...names: string[]): Command[] =>
  names.map((name) => {
    const clip = clipOf(cutOf(PAIR), item(`V1.${name}`))
    if (clip.source.kind !== 'asset') throw new Error(name)
    return command('asset.setMissing', { assetId: clip.source.assetId, missing: true }, name)
  })
const all = (project: Project): string[] =>
  unpainted(project, timelineOf(project, TIMELINE), { in: 0, out: 1000 }).map(inEnglish)

describe('an export', () => {
  it('names what nobody has', () => {
    const project = run(cutOf(PAIR), ...missing('B'))
    expect(() => planRender(project, timelineOf(project, TIMELINE))).toThrow(
      new PlanRefused(
        say('render:unpainted', {
          list: [
            say('unpainted:missing', { clip: 'B', track: 'V1' }),
            say('unpainted:missing', { clip: 'B', track: 'A1' }),
          ],
        }),
      ),
    )
  })

  it('names three things at most, and counts the rest', () => {
    const project = run(cutOf(PAIR), ...missing('A', 'B'))
    expect(() => planRender(project, timelineOf(project, TIMELINE))).toThrow(
      'This cannot be rendered: the missing media of "A" on V1, the missing media of "B" on V1, the missing media of "A" on A1 and 1 more. Relink',
    )
  })

  it('takes no offence at what is not seen or heard', () => {
    const project = run(cutOf(PAIR), ...missing('B'))
    const hide = command('track.set', { trackId: track('V1'), patch: { hidden: true } }, 'h')
    const mute = command('track.set', { trackId: track('A1'), patch: { muted: true } }, 'm')
    const disable = command('clip.set', { itemId: item('V1.B'), patch: { enabled: false } }, 'd')
    expect([
      all(run(project, hide, mute)),
      all(run(project, disable, mute)),
      unpainted(project, timelineOf(project, TIMELINE), { in: 200, out: 300 }),
      all(cutOf(PAIR)),
    ]).toEqual([[], [], [], []])
  })

  it('looks into nested timelines, and draws everything else', () => {
    const adjustment = command(
      'generators.place',
      {
        ...{ timelineId: TIMELINE, mode: 'append' as const, frame: 0 },
        clips: [{ content: { kind: 'adjustment' as const }, offset: 0, duration: 24 }],
        wordless: 'Adjustment',
      },
      'adjust',
    )
    const project = run(cutOf(PAIR), dissolve, nest, title, adjustment)
    expect(all(project)).toEqual([])
    expect(all(run(project, ...missing('B')))).toEqual([
      'the missing media of "B" on V1',
      'the missing media of "B" on A1',
    ])
  })
})
