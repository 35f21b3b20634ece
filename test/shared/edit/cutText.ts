/**
 * Timelines as text, for tables of verbs:
 *
 *     V1 |A 0-24|gap 24-48|B 48-72@10|
 *
 * A clip is its name, the timeline frames it covers, the media frame it starts with after `@` (0 left out), its
 * speed after `*` (1 left out). Clips of the same name on several tracks are linked. Its id is `V1.A`, the second of that
 * name on a track `V1.A2`. Tracks whose name starts with V are picture tracks, with A sound tracks; listed from top
 * to bottom. `locked` or `free` (no sync lock) may follow the last bar.
 */
import { type Clip, defaultPicture, defaultSound, type Item } from '../../../shared/model/clip.ts'
import type { AssetId, ItemId, MakeId, TimelineId, TrackId } from '../../../shared/model/ids.ts'
import { newProject } from '../../../shared/model/newProject.ts'
import { newTrack } from '../../../shared/model/newTimeline.ts'
import type { Project } from '../../../shared/model/project.ts'
import { Records } from '../../../shared/model/records.ts'
import { placedItems, settingsOf, timelineOf, tracksOf } from '../../../shared/model/select.ts'
import type { Track } from '../../../shared/model/track.ts'
import { secondsAt } from '../../../shared/time/frames.ts'
import {
  formatRational,
  multiply,
  parseRational,
  type Rational,
  rational,
} from '../../../shared/time/rational.ts'
import { assetOf } from '../model/mediaOf.ts'

export interface CutOptions {
  readonly rate?: Rational
  /** Media length by clip name in frames of the rate; 1000 where not given. */
  readonly lengths?: Readonly<Record<string, number>>
}

export const counting = (prefix: string): MakeId => {
  let count = 0
  return <T extends string>() => `${prefix}.${++count}` as T
}

export const TIMELINE = 'timeline' as TimelineId
export const item = (id: string): ItemId => id as ItemId
export const items = (...ids: string[]): ItemId[] => ids as ItemId[]
export const track = (id: string): TrackId => id as TrackId

export function cutOf(lines: readonly string[], options: CutOptions = {}): Project {
  const rate = options.rate ?? rational(24)
  const ids = ['timeline', 'project', 'x1', 'x2', 'x3', 'x4']
  const empty = newProject(
    'Test',
    { rate, width: 1920, height: 1080 },
    <T extends string>() => String(ids.shift()) as T,
    'Timeline 1',
  )
  const rows = lines.map((line) => readLine(line, rate))
  const names = rows.flatMap(({ clips }) => [...new Set(clips.map(({ name }) => name))])
  const linked = (name: string) => names.filter((other) => other === name).length > 1
  const items: Item[] = []
  const tracks: Track[] = []
  for (const row of rows) {
    const kind = row.name.startsWith('V') ? 'picture' : 'sound'
    const base = newTrack(kind, row.name, TIMELINE, <T extends string>() => row.name as T)
    for (const entry of row.items) {
      const isLinked = entry.kind === 'clip' && linked(entry.name)
      items.push(isLinked ? { ...entry, linkId: `link ${entry.name}` } : entry)
    }
    tracks.push({
      ...base,
      locked: row.flags.includes('locked'),
      syncLocked: !row.flags.includes('free'),
      items: row.items.map(({ id }) => id),
    })
  }
  const assets = names.map((name) => {
    const length = options.lengths?.[name] ?? 1000
    return assetOf(name, secondsAt(length, rate), length === 0 ? 'still' : 'video')
  })
  const pictures = rows.filter(({ name }) => name.startsWith('V')).reverse()
  const sounds = rows.filter(({ name }) => !name.startsWith('V'))
  const order = [...pictures, ...sounds].map(({ name }) => name as TrackId)
  const timeline = timelineOf(empty, TIMELINE)
  return {
    ...empty,
    timelines: Records.of([{ ...timeline, tracks: order }]),
    tracks: Records.of(tracks),
    items: Records.of(items),
    assets: Records.of(assets),
  }
}

interface Row {
  readonly name: string
  readonly items: Item[]
  readonly clips: Clip[]
  readonly flags: string
}

