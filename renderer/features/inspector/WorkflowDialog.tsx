import { useEffect, useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  WORKFLOW_RECIPES,
  WORKFLOWS,
  type Workflow,
  workflowPrompt,
} from '../../../shared/generation/workflows.ts'
import type { Asset } from '../../../shared/model/asset.ts'
import type { AssetId, PinId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import { settingsOf } from '../../../shared/model/select.ts'
import { resolutionSchema, type Shot } from '../../../shared/model/shot.ts'
import { ZERO } from '../../../shared/time/rational.ts'
import { call } from '../../bridge/keyreel.ts'
import { errorInWords, inWords } from '../../i18n/inWords.ts'
import { inDollars } from '../../i18n/numbers.ts'
import { committedProject, dispatch } from '../../store/document.ts'
import { usePreferences } from '../../store/preferences.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Field, inputClass } from '../../ui/Field.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { blankShot, selectClipOf, selectedFootage } from './newShot.ts'
import type { ShotQuote } from './quotes.ts'
import { RequestView } from './RequestView.tsx'

const guidesIn = (project: Project): Asset[] =>
  project.assets.values().filter((asset) => asset.info.video.length > 0 && !asset.missing)

/** A named way of transforming the selected clip: a few words, perhaps a picture, and the request they come to. */
export function WorkflowDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const engine = usePreferences((state) => state.engine)
  const ids = { workflow: useId(), words: useId(), guide: useId() }
  // A dialog is about the document as it was when it opened.
  const [project] = useState(committedProject)
  const [clip] = useState(() => selectedFootage(project)[0])
  const [blank] = useState(() => blankShot(project, 'transform'))
  const [workflow, setWorkflow] = useState<Workflow>('motion')
  const [typed, setTyped] = useState('')
  const [guide, setGuide] = useState('')
  const [resolution, setResolution] = useState<Shot['resolution']>('720p')
  const [answer, setAnswer] = useState<ShotQuote | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  const made = useMemo(() => {
    const { edit } = WORKFLOW_RECIPES[workflow]
    const prompt = workflowPrompt(workflow, typed)
    const shot: Shot = { ...blank, name: t(`workflow.${workflow}.name`), prompt, edit, resolution }
    const picture = { assetId: guide as AssetId, time: ZERO }
    const pin = { id: `${blank.id} guide` as PinId, shotId: blank.id, index: 0, picture }
    return { shot, pins: guide === '' ? [] : [pin] }
  }, [workflow, typed, guide, resolution, blank, t])

  useEffect(() => {
    if (!clip) return
    let isCurrent = true
    const asked = { projectId: settingsOf(project).id, itemId: clip.id, ...made, engine }
    call('shot:compose', asked).then(
      (quote) => {
        if (!isCurrent) return
        setAnswer(quote)
        setProblem(null)
      },
      (error: unknown) => {
        if (isCurrent) setProblem(errorInWords(error))
      },
    )
    return () => {
      isCurrent = false
    }
  }, [clip, made, engine, project])

  const broken = answer?.violations.filter(({ severity }) => severity === 'error') ?? []
  const submit = (): void => {
    if (!clip || !dispatch('shot.fromClip', { itemId: clip.id, ...made })) return
    selectClipOf(made.shot.id)
    onClose()
  }
  const price = answer?.quote && engine === 'runware' ? inDollars(answer.quote.amount) : null
  return (
    <FormDialog
      title={t('workflow.title')}
      submit={t('workflow.submit')}
      width={560}
      canSubmit={clip !== undefined && answer !== null && answer.request !== null}
      problem={
        problem ?? (typed === '' ? null : broken.map(({ said }) => inWords(said)).join(' ') || null)
      }
      onSubmit={submit}
      onClose={onClose}
    >
      {!clip && <EmptyState text={t('workflow.needsFootage')} />}
      <Field
        label={t('workflow.which')}
        htmlFor={ids.workflow}
        hint={t(`workflow.${workflow}.keeps`)}
      >
        <select
          id={ids.workflow}
          className={inputClass}
          value={workflow}
          onChange={(event) => {
            const chosen = WORKFLOWS.find((each) => each === event.target.value)
            if (chosen) setWorkflow(chosen)
          }}
        >
          {WORKFLOWS.map((each) => (
            <option key={each} value={each}>
              {t(`workflow.${each}.name`)}
            </option>
          ))}
        </select>
      </Field>
      <Field label={t(`workflow.${workflow}.words`)} htmlFor={ids.words}>
        <textarea
          id={ids.words}
          className={inputClass}
          rows={2}
          placeholder={t(`workflow.${workflow}.example`)}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Field>
      <Field label={t('workflow.guide')} htmlFor={ids.guide} hint={t('workflow.guideHint')}>
        <select
          id={ids.guide}
          className={inputClass}
          value={guide}
          onChange={(event) => setGuide(event.target.value)}
        >
          <option value="">{t('workflow.noGuide')}</option>
          {guidesIn(project).map((asset) => (
            <option key={asset.id} value={asset.id}>
              {asset.name}
            </option>
          ))}
        </select>
      </Field>
      <Field label={t('shot.size')} hint={price ?? undefined}>
        <Segmented
          label={t('shot.size')}
          value={resolution}
          options={resolutionSchema.options.map((value) => ({ value, label: value }))}
          onChange={setResolution}
        />
      </Field>
      <RequestView request={answer?.request ?? null} name={made.shot.name} />
    </FormDialog>
  )
}
