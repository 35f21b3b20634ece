/** A document as plain values in which everything that was made since has a name by its place, not by chance. */
import { animatedOf } from '../../../shared/edit/animated.ts'
import { effectParam } from '../../../shared/model/animatedPath.ts'
import { type Clip, PICTURE_PROPERTIES, SOUND_PROPERTIES } from '../../../shared/model/clip.ts'
import type { Project } from '../../../shared/model/project.ts'
import { timelinesOf, tracksOf } from '../../../shared/model/select.ts'

export const plain = (project: Project): unknown => JSON.parse(JSON.stringify(project))

/** Every string of a value, ids among them. */
function stringsIn(value: unknown, into = new Set<string>()): Set<string> {
  if (typeof value === 'string') into.add(value)
  if (Array.isArray(value)) for (const one of value) stringsIn(one, into)
  else if (typeof value === 'object' && value !== null) {
    for (const [key, one] of Object.entries(value)) stringsIn(one, into.add(key))
  }
  return into
}

/** Two documents that came from `before` in the same way are equal as these, whatever their new records are called. */
export function named(project: Project, before: Project): unknown {
  const known = stringsIn(plain(before))
  const names = new Map<string, string>()
  const name = (id: string | undefined, called: string): string => {
    if (id === undefined || known.has(id)) return id ?? ''
    const given = names.get(id) ?? called
    names.set(id, given)
    return given
  }
  for (const timeline of timelinesOf(project)) {
    const outer = name(timeline.id, `timeline ${timeline.name}`)
    for (const track of tracksOf(project, timeline)) {
      const lane = name(track.id, `${outer} track ${track.name}`)
      track.items.forEach((id, order) => {
        const called = name(id, `${lane} item ${order}`)
        const item = project.items.get(id)
        if (item?.kind === 'clip') nameParts(item, called, name)
      })
    }
  }
  for (const { id, from, to } of project.transitions.values()) {
    const ends = [from, to].map((end) => (end === null ? 'nothing' : (names.get(end) ?? end)))
    name(id, `transition ${ends.join(' to ')}`)
  }
  for (const shot of project.shots.values()) name(shot.id, `shot ${shot.name}`)
  for (const pin of project.pins.values()) {
    name(pin.id, `pin ${names.get(pin.shotId) ?? pin.shotId} ${pin.index}`)
  }
  return renamed(plain(project), names)
}

function nameParts(
  clip: Clip,
  called: string,
  name: (id: string | undefined, called: string) => string,
): void {
  name(clip.linkId, `tie of ${called}`)
  name(clip.groupId, `group of ${called}`)
  clip.effects?.forEach((effect, order) => {
    name(effect.id, `${called} effect ${order}`)
  })
  const params = (clip.effects ?? []).flatMap(({ id, params: own }) =>
    Object.keys(own).map((param) => effectParam(id, param)),
  )
  for (const path of [...PICTURE_PROPERTIES, ...SOUND_PROPERTIES, ...params]) {
    for (const { id, frame } of animatedOf(clip, path).keyframes)
      name(id, `${called} ${path} ${frame}`)
  }
  for (const { id, frame } of clip.speedKeys ?? []) name(id, `${called} speed ${frame}`)
}

function renamed(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return names.get(value) ?? value
  if (Array.isArray(value)) return value.map((one) => renamed(one, names))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [names.get(key) ?? key, renamed(one, names)]),
  )
}
