/**
 * The composition root, free of Electron: builds every service over one store and knows all implementations. The
 * window, the command line and the tests start here.
 */

import { homedir } from 'node:os'
import { MONEY_PER_DOLLAR } from '../shared/generation/modelFacts.ts'
import type { Job } from '../shared/jobs/job.ts'
import type { JobId } from '../shared/model/ids.ts'
import { inEnglish } from '../shared/words/english.ts'
import type { Said } from '../shared/words/Said.ts'
import { openStore } from './database/store.ts'
import { examine } from './doctor/examine.ts'
import { formatReport } from './doctor/report.ts'
import { rifeFinding } from './doctor/rife.ts'
import type { EngineName, GenerationEngine } from './engines/GenerationEngine.ts'
import { createLocalEngine } from './engines/local/createLocalEngine.ts'
import type { Clock as EngineClock } from './engines/runware/clock.ts'
import { RUNWARE_URL, RunwareEngine } from './engines/runware/RunwareEngine.ts'
import { createRunExport } from './exports/runExport.ts'
import { createApprovedPaths } from './files/approvedPaths.ts'
import { diskSize } from './files/diskSize.ts'
import { openMediaStore } from './files/mediaStore.ts'
import { createQueue } from './jobs/queue.ts'
import { exportRunner } from './jobs/runners/export.ts'
import { generateRunner } from './jobs/runners/generate.ts'
import { joinRunner } from './jobs/runners/join.ts'
import { prepareRunner } from './jobs/runners/prepare.ts'
import { thumbnailRunner } from './jobs/runners/thumbnail.ts'
import { tilesRunner } from './jobs/runners/tiles.ts'
import { fileLog } from './log/fileLog.ts'
import { endOrphans } from './media/endOrphans.ts'
import { createFfmpegEngine } from './media/ffmpeg/createFfmpegEngine.ts'
import { examineTools } from './media/ffmpeg/examineTools.ts'
import { writeProxy } from './media/ffmpeg/proxies.ts'
import type { MediaEngine } from './media/MediaEngine.ts'
import { createModesty } from './media/modesty.ts'
import type { Announce } from './services/Announce.ts'
import { createArchives } from './services/archives.ts'
import { type Clock, systemClock } from './services/Clock.ts'
import { createCacheKeeper } from './services/cacheKeeper.ts'
import { createCloseTiles } from './services/closeTiles.ts'
import { sweepCopies } from './services/copying.ts'
import { createDoctor } from './services/doctor.ts'
import { createDocuments } from './services/documents.ts'
import { createElsewhere } from './services/elsewhere.ts'
import { createExports } from './services/exports.ts'
import { defaultLibrary, libraryAt } from './services/library.ts'
import { createManyShots } from './services/manyShots.ts'
import { createMedia } from './services/media.ts'
import { openModelFacts } from './services/modelFacts.ts'
import { createMoney } from './services/money.ts'
import { createOpenFirst } from './services/openFirst.ts'
import { createPreparing } from './services/preparing.ts'
import { createProjects } from './services/projects.ts'
import { createRelink } from './services/relink.ts'
import { createRequests } from './services/requests.ts'
import { createRunware } from './services/runware.ts'
import { memorySecrets, type Secrets } from './services/Secrets.ts'
import { createServicePrices } from './services/servicePrices.ts'
import { createShelf } from './services/shelf.ts'
import { createShots } from './services/shots.ts'
import { createSpans } from './services/spans.ts'
import { createSpoken } from './services/spoken.ts'
import { createThumbnails } from './services/thumbnails.ts'
import { createUploadBook } from './services/uploadBook.ts'
import { createUploadKeeper } from './services/uploadKeeper.ts'
import { createVersions } from './services/versions.ts'

export interface ComposeOptions {
  /** The store's folder; absent: KEYREEL_LIBRARY or the user's data folder. */
  readonly library?: string | undefined
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly mediaEngine?: MediaEngine
  readonly clock?: Clock
  /** Absent: KEYREEL_RUNWARE_KEY, for this run only. */
  readonly secrets?: Secrets
  /** Electron's fetch respects the system's proxy and certificates. */
  readonly fetch?: typeof globalThis.fetch
  readonly announce?: Announce
  /** Engines in place of the real ones, for tests. */
  readonly engines?: Partial<Record<EngineName, GenerationEngine>>
  /** How the Runware engine waits, for tests. */
  readonly engineClock?: EngineClock
  /** `de-AT`. Absent: nobody reads what is worded here but in English, as on the command line. */
  readonly systemLanguage?: string
  /** The footage of the sample project. */
  readonly sampleFootage?: string | undefined
}

