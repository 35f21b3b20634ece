/** What opens on the first launch: a small edit with real footage, ready to play and to cut. */
import { randomUUID } from 'node:crypto'
import { idsFrom } from '../../shared/commands/Command.ts'
import { applyCommand, command } from '../../shared/commands/registry.ts'
import type { Asset } from '../../shared/model/asset.ts'
import { newProject } from '../../shared/model/newProject.ts'
import type { Project } from '../../shared/model/project.ts'
import { settingsOf } from '../../shared/model/select.ts'
import { rational } from '../../shared/time/rational.ts'

export const SAMPLE_CREDIT =
  '(c) copyright 2008, Blender Foundation / www.bigbuckbunny.org, CC BY 3.0'

/** Three cuts of the footage, one after another, at its own 24 pictures per second. */
export function sampleDocument(asset: Asset): Project {
  const empty = newProject(
    'Sample project',
    { rate: rational(24), width: 1920, height: 1080 },
    idsFrom(randomUUID()),
  )
  const { timelineId } = settingsOf(empty)
  const source = { kind: 'asset', assetId: asset.id } as const
  const cut = (start: number, duration: number) => ({
    source,
    name: asset.name,
    sourceStart: rational(start),
    duration,
    picture: true,
    sound: true,
  })
  const changes = [
    command('assets.add', { assets: [asset] }, randomUUID()),
    command(
      'clips.place',
      {
        timelineId,
        mode: 'append',
        frame: 0,
        media: [cut(2, 120), cut(12, 84), cut(17, 120)],
      },
      randomUUID(),
    ),
  ]
  return changes.reduce(applyCommand, empty)
}
