import { useState } from 'react'
import { useDocument } from './document.ts'

/** Runs a change for a dialog: it closes once that is done, and says why where it was refused. */
export function useAttempt(onClose: () => void) {
  const [problem, setProblem] = useState<string | null>(null)
  const attempt = (work: () => boolean): void => {
    if (work()) onClose()
    else setProblem(useDocument.getState().refusal)
  }
  return { problem, attempt }
}
