/** For files whose tests go on where the one before them ended. */
import { afterEach, beforeEach } from 'vitest'

/** After a failure the rest is skipped: it would only repeat it. */
export function eachOnTheLast(): void {
  let isBroken = false
  beforeEach(({ skip }) => skip(isBroken, 'an earlier step failed'))
  afterEach(({ task }) => {
    isBroken ||= task.result?.state === 'fail'
  })
}
