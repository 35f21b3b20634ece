/** The project opened last, else the sample: what a start shows. */
import { create } from 'zustand'
import { call } from '../bridge/keyreel.ts'
import { errorInWords } from '../i18n/inWords.ts'
import { opened } from '../store/document.ts'

/** Why nothing could be opened, in words; null while it is being tried. */
export const useOpening = create<{ readonly failure: string | null }>(() => ({ failure: null }))

export async function openLast(): Promise<void> {
  useOpening.setState({ failure: null })
  try {
    opened(await call('project:open', {}))
  } catch (error) {
    useOpening.setState({ failure: errorInWords(error) })
  }
  // Once it is drawn and answers; what prepares media would only hold the first picture up.
  requestIdleCallback(() => void call('app:shown', {}), { timeout: 2_000 })
}
