/** The generation engines by name, loaded when they are asked for: most commands need none. */

import type { EngineName, GenerationEngine } from '../engines/GenerationEngine.ts'
import type { MediaEngine } from '../media/MediaEngine.ts'
import type { Io } from './output.ts'

export const ENGINE_NAMES = ['local', 'runware'] as const satisfies readonly EngineName[]

export async function generationEngine(
  name: EngineName,
  media: MediaEngine,
  env: Io['env'],
): Promise<GenerationEngine> {
  if (name === 'local') {
    const { createLocalEngine } = await import('../engines/local/createLocalEngine.ts')
    return createLocalEngine({ media })
  }
  const { RUNWARE_URL, RunwareEngine } = await import('../engines/runware/RunwareEngine.ts')
  return new RunwareEngine({
    baseUrl: env.KEYREEL_RUNWARE_URL ?? RUNWARE_URL,
    readKey: async () => env.KEYREEL_RUNWARE_KEY ?? null,
  })
}
