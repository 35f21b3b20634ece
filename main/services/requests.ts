/**
 * Requests that come as documents: each becomes a shot of a project, as the window would have made it, so that one way
 * leads from there to a take. The task UUID of a document is its own, and is used once.
 */

import { randomUUID } from 'node:crypto'
import { basename, extname } from 'node:path'
import { idsFrom } from '../../shared/commands/Command.ts'
import { command } from '../../shared/commands/registry.ts'
import { addShot } from '../../shared/edit/createShot.ts'
import type { ModelFacts } from '../../shared/generation/modelFacts.ts'
import type { VideoInferenceRequest } from '../../shared/generation/request.ts'
import type { Asset } from '../../shared/model/asset.ts'
import type { AssetId, JobId, MakeId, ProjectId, ShotId } from '../../shared/model/ids.ts'
import { newProject } from '../../shared/model/newProject.ts'
import type { Project } from '../../shared/model/project.ts'
import { recipeOf } from '../../shared/model/recipe.ts'
import { settingsOf } from '../../shared/model/select.ts'
import type { Pin, Shot } from '../../shared/model/shot.ts'
import type { Take } from '../../shared/model/take.ts'
import { rational } from '../../shared/time/rational.ts'
import { inEnglish } from '../../shared/words/english.ts'
import type { Said } from '../../shared/words/Said.ts'
import { say } from '../../shared/words/say.ts'
import type { JobRow } from '../database/repositories/jobRow.ts'
import type { Store } from '../database/store.ts'
import type { EngineName } from '../engines/GenerationEngine.ts'
import { generatePayloadSchema, joinPayloadSchema } from '../jobs/payloads.ts'
import { mayBeSent } from '../jobs/runners/checkpoint.ts'
import type { Media } from './media.ts'
import type { LookedAt } from './mediaImport.ts'
import type { Projects } from './projects.ts'
import { readRequest } from './readRequest.ts'
import { ServiceError } from './ServiceError.ts'
import { shotFromRequest } from './shotFromRequest.ts'

export interface RequestsPorts {
  readonly store: Store
  readonly projects: Projects
  readonly media: Pick<Media, 'look' | 'importPaths'>
  /** What is known of the model now. */
  readonly model: () => ModelFacts
}

export interface RequestDocument {
  readonly request: VideoInferenceRequest
  /** Media string of the request -> the file that stands for it. */
  readonly inputs: ReadonlyMap<string, string>
  /** What the shot is called. */
  readonly name: string
}

/** A shot that is not in its project yet, in a copy of that project that has it. */
export interface DraftShot {
  readonly project: Project
  readonly shot: Shot
  readonly pins: readonly Pin[]
  /** Those that the project does not have yet. */
  readonly assets: readonly Asset[]
  /** What the shot asks for (shared/model/recipe). */
  readonly recipe: string
  readonly notes: readonly Said[]
}

export interface PlacedRequest {
  readonly shotId: ShotId
  /** What the shot asks for (shared/model/recipe). */
  readonly recipe: string
  readonly notes: readonly Said[]
}

/** What became of a task UUID here. */
export type TaskHistory =
  /** Nobody used it. */
  | { readonly state: 'new' }
  /** For another request, or for a job that came to nothing and was not billed. */
  | { readonly state: 'spent' }
  | { readonly state: 'open'; readonly jobId: JobId }
  | { readonly state: 'done'; readonly jobId: JobId; readonly take: Take }

/** Where requests go that name no project. Its id is the same in every store. */
const OWN_IDS = 'command-line'
const TRIES = 50

export type Requests = ReturnType<typeof createRequests>

