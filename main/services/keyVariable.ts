/** The variable that may carry the Runware key into the program: for the program alone. */

export const KEY_VARIABLE = 'KEYREEL_RUNWARE_KEY'

export type Environment = Readonly<Record<string, string | undefined>>

/**
 * Takes the key out of the process's environment, which every program that we start inherits (ffmpeg, RIFE, Chromium's
 * own). Answers the environment as it was, for us.
 */
export function takeEnvironment(env: Record<string, string | undefined>): Environment {
  const own = { ...env }
  delete env[KEY_VARIABLE]
  return own
}
