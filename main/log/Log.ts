/** The port to the log. `detail` is written as JSON after secrets were taken out. */
export type LogLevel = 'info' | 'warn' | 'error'

export interface Log {
  readonly write: (level: LogLevel, message: string, detail?: unknown) => void
}