export function createRequests({ store, projects, media, model }: RequestsPorts) {
  function ownProject(): Project {
    const format = { rate: rational(24), width: 1920, height: 1080 }
    return newProject(inEnglish(say('newName:commandLine')), format, idsFrom(OWN_IDS))
  }

  function draftIn(
    project: Project,
    { request, name }: RequestDocument,
    files: ReadonlyMap<string, LookedAt>,
    makeId: MakeId,
  ): DraftShot {
    const known = new Map(project.assets.values().map((asset) => [asset.mediaKey, asset]))
    const added: Asset[] = []
    const assetFor = (reference: string): Asset | undefined => {
      const file = files.get(reference)
      if (!file) return undefined
      const found = known.get(file.mediaKey)
      if (found) return found
      const asset = assetOf(file, makeId<AssetId>())
      known.set(file.mediaKey, asset)
      added.push(asset)
      return asset
    }
    const read = shotFromRequest(request, {
      ...{ id: makeId<ShotId>(), name, makeId, assetFor },
      model: model(),
    })
    const assets = added.reduce((table, asset) => table.with(asset), project.assets)
    const after = addShot({ ...project, assets }, read.shot, read.pins)
    return { ...read, assets: added, project: after, recipe: recipeOf(after, read.shot) }
  }

  async function lookAt({ inputs }: RequestDocument, signal: AbortSignal) {
    const files = new Map<string, LookedAt>()
    for (const [reference, path] of inputs) files.set(reference, await media.look(path, signal))
    return files
  }

  const newId: MakeId = <T extends string>() => randomUUID() as string as T

  /** The job, or those that it joins. */
  function tasksOf(jobId: JobId): JobRow[] {
    const job = store.jobs.find(jobId)
    if (!job) return []
    return job.kind === 'join' ? job.needs.flatMap((id) => store.jobs.find(id) ?? []) : [job]
  }

  /** Whether its money was settled, released or written off. */
  function isSettled({ payload }: JobRow): boolean {
    const read = generatePayloadSchema.safeParse(payload)
    return read.success && store.ledger.isClosed(read.data.request.taskUUID)
  }

  const service = {
    /** The project that documents go to where none is named; made when it is first needed. */
    ownProjectId(): ProjectId {
      const project = ownProject()
      const { id } = settingsOf(project)
      store.transaction(() => {
        const row = store.projects.find(id)
        if (!row) projects.add(project, { isSample: false, label: say('label:newProject') })
        else if (row.removedAt !== null) store.projects.setRemoved(id, null)
      })
      return id
    },

    /** The same, if it was ever needed. */
    findOwnProject(): ProjectId | undefined {
      const { id } = settingsOf(ownProject())
      return store.projects.find(id)?.id
    },

    /** The shot that a document asks for, without changing anything. Absent project: the one that documents go to. */
    async draft(
      document: RequestDocument,
      projectId: ProjectId | undefined,
      signal: AbortSignal,
    ): Promise<DraftShot> {
      const id = projectId ?? service.findOwnProject()
      const project = id === undefined ? ownProject() : projects.read(id)
      return draftIn(project, document, await lookAt(document, signal), newId)
    },

    /**
     * The shot that pasted words ask for. Media of this machine, as documents saved here name it, is the project's own.
     * @throws ServiceError `badInput` with every error of the document, each with its field.
     */
    async read(projectId: ProjectId, text: string, name: string) {
      const project = projects.read(projectId)
      return readRequest(text, name, project, newId, model())
    },

    /**
     * Puts a document into a project: as the shot there that asks for exactly the same, else as a new one.
     * @throws ServiceError, MediaError, CommandRefused
     */
    async place(
      document: RequestDocument,
      projectId: ProjectId,
      signal: AbortSignal,
    ): Promise<PlacedRequest> {
      const files = await lookAt(document, signal)
      // The window shows them one day, and wants their posters then.
      await media.importPaths([...document.inputs.values()])
      for (let attempt = 0; attempt < TRIES; attempt++) {
        const { project, head } = projects.present(projectId)
        const { shot, pins, assets, notes, recipe } = draftIn(project, document, files, newId)
        const same = project.shots.values().find((other) => recipeOf(project, other) === recipe)
        if (same) return { shotId: same.id, recipe, notes }
        const create = command('shot.create', { shot, pins: [...pins] }, randomUUID())
        const add = command('assets.add', { assets: [...assets] }, randomUUID())
        const both = {
          label: say('label:request', { name: document.name }),
          commands: [add, create],
        }
        try {
          const step = assets.length === 0 ? create : command('batch', both, randomUUID())
          projects.dispatch(projectId, head.revisionId, step)
          return { shotId: shot.id, recipe, notes }
        } catch (error) {
          // Somebody else changed the project in between: look again.
          if (!(error instanceof ServiceError && error.code === 'conflict')) throw error
        }
      }
      throw new ServiceError('conflict', say('money:projectBusy'))
    },

    /**
     * What a task UUID was used for, seen from a request that names it now. The recipe tells whether it is the same one:
     * the shot itself may have been changed since.
     */
    historyOf(taskUUID: string, recipe: string, engine: EngineName): TaskHistory {
      const promise = store.ledger.reservation(taskUUID)
      if (!promise) return { state: 'new' }
      const job = store.jobs.find(promise.jobId)
      const schema = job?.kind === 'join' ? joinPayloadSchema : generatePayloadSchema
      const payload = schema.safeParse(job?.payload)
      const isSame =
        payload.success && payload.data.recipe === recipe && payload.data.engine === engine
      if (!job || !isSame) return { state: 'spent' }
      const take = store.takes.ofJob(job.id)
      if (take) return { state: 'done', jobId: job.id, take }
      // A task that was refused may go on under another UUID.
      const isOver = store.ledger.isClosed(payload.data.request.taskUUID)
      return isOver ? { state: 'spent' } : { state: 'open', jobId: job.id }
    },

    takeOf: (jobId: JobId): Take | undefined => store.takes.ofJob(jobId),

    /** Whether the service may have got the task (one of a join's), so that it may be billed whatever happens here. */
    wasSent: (jobId: JobId): boolean =>
      tasksOf(jobId).some((job) => mayBeSent(job.checkpoint) && !isSettled(job)),
  }
  return service
}

const assetOf = ({ mediaKey, info, path }: LookedAt, id: AssetId): Asset => ({
  ...{ id, mediaKey, info, origin: 'footage' },
  name: basename(path, extname(path)) || basename(path),
})
