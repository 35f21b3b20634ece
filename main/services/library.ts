/** Where a store keeps what: one SQLite file and folders beside it. */
import { join, resolve } from 'node:path'

export interface Library {
  readonly folder: string
  /** The SQLite file. */
  readonly database: string
  /** Results that belong to the store, by content. */
  readonly media: string
  /** Posters, filmstrips, peaks, proxies: can be deleted and are made again. */
  readonly cache: string
  /** One folder for each image sequence (main/files/sequenceFolder). */
  readonly sequences: string
  /** One folder for each job that runs. */
  readonly work: string
  readonly logs: string
  /** What the service was last found to say of the model, where somebody asked it (services/modelFacts). */
  readonly modelFacts: string
}

export function libraryAt(folder: string): Library {
  const absolute = resolve(folder)
  return {
    folder: absolute,
    database: join(absolute, 'keyreel.sqlite'),
    media: join(absolute, 'media'),
    cache: join(absolute, 'cache'),
    sequences: join(absolute, 'sequences'),
    work: join(absolute, 'work'),
    logs: join(absolute, 'logs'),
    modelFacts: join(absolute, 'model-facts.json'),
  }
}

export interface Surroundings {
  readonly platform: string
  readonly home: string
  readonly env: Readonly<Record<string, string | undefined>>
}

/** KEYREEL_LIBRARY, else the folder where the system keeps a user's application data. */
export function defaultLibrary({ platform, home, env }: Surroundings): string {
  if (env.KEYREEL_LIBRARY) return env.KEYREEL_LIBRARY
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'keyreel')
  if (platform === 'win32') {
    return join(env.APPDATA || join(home, 'AppData', 'Roaming'), 'keyreel')
  }
  return join(env.XDG_DATA_HOME || join(home, '.local', 'share'), 'keyreel')
}