/** Milliseconds between two looks at whether documents should be stored whole. */
const SNAPSHOT_CHECK = 5_000

export type Services = Awaited<ReturnType<typeof compose>>

/** @throws StorageError when the store cannot be opened. Jobs run only after `queue.start()`. */
export async function compose(options: ComposeOptions = {}) {
  const env = options.env ?? process.env
  const clock = options.clock ?? systemClock
  const secrets = options.secrets ?? memorySecrets(env.KEYREEL_RUNWARE_KEY)
  const announce: Announce = options.announce ?? (() => undefined)
  const surroundings = { platform: process.platform, home: homedir(), env }
  const library = libraryAt(options.library ?? defaultLibrary(surroundings))

  const store = openStore(library.database)
  sweepCopies(store)
  const hidden = (): string[] => [secrets.runwareKey() ?? '']
  const now = (): Date => new Date(clock.now())
  const log = fileLog({ folder: library.logs, now, secrets: hidden })
  const ending = endOrphans(log).catch((error: unknown) =>
    log.write('warn', 'Programs of a run that was killed could not be looked for', error),
  )
  const files = await openMediaStore(library.folder)
  const modelFacts = await openModelFacts(library.modelFacts)
  const factsProblem = modelFacts.problem()
  if (factsProblem) log.write('warn', inEnglish(factsProblem))
  const model = modelFacts.current
  const elsewhere = createElsewhere({ store, modelFacts, clock, announce, log })
  const paths = createApprovedPaths()
  const ffmpeg = createFfmpegEngine({})
  const mediaEngine = options.mediaEngine ?? ffmpeg
  // What is made in the background gives way to the window and to what people wait for.
  const modesty = createModesty()
  const soonEngine = options.mediaEngine ?? ffmpeg.modest(modesty.soon)
  const proxyEngine = options.mediaEngine ?? ffmpeg.modest(modesty.later)
  const endpoint = env.KEYREEL_RUNWARE_URL ?? RUNWARE_URL
  const readKey = (): string | undefined => secrets.runwareKey()
  const uploads = createUploadBook({ store, clock, readKey, endpoint })
  const runwareEngine = new RunwareEngine({
    ...{ baseUrl: endpoint, uploads },
    readKey: async () => readKey() ?? null,
    model,
    ...(options.engineClock ? { clock: options.engineClock } : {}),
    ...(env.KEYREEL_RUNWARE_SCHEMAS_URL ? { schemasUrl: env.KEYREEL_RUNWARE_SCHEMAS_URL } : {}),
    ...(options.fetch ? { fetch: options.fetch } : {}),
  })
  const engines: Record<EngineName, GenerationEngine> = {
    local: createLocalEngine({ media: mediaEngine }),
    runware: runwareEngine,
    ...options.engines,
  }

  // Services queue jobs and runners use services: the queue is made last and reached through these two.
  const added = (ids: readonly JobId[]): void => queue.added(ids)
  const onChange = (job: Job): void => {
    announce('job:changed', { job })
    uploadKeeper.onJob(job)
  }
  const uploadKeeper = createUploadKeeper({
    ...{ store, clock, log, account: uploads.account, service: runwareEngine.inquiry },
  })

  const spoken = createSpoken(store.preferences, options.systemLanguage ?? 'en')
  if (options.systemLanguage !== undefined) await spoken.follow()
  const { words } = spoken
  const documents = createDocuments(store, clock)
  const projects = createProjects(store, clock, documents, words)
  const money = createMoney({ store, clock })
  const shelf = createShelf({ store, documents, projects, clock })
  const preparing = createPreparing({ store, clock })
  const media = createMedia({
    ...{ store, engine: mediaEngine, paths, files, preparing, clock, announce, log },
    sequences: library.sequences,
    queue: { added },
  })
  const closeTiles = createCloseTiles({ store, clock, cache: files.cache, queue: { added } })
  const cacheKeeper = createCacheKeeper({
    ...{ cache: files.cache, preferences: store.preferences, clock, log },
    diskSize: () => diskSize(library.folder),
    isWanted: preparing.isWanted,
    canBeMade: media.canBeMade,
    onGone: media.announceLoss,
    whenQuiet: modesty.whenQuiet,
  })
  cacheKeeper.start()
  const queue = createQueue({
    ...{ store, clock, log, onChange },
    workFolder: library.work,
    secrets: hidden,
    runners: [
      prepareRunner({
        ...{ store, files, engine: soonEngine },
        writeProxy: (path, out, run) => writeProxy(proxyEngine, path, out, run),
        onStatus: media.announceStatus,
        whenQuiet: modesty.whenQuiet,
      }),
      generateRunner({
        ...{ store, engine: mediaEngine, engines, files, media, preparing, clock, announce, words },
        onQueued: added,
      }),
      joinRunner({
        ...{ store, engine: mediaEngine, files, media, preparing, clock, announce, words },
        onQueued: added,
      }),
      tilesRunner({
        ...{ store, closeTiles, engine: soonEngine, cache: files.cache },
        onTiles: (made) => announce('media:tiles', made),
      }),
      thumbnailRunner({ store, files, projects, media, engine: soonEngine }),
      exportRunner({ projects, media, runExport: createRunExport(mediaEngine) }),
    ],
  })

  const keepSnapshots = (when: 'atRest' | 'now'): void => {
    try {
      documents.keepSnapshots(when)
    } catch (error) {
      // They only make opening faster: a full disk or a lock of this moment is told, and tried again later.
      log.write('warn', 'A snapshot could not be stored', error)
    }
  }
  const stopKeeping = clock.every(SNAPSHOT_CHECK, () => keepSnapshots('atRest'))

  const shots = createShots({
    store,
    projects,
    queue,
    clock,
    secrets,
    money,
    announce,
    words,
    model,
    servicePrices: createServicePrices({
      clock,
      dryRun: (request, signal) => runwareEngine.dryRunQuote(request, { signal }),
    }),
  })

  return {
    library,
    store,
    spoken,
    log,
    projects,
    shelf,
    relink: createRelink({
      ...{ store, paths, clock, sequences: library.sequences },
      announceStatus: media.announceStatus,
    }),
    versions: createVersions({ store, documents, projects, clock }),
    archives: createArchives({ store, documents, shelf, files, workFolder: library.work }),
    announceArchive: (fraction: number, note: Said): void =>
      announce('archive:progress', { fraction, note }),
    media,
    preparing,
    cacheKeeper,
    closeTiles,
    thumbnails: createThumbnails({ store, files, queue, clock }),
    modesty,
    queue,
    secrets,
    mediaEngine,
    engines,
    money,
    modelFacts,
    elsewhere,
    inquiry: runwareEngine.inquiry,
    uploadKeeper,
    requests: createRequests({ store, projects, media, model }),
    files,
    paths,
    shots,
    manyShots: createManyShots({ store, queue, money, shots }),
    spans: createSpans({ store, projects, queue, clock, secrets, money, model }),
    exports: createExports({ store, projects, paths, queue, clock }),
    runware: createRunware({
      ...{ secrets, endpoint, onKey: uploadKeeper.look },
      checkAccount: async (signal) => {
        const { amount } = await runwareEngine.checkAccount(signal)
        return { amount: amount / MONEY_PER_DOLLAR }
      },
      dryRun: (request, signal) => runwareEngine.dryRunQuote(request, { signal }),
    }),
    doctor: createDoctor({
      examine: async () => {
        const report = await examine({
          sqliteVersion: store.sqliteVersion(),
          findMediaTools: examineTools,
          library: {
            ...{ folder: library.folder, database: library.database },
            ask: () => ({
              integrity: store.integrity(),
              projects: store.projects.list().length,
            }),
          },
        })
        return { text: formatReport(report, words), report }
      },
      ffmpegVersion: async () => (await mediaEngine.capabilities()).version,
      hasRife: async () => (await rifeFinding(process.platform)).health === 'ready',
    }),
    openFirst: createOpenFirst({ projects, media, log, footage: options.sampleFootage, words }),
    /** Values that must never be written or shown. */
    hidden,
    /** Lets running jobs go and closes the store. */
    async close(): Promise<void> {
      await Promise.all([queue.close(), ending])
      await elsewhere.close()
      await media.allTold()
      stopKeeping()
      await uploadKeeper.close()
      await cacheKeeper.close()
      keepSnapshots('now')
      store.close()
    },
  }
}
