import { useEffect, useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/ipc/contract.ts'
import type { ItemId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import { place, settingsOf, timelineOf } from '../../../shared/model/select.ts'
import { type EditControls, resolutionSchema, type Shot } from '../../../shared/model/shot.ts'
import { toNumber } from '../../../shared/time/rational.ts'
import { formatTimecode } from '../../../shared/time/timecode.ts'
import { call } from '../../bridge/keyreel.ts'
import { errorInWords, inWords } from '../../i18n/inWords.ts'
import { inDollars } from '../../i18n/numbers.ts'
import { committedProject } from '../../store/document.ts'
import { looksOf } from '../../store/looks.ts'
import { usePreferences } from '../../store/preferences.ts'
import { useSession } from '../../store/session.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Field, inputClass } from '../../ui/Field.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import styles from './Inspector.module.css'
import { LimitsDialog } from './LimitsDialog.tsx'
import { generateLook, makeLook, type PlannedLook, planLook } from './lookOver.ts'
import { selectedFootage } from './newShot.ts'
import { StrengthField } from './StrengthField.tsx'

type Answer = Output<'shot:composeAll'>

/** While somebody types, nothing is asked: milliseconds. */
const PAUSE = 150

/** One way of transforming all selected clips: what it comes to clip by clip, and what all of it costs. */
export function LookOverDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const engine = usePreferences((state) => state.engine)
  const ids = { look: useId(), words: useId() }
  // A dialog is about the document as it was when it opened.
  const [project] = useState(committedProject)
  const [clips] = useState(() => selectedFootage(project))
  const [others] = useState(() => picturesSelected(project) - clips.length)
  const looks = useMemo(() => looksOf(project), [project])
  const [look, setLook] = useState('')
  const [prompt, setPrompt] = useState('')
  const [edit, setEdit] = useState<EditControls | null>({ strength: 'flex_2' })
  const [resolution, setResolution] = useState<Shot['resolution']>('720p')
  const [answer, setAnswer] = useState<{ readonly of: PlannedLook; readonly told: Answer } | null>(
    null,
  )
  const [problem, setProblem] = useState<string | null>(null)
  const [areLimitsShown, setAreLimitsShown] = useState(false)
  const [isConfirming, setIsConfirming] = useState(false)
  const [isSending, setIsSending] = useState(false)
  const [asked, setAsked] = useState(0)

  const { planned, refused } = useMemo(
    () => planLook(project, clips, { prompt, resolution, ...(edit && { edit }) }),
    [project, clips, prompt, resolution, edit],
  )
  // `asked` is not read inside: new limits make the answer old.
  useEffect(() => {
    if (planned.length === 0) return
    let isCurrent = true
    const timer = setTimeout(() => {
      call('shot:composeAll', { projectId: settingsOf(project).id, planned: [...planned], engine })
        .then((told) => {
          if (!isCurrent) return
          setAnswer({ of: planned, told })
          setProblem(null)
        })
        .catch((error: unknown) => isCurrent && setProblem(errorInWords(error)))
    }, PAUSE)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [planned, engine, project, asked])

  const isAnswered = answer?.of === planned
  const told = answer?.told ?? null
  const isLegal = told?.quotes.every(({ quote }) => quote.request !== null) ?? false
  const unavailable = told?.quotes.find(({ quote }) => quote.unavailable)?.quote.unavailable
  const canMake = planned.length > 0 && isAnswered && isLegal && !isSending
  const canGenerate = canMake && !unavailable && told?.money.isOverCap !== true
  const price = engine === 'local' ? t('quote.free') : inDollars(told?.amount ?? 0)
  const money = told?.money

  const choose = (id: string): void => {
    setLook(id)
    const chosen = looks.find((each) => each.id === id)
    if (!chosen) return
    setPrompt(chosen.prompt)
    setEdit(chosen.edit ?? null)
    if (chosen.resolution) setResolution(chosen.resolution)
  }
  const make = (): void => {
    if (makeLook(planned)) onClose()
  }
  const press = async (): Promise<void> => {
    if (!told) return
    if (told.money.asksFirst && !isConfirming) {
      setIsConfirming(true)
      return
    }
    setIsSending(true)
    if (!makeLook(planned)) {
      setIsSending(false)
      return
    }
    // The shots are there from here on; what refuses the rest is said beside them.
    onClose()
    await generateLook(planned, engine, told.amount, isConfirming)
  }
  return (
    <Dialog
      title={t('look.title')}
      isOpen
      width={600}
      onClose={onClose}
      footer={
        <>
          <Button disabled={!canMake} onClick={make}>
            {t('look.make')}
          </Button>
          <Button look="primary" disabled={!canGenerate} onClick={() => void press()}>
            {isConfirming
              ? t('quote.confirm', { amount: price })
              : t('look.generate', { amount: price })}
          </Button>
        </>
      }
    >
      {clips.length === 0 && <EmptyState text={t('workflow.needsFootage')} />}
      {looks.length > 0 && (
        <Field label={t('look.look')} htmlFor={ids.look}>
          <select
            id={ids.look}
            className={inputClass}
            value={look}
            onChange={(event) => choose(event.target.value)}
          >
            <option value="">{t('look.ownWords')}</option>
            {looks.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </Field>
      )}
      <Field label={t('look.words')} htmlFor={ids.words}>
        <textarea
          id={ids.words}
          className={inputClass}
          rows={2}
          placeholder={t('look.example')}
          value={prompt}
          onChange={(event) => setPrompt(event.target.value)}
        />
      </Field>
      <Field label={t('shot.control')}>
        <Segmented
          label={t('shot.control')}
          value={edit ? 'manual' : 'auto'}
          options={[
            { value: 'auto', label: t('shot.auto') },
            { value: 'manual', label: t('shot.manual') },
          ]}
          onChange={(value) => setEdit(value === 'auto' ? null : { strength: 'flex_2' })}
        />
      </Field>
      {edit && (
        <StrengthField
          value={edit.strength ?? 'flex_2'}
          onChange={(strength) => setEdit({ ...edit, strength })}
        />
      )}
      <Field label={t('shot.size')}>
        <Segmented
          label={t('shot.size')}
          value={resolution}
          options={resolutionSchema.options.map((value) => ({ value, label: value }))}
          onChange={setResolution}
        />
      </Field>
      <ul className={styles.clips} aria-label={t('look.clips')}>
        {clips.map((clip) => {
          const of = told?.quotes.find(({ itemId }) => itemId === clip.id)?.quote
          const span = planned.find(({ itemId }) => itemId === clip.id)?.shot.source
          const why = refused.get(clip.id)
          const broken = of?.violations.filter(({ severity }) => severity === 'error') ?? []
          const isMade = engine !== 'local' && (of?.same.length ?? 0) > 0
          return (
            <li key={clip.id}>
              <span className={styles.clipName}>
                <b>{clip.name}</b>
                <span className={styles.clipStart}>{startOf(project, clip.id)}</span>
              </span>
              <span>{span && t('look.seconds', { seconds: toNumber(span.duration) })}</span>
              <span>
                {why
                  ? '–'
                  : isMade
                    ? t('look.made')
                    : engine === 'local'
                      ? t('quote.free')
                      : of?.quote
                        ? inDollars(of.quote.amount)
                        : '–'}
              </span>
              {why && <p className={styles.problem}>{inWords(why)}</p>}
              {prompt !== '' && broken.length > 0 && (
                <p role="alert" className={styles.problem}>
                  {broken.map(({ said }) => inWords(said)).join(' ')}
                </p>
              )}
            </li>
          )
        })}
      </ul>
      {others > 0 && <p className={styles.note}>{t('look.notFootage', { count: others })}</p>}
      <div className={styles.total} role="status">
        <span>
          {t('look.total', { count: planned.length })}
          {' · '}
          <b>{t('look.altogether', { amount: price })}</b>
        </span>
        {money && engine !== 'local' && (
          <span className={styles.basis}>
            {money.cap === null
              ? t('quote.noCap')
              : t('quote.capLeft', { left: inDollars(money.left ?? 0), cap: inDollars(money.cap) })}
          </span>
        )}
      </div>
      {isConfirming && money && (
        <p className={styles.note}>
          {t('quote.asksFirst', { limit: inDollars(money.confirmAbove ?? 0), amount: price })}
        </p>
      )}
      {unavailable && <p role="alert">{inWords(unavailable)}</p>}
      {problem !== null && <p role="alert">{problem}</p>}
      {money?.isOverCap === true && (
        <div className={styles.total}>
          <p role="alert" className={styles.problem}>
            {t('quote.overCap', {
              left: inDollars(money.left ?? 0),
              cap: inDollars(money.cap ?? 0),
            })}
          </p>
          <Button onClick={() => setAreLimitsShown(true)}>{t('quote.limits')}</Button>
        </div>
      )}
      {areLimitsShown && money && (
        <LimitsDialog
          money={money}
          onSet={() => setAsked((before) => before + 1)}
          onClose={() => setAreLimitsShown(false)}
        />
      )}
    </Dialog>
  )
}

/** Parts of one recording are told apart by where they lie. */
function startOf(project: Project, itemId: ItemId): string {
  const { start, track } = place(project, itemId)
  return formatTimecode(start, timelineOf(project, track.timelineId).rate)
}

/** Clips on picture tracks, whatever they show. */
const picturesSelected = (project: Project): number =>
  useSession.getState().clips.filter((id) => {
    const track = project.tracks.values().find(({ items }) => items.includes(id))
    return track?.kind === 'picture'
  }).length
