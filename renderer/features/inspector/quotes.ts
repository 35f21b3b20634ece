/** The quote of the shot in view, asked again whenever the shot has changed and the change is kept. */

import { useEffect, useState } from 'react'
import type { Output } from '../../../shared/ipc/contract.ts'
import type { Job } from '../../../shared/jobs/job.ts'
import { settingsOf } from '../../../shared/model/select.ts'
import type { Shot } from '../../../shared/model/shot.ts'
import { call } from '../../bridge/keyreel.ts'
import { errorInWords, inWords } from '../../i18n/inWords.ts'
import { committedProject, settled, useDocument } from '../../store/document.ts'
import { useElsewhere } from '../../store/elsewhere.ts'
import { useJobs } from '../../store/jobs.ts'
import { useModel } from '../../store/model.ts'
import { useTakes } from '../../store/takes.ts'

export type EngineName = 'local' | 'runware'
export type ShotQuote = Output<'shot:quote'>

export interface AskedQuote {
  /** Null until the first answer; while a change is on its way, still the one before it. */
  readonly answer: ShotQuote | null
  /** The shot as it was when `answer` was asked for. */
  readonly asked: Shot | null
  /** The sentence when asking failed. */
  readonly failure: string | null
  /** Asks anew, for what changed outside the document. */
  readonly again: () => void
}

const isOpen = ({ state }: Job): boolean => state.status === 'queued' || state.status === 'running'

export function useQuote(shot: Shot, engine: EngineName): AskedQuote {
  const revision = useDocument((state) => state.head?.revisionId)
  const commit = useDocument((state) => state.commit)
  const [{ answer, asked }, setAnswered] = useState<Pick<AskedQuote, 'answer' | 'asked'>>({
    answer: null,
    asked: null,
  })
  const [failure, setFailure] = useState<string | null>(null)
  const [count, setCount] = useState(0)
  // A take that arrived was paid for, and is one of exactly the same.
  const takes = useTakes((state) => state.byShot[shot.id]?.length)
  // What begins, fails or is cancelled is under way now, or no longer.
  const underWay = useJobs(
    ({ jobs }) => jobs.filter((job) => job.subject.shotId === shot.id && isOpen(job)).length,
  )
  // Another process spends of the same cap.
  const writes = useElsewhere((state) => state.writes)
  const model = useModel((state) => state.facts)
  // The revision is not read inside, but a new one makes the quote old.
  useEffect(() => {
    let isCurrent = true
    const ask = async (): Promise<void> => {
      await settled()
      const project = committedProject()
      const projectId = settingsOf(project).id
      try {
        const quote = await call('shot:quote', { projectId, shotId: shot.id, engine })
        if (!isCurrent) return
        setAnswered({ answer: quote, asked: project.shots.get(shot.id) ?? null })
        setFailure(null)
      } catch (error) {
        if (isCurrent) setFailure(errorInWords(error))
      }
    }
    if (commit === 'kept') void ask()
    return () => {
      isCurrent = false
    }
  }, [shot.id, engine, revision, commit, count, takes, underWay, writes, model])
  return { answer, asked, failure, again: () => setCount((before) => before + 1) }
}

/** The first broken rule of a field or of anything inside it. */
export function problemOf(answer: ShotQuote | null, field: string): string | undefined {
  const violation = answer?.violations.find(
    (broken) => broken.severity === 'error' && broken.field.startsWith(field),
  )
  return violation && inWords(violation.said)
}

/** Fields of the form that show their own problems. */
const FORM_FIELDS = [
  'positivePrompt',
  'duration',
  'resolution',
  'width',
  'settings.loop',
  'settings.hdr',
  'inputs.frameImages',
]

export const isShownAtField = (field: string): boolean =>
  FORM_FIELDS.some((shown) => field.startsWith(shown))
