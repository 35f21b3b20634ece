import type { MakeId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { refuse } from './refuse.ts'

export const easeKeyframes = (_project: Project, _args: unknown, _makeId: MakeId): Project =>
  refuse('This edit is not built yet.')