function readLine(line: string, rate: Rational): Row {
  const [name = '', ...cells] = line.split('|').map((cell) => cell.trim())
  const flags = cells.pop() ?? ''
  let frame = 0
  const read = cells.map((cell): Item => {
    const match = /^(\S+) (\d+)-(\d+)(?:@(-?\d+))?(?:\*(\S+))?$/.exec(cell)
    if (!match) throw new Error(`"${cell}" is not an item such as "A 0-24@10"`)
    const [, what = '', from, to, media = '0', speed = '1'] = match
    if (Number(from) !== frame) throw new Error(`"${cell}" does not start at ${frame}`)
    const id = `${name}.${what === 'gap' ? `gap${frame}` : what}` as ItemId
    frame = Number(to)
    const duration = frame - Number(from)
    if (what === 'gap') return { kind: 'gap', id, duration }
    return {
      kind: 'clip',
      id,
      name: what,
      source: { kind: 'asset', assetId: what as AssetId },
      sourceStart: secondsAt(Number(media), rate),
      duration,
      speed: parseRational(speed),
      enabled: true,
      picture: defaultPicture(),
      sound: defaultSound(),
    }
  })
  const seen = new Map<string, number>()
  const items = read.map((entry) => {
    const n = (seen.get(entry.id) ?? 0) + 1
    seen.set(entry.id, n)
    return n === 1 ? entry : { ...entry, id: `${entry.id}${n}` as ItemId }
  })
  return { name, items, clips: items.filter((entry) => entry.kind === 'clip'), flags }
}

/** The open timeline as lines, top track first; tracks without items are left out. */
export function textOf(project: Project): string[] {
  const timeline = timelineOf(project, settingsOf(project).timelineId)
  const tracks = tracksOf(project, timeline)
  const pictures = tracks.filter(({ kind }) => kind === 'picture').reverse()
  return [...pictures, ...tracks.filter(({ kind }) => kind !== 'picture')]
    .filter((row) => row.items.length > 0)
    .map((row) => {
      const cells = placedItems(project, row).map(({ item: entry, start, end }) => {
        if (entry.kind === 'gap') return `gap ${start}-${end}|`
        const media = formatRational(multiply(entry.sourceStart, timeline.rate))
        const speed = formatRational(entry.speed)
        return `${entry.name} ${start}-${end}${media === '0' ? '' : `@${media}`}${speed === '1' ? '' : `*${speed}`}|`
      })
      return `${row.name} |${cells.join('')}`
    })
}

/** Links as lists of `track:name start`, for every link with two clips or more. */
export function linksOf(project: Project): string[][] {
  const groups = new Map<string, string[]>()
  const timeline = timelineOf(project, settingsOf(project).timelineId)
  for (const row of tracksOf(project, timeline)) {
    for (const { item: entry, start } of placedItems(project, row)) {
      if (entry.kind !== 'clip' || entry.linkId === undefined) continue
      const group = groups.get(entry.linkId) ?? []
      group.push(`${row.name}:${entry.name} ${start}`)
      groups.set(entry.linkId, group)
    }
  }
  return [...groups.values()].filter((group) => group.length > 1)
}

/** Transitions as `V1 A|B -3+4 dissolve`: track, clips (empty for none), frames before and after, style; in order. */
export function transitionsIn(project: Project): string[] {
  const name = (id: ItemId | null): string => {
    const entry = id === null ? undefined : project.items.get(id)
    return entry?.kind === 'clip' ? entry.name : ''
  }
  const timeline = timelineOf(project, settingsOf(project).timelineId)
  return tracksOf(project, timeline).flatMap((row) =>
    placedItems(project, row).flatMap(({ item: entry }) =>
      project.transitions
        .values()
        .filter(({ from, to }) => (from ?? to) === entry.id)
        .sort((a, b) => Number(a.from !== null) - Number(b.from !== null))
        .map(
          ({ trackId, from, to, before, after, style }) =>
            `${project.tracks.get(trackId)?.name} ${name(from)}|${name(to)} -${before}+${after} ${style.kind}`,
        ),
    ),
  )
}
