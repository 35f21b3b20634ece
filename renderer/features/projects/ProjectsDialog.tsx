import { useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/ipc/contract.ts'
import { PICTURE_SIZES, pixelsOf } from '../../../shared/model/pictureSizes.ts'
import { settingsOf } from '../../../shared/model/select.ts'
import { RATE_NAMES, RATES } from '../../../shared/time/frames.ts'
import { call } from '../../bridge/keyreel.ts'
import { errorInWords } from '../../i18n/inWords.ts'
import { number } from '../../i18n/numbers.ts'
import { opened, settled, useDocument } from '../../store/document.ts'
import { useJobs } from '../../store/jobs.ts'
import { seek } from '../../store/playhead.ts'
import { selectNothing } from '../../store/session.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field, inputClass } from '../../ui/Field.tsx'
import { List } from '../../ui/List.tsx'
import { Bin } from './Bin.tsx'
import { type Attempt, ProjectRow } from './ProjectRow.tsx'

export function ProjectsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const ids = { name: useId(), rate: useId(), size: useId() }
  const current = useDocument((state) => (state.project ? settingsOf(state.project).id : null))
  const [projects, setProjects] = useState<Output<'project:list'>['projects']>([])
  const [name, setName] = useState('')
  const [rate, setRate] = useState('24')
  const [size, setSize] = useState<string>(PICTURE_SIZES[0])
  const [problem, setProblem] = useState<string | null>(null)
  const [removed, setRemoved] = useState<Output<'project:removed'>['projects']>([])
  const [note, setNote] = useState<string | null>(null)
  // Pictures of projects are made while the list is open.
  const pictures = useJobs(
    ({ jobs }) =>
      jobs.filter(({ kind, state }) => kind === 'thumbnail' && state.status === 'done').length,
  )
  useEffect(() => {
    if (pictures > 0) void call('project:list', {}).then((answer) => setProjects(answer.projects))
  }, [pictures])
  useEffect(() => {
    void call('project:list', {}).then((answer) => setProjects(answer.projects))
    void call('project:removed', {}).then((answer) => setRemoved(answer.projects))
  }, [])

  const attempt: Attempt = async (work) => {
    try {
      setNote(await work())
      setProblem(null)
      setProjects((await call('project:list', {})).projects)
      setRemoved((await call('project:removed', {})).projects)
    } catch (error) {
      setProblem(errorInWords(error))
    }
  }
  const restoreArchive = async (): Promise<string | null> => {
    const restored = await call('project:restoreArchive', {})
    if (!restored) return null
    return restored.missing.length === 0
      ? t('projects.restored', { name: restored.name })
      : t('projects.restoredWithout', { name: restored.name, missing: restored.missing.join(', ') })
  }

  const show = async (work: Promise<Output<'project:open'>>): Promise<void> => {
    try {
      await settled()
      opened(await work)
      selectNothing()
      seek(0)
      onClose()
    } catch (error) {
      setProblem(errorInWords(error))
    }
  }
  const create = (): void => {
    const [width, height] = pixelsOf(size)
    const exact = RATES[rate]
    if (exact) void show(call('project:create', { name: name.trim(), rate: exact, width, height }))
  }
  return (
    <Dialog title={t('projects.title')} isOpen onClose={onClose}>
      <List label={t('projects.recent')}>
        {projects.map((project) => (
          <ProjectRow
            key={project.id}
            project={project}
            isCurrent={project.id === current}
            onOpen={() => void show(call('project:open', { projectId: project.id }))}
            attempt={attempt}
          />
        ))}
      </List>
      <div>
        <Button onClick={() => void attempt(restoreArchive)}>{t('projects.restore')}</Button>
      </div>
      <Bin projects={removed} attempt={attempt} />
      {note !== null && <p role="status">{note}</p>}
      <Field label={t('projects.newName')} htmlFor={ids.name}>
        <input
          id={ids.name}
          className={inputClass}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <Field label={t('projects.rate')} htmlFor={ids.rate}>
        <select
          id={ids.rate}
          className={inputClass}
          value={rate}
          onChange={(event) => setRate(event.target.value)}
        >
          {RATE_NAMES.map((value) => (
            <option key={value} value={value}>
              {t('projects.fps', { rate: number(Number(value), { most: 3 }) })}
            </option>
          ))}
        </select>
      </Field>
      <Field label={t('projects.size')} htmlFor={ids.size}>
        <select
          id={ids.size}
          className={inputClass}
          value={size}
          onChange={(event) => setSize(event.target.value)}
        >
          {PICTURE_SIZES.map((value) => (
            <option key={value}>{value}</option>
          ))}
        </select>
      </Field>
      {problem !== null && <p role="alert">{problem}</p>}
      <Button look="primary" disabled={name.trim() === ''} onClick={create}>
        {t('projects.create')}
      </Button>
    </Dialog>
  )
}
