/** Takes by shot, in order of arrival: facts of the store, not part of the document. */
import { create } from 'zustand'
import type { ProjectId, ShotId } from '../../shared/model/ids.ts'
import { settingsOf } from '../../shared/model/select.ts'
import type { Shot } from '../../shared/model/shot.ts'
import type { Take } from '../../shared/model/take.ts'
import { call, on } from '../bridge/keyreel.ts'
import { committedProject } from './document.ts'

export const useTakes = create<{ readonly byShot: Readonly<Record<string, readonly Take[]>> }>(
  () => ({ byShot: {} }),
)

const NONE: readonly Take[] = []

/** Of a shot's takes those that nobody put out of sight; the same list where that are all. */
export function takesInView(
  all: readonly Take[] | undefined,
  { removedTakes = [], takeId }: Pick<Shot, 'removedTakes' | 'takeId'>,
): readonly Take[] {
  if (!all || removedTakes.length === 0) return all ?? NONE
  return all.filter(({ id }) => id === takeId || !removedTakes.includes(id))
}

const keep = (shotId: string, takes: readonly Take[]): void =>
  useTakes.setState(({ byShot }) => ({ byShot: { ...byShot, [shotId]: takes } }))

/** Starts listening; answers the function that stops. */
export function followTakes(): () => void {
  const stops = [
    on('take:arrived', ({ projectId, take }) => {
      if (projectId !== settingsOf(committedProject()).id) return
      const known = useTakes.getState().byShot[take.shotId] ?? []
      keep(take.shotId, [...known.filter((other) => other.id !== take.id), take])
    }),
    on('store:changed', () => void lookAgain()),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

/** Of another process's takes nobody tells one by one. */
async function lookAgain(): Promise<void> {
  const { shots } = committedProject()
  const { byShot } = useTakes.getState()
  for (const shot of shots.values()) {
    const known = byShot[shot.id]
    if (!known) continue
    const projectId = settingsOf(committedProject()).id
    const { takes } = await call('shot:takes', { projectId, shotId: shot.id })
    if (takes.length !== known.length) keep(shot.id, takes)
  }
}

export async function loadTakes(projectId: ProjectId, shotId: ShotId): Promise<void> {
  const { takes } = await call('shot:takes', { projectId, shotId })
  keep(shotId, takes)
}
