/** What painters cannot draw is refused by name, never left out silently. */

import { describe, expect, it } from 'vitest'
import { applyCommand, type Command, command } from '../../../shared/commands/registry.ts'
import { defaultTitle } from '../../../shared/model/generator.ts'
import type { Project } from '../../../shared/model/project.ts'
import { timelineOf } from '../../../shared/model/select.ts'
import { pictureAt } from '../../../shared/render/pictureAt.ts'
import { PlanRefused, planRender } from '../../../shared/render/planRender.ts'
import { soundOf } from '../../../shared/render/soundOf.ts'
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
const all = (project: Project): string[] =>
  unpainted(project, timelineOf(project, TIMELINE), { in: 0, out: 1000 }).map(inEnglish)

describe('an export', () => {
  it('names what it cannot render', () => {
    const project = run(cutOf(PAIR), dissolve, title)
    expect(() => planRender(project, timelineOf(project, TIMELINE))).toThrow(
      new PlanRefused(
        say('render:unpainted', {
          list: [
            say('unpainted:title', { clip: 'Oak', track: 'V1' }),
            say('unpainted:transition', { style: say('transition:dissolve'), track: 'V1' }),
          ],
        }),
      ),
    )
  })

  it('names three things at most, and counts the rest', () => {
    const project = run(cutOf(PAIR), dissolve, title, titled('Fir'), titled('Elm'))
    expect(() => planRender(project, timelineOf(project, TIMELINE))).toThrow(
      'cannot render everything here: the title "Oak" on V1, the title "Fir" on V1, the title "Elm" on V1 and 1 more. Take',
    )
  })

  it('takes no offence at what is not seen or heard', () => {
    const project = run(cutOf(PAIR), dissolve, title)
    const hide = command('track.set', { trackId: track('V1'), patch: { hidden: true } }, 'h')
    const mute = command('track.set', { trackId: track('A1'), patch: { muted: true } }, 'm')
    const disable = command('clip.set', { itemId: item('Oak.1'), patch: { enabled: false } }, 'd')
    expect([
      all(run(project, hide, mute)),
      all(run(project, disable)),
      unpainted(project, timelineOf(project, TIMELINE), { in: 200, out: 300 }),
      all(cutOf(PAIR)),
    ]).toEqual([[], ['a dissolve on V1'], [], []])
  })
})

describe('until they are drawn', () => {
  it('made and nested things are described, and refused by exports', () => {
    const adjustment = command(
      'generators.place',
      {
        ...{ timelineId: TIMELINE, mode: 'append' as const, frame: 0 },
        clips: [{ content: { kind: 'adjustment' as const }, offset: 0, duration: 24 }],
        wordless: 'Adjustment',
      },
      'adjust',
    )
    const project = run(cutOf(PAIR), nest, title, adjustment)
    const timeline = timelineOf(project, TIMELINE)
    expect(
      [60, 100, 125].map((frame) =>
        pictureAt(project, timeline, frame).nodes.map((node) =>
          node.kind === 'layer' ? node.content.kind : node.kind,
        ),
      ),
    ).toEqual([['nested'], ['title'], []])
    expect(soundOf(project, timeline).map(({ clip }) => clip.name)).toEqual(['A', 'B'])
    expect(all(project)).toEqual([
      'the nested timeline "Scene" on V1',
      'the title "Oak" on V1',
      'the adjustment "Adjustment" on V1',
    ])
  })
})
