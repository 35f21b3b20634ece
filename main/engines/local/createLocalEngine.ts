/** The local engine as the composition root gets it. */
import type { GenerationEngine } from '../GenerationEngine.ts'
import { LocalEngine, type LocalEngineOptions } from './LocalEngine.ts'

export const createLocalEngine = (options: LocalEngineOptions): GenerationEngine =>
  new LocalEngine(options)
