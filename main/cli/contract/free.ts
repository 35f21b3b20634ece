/** The part that costs nothing: the published schema, then dry runs. */
import { GenerationError } from '../../../shared/generation/failure.ts'
import type { ModelFacts, Money } from '../../../shared/generation/modelFacts.ts'
import { inEnglish } from '../../../shared/words/english.ts'
import type { Services } from '../../compose.ts'
import type { CommandContext } from '../Command.ts'
import { makeClips } from './clips.ts'
import { type DryRuns, isHonoured, runDry, unasked } from './dryRuns.ts'
import { answered, type Belief, type Fact } from './Fact.ts'
import type { ClipName, StoredMedia } from './probes.ts'
import { readSchema, type SchemaReader } from './readSchema.ts'
import { schemaFacts } from './schemaFacts.ts'

export interface FreeAnswers {
  readonly facts: readonly Fact[]
  /** Null where no dry run could be made. */
  readonly dry: DryRuns | null
  /** Of the account, 1e-7 USD; null without a key. */
  readonly balance: Money | null
}

const KEY: Belief = {
  id: 'account.key',
  section: '1.12',
  about: 'the key is taken and the balance can be read',
  certainty: 'certain',
  believed: 'yes',
}

/** @throws GenerationError where the service refuses the key. */
export async function askFreely(
  services: Services,
  model: ModelFacts,
  folder: string,
  context: CommandContext,
): Promise<FreeAnswers> {
  const { inquiry, mediaEngine, secrets } = services
  const { io, output } = context
  const { signal } = io
  output.progress(null, 'Reading the published schema')
  let schema: SchemaReader | null = null
  let why: string | undefined
  try {
    schema = readSchema(await inquiry.schema(model.air, signal))
  } catch (error) {
    if (!(error instanceof GenerationError)) throw error
    why = 'the schema could not be read'
    output.note(`${inEnglish(error.said)} Its facts stay unknown.`)
  }
  const published = schemaFacts(model, schema, why)
  if (secrets.runwareKey() === undefined) {
    output.note(
      'There is no key, so only the published schema was read. Set KEYREEL_RUNWARE_KEY, or give the key with --key-stdin, to ask the service itself; that costs nothing.',
    )
    return { facts: [...published, ...unasked(model, 'needs a key')], dry: null, balance: null }
  }
  const account = answered(KEY, 'yes', 'dryRun')
  const before = await inquiry.balance(signal)
  const first = await isHonoured(model, inquiry, before, signal)
  if (!first.isSafe) {
    output.note(
      'The service does not treat a dry run as one, so nothing more was asked: it might have been billed.',
    )
    const left = unasked(model, 'dry runs are not safe').filter(
      ({ id }) => !first.facts.some((fact) => fact.id === id),
    )
    return { facts: [...published, account, ...first.facts, ...left], dry: null, balance: before }
  }
  output.progress(null, 'Making small films to ask about')
  const local = await makeClips(folder, mediaEngine, signal)
  const held: string[] = []
  try {
    const keep = async (path: string): Promise<string> => {
      const mediaUUID = await inquiry.store(path, signal)
      held.push(mediaUUID)
      return mediaUUID
    }
    const clips: Record<string, string> = {}
    for (const [name, path] of Object.entries(local.clips)) clips[name] = await keep(path)
    const stored: StoredMedia = {
      picture: await keep(local.picture),
      clips: clips as Record<ClipName, string>,
    }
    const dry = await runDry(model, stored, inquiry, schema?.sizes() ?? [], {
      signal,
      onProgress: (fraction) => output.progress(fraction, 'Asking by dry runs'),
    })
    const facts = [...published, account, ...first.facts, ...dry.facts]
    const prices = [...first.prices, ...dry.prices]
    return { facts, dry: { ...dry, prices }, balance: before }
  } finally {
    output.settle()
    // Even after ctrl-C what was uploaded is taken away again.
    for (const mediaUUID of held) {
      await inquiry.forget(mediaUUID, AbortSignal.timeout(10_000)).catch((error: unknown) => {
        output.note(`An uploaded test film was not deleted at the service: ${String(error)}`)
      })
    }
  }
}
