/** Set-up talks on standard error, so that a command's standard output stays machine-readable. */
export function say(message: string): void {
  process.stderr.write(`set-up: ${message}\n`)
}

export const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`

export const seconds = (sinceMs: number): string =>
  `${((performance.now() - sinceMs) / 1000).toFixed(1)} s`
