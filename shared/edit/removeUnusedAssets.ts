import type { Project } from '../model/project.ts'
import { refuse } from './refuse.ts'

export const removeUnusedAssets = (_project: Project, _args: readonly unknown[]): Project =>
  refuse('This edit is not built yet.')
