/** Why a run was aborted; the signal's reason. */

export type Stop = 'cancelled' | 'shutdown' | 'leaseLost'

export class JobStopped extends Error {
  override readonly name = 'AbortError'
  readonly why: Stop
  constructor(why: Stop) {
    super(`The job was stopped (${why})`)
    this.why = why
  }
}
