/**
 * A faithful double of Runware on the loopback address, with fault switches and its own books.
 *
 * From a test: `startRunwareDouble({ key, folder })`. As a process of its own:
 * `npx node test/fakes/runwareDouble.ts --port 0 --key KEY [--folder DIR] [--faults JSON]` prints one line of JSON
 * with the port; `GET /double/books` and `POST /double/faults` (a JSON list) are its remote control.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { identityOf } from '../../main/server/parseTask.ts'
import { createRunwareServer, type Exchange, sendJson } from '../../main/server/runwareServer.ts'
import type { ModelFacts } from '../../shared/generation/modelFacts.ts'
import { RAY_3_2 } from '../../shared/generation/models.ts'
import { type Books, DoubleBackend } from './doubleBackend.ts'
import { FaultList, type FaultSwitch, faultSchema } from './faults.ts'
import { publishedSchema } from './publishedSchema.ts'
import { type MakeResult, makeResult } from './resultMedia.ts'

export interface RunwareDouble {
  readonly baseUrl: string
  readonly port: number
  /** Where it publishes the model's schema. */
  readonly schemasUrl: string
  readonly faults: FaultList
  readonly books: Books
  /** Task types in the order they came in, refused and dropped ones included. */
  readonly calls: readonly string[]
  /** The Range header of every download in order; null where the whole file was asked for. */
  readonly ranges: readonly (string | null)[]
  close(): Promise<void>
}

export interface DoubleOptions {
  readonly key: string
  /** Where media are kept while it runs; a folder of its own by default. */
  readonly folder?: string
  readonly port?: number
  readonly faults?: readonly FaultSwitch[]
  /** `accept` takes and bills unknown keys, as the real service was seen to do. */
  /** Instead of rendering each result: for thousands of tasks whose pictures nobody looks at. */
  readonly makeResult?: MakeResult
  readonly unknownKeys?: 'refuse' | 'accept'
  /** What this service makes of the model, where that is not what is built in. */
  readonly model?: ModelFacts
}

export async function startRunwareDouble(options: DoubleOptions): Promise<RunwareDouble> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'keyreel-double-')))
  const faults = new FaultList()
  faults.add(...(options.faults ?? []))
  const model = options.model ?? RAY_3_2
  const backend = new DoubleBackend(folder, faults, options.makeResult ?? makeResult, model)
  const calls: string[] = []
  const ranges: (string | null)[] = []
  const server = await createRunwareServer({
    backend,
    key: options.key,
    port: options.port ?? 0,
    unknownKeys: options.unknownKeys ?? 'refuse',
    model,
    intercept: async (exchange, next) => {
      const task = identityOf(exchange.tasks?.[0]).taskType
      if (task !== undefined) calls.push(task)
      if (exchange.path.startsWith('/double/')) await control(exchange, backend, faults)
      else if (exchange.path.startsWith('/resolve/')) publish(exchange, model, faults)
      else if (task !== undefined) await strikeTask(exchange, task, next, faults)
      else {
        ranges.push(exchange.request.headers.range ?? null)
        await strikeDownload(exchange, next, faults)
      }
    },
    onFault: (fault) => process.stderr.write(`${String(fault)}\n`),
  })
  return {
    baseUrl: server.baseUrl,
    port: server.port,
    schemasUrl: `http://127.0.0.1:${server.port}`,
    faults,
    calls,
    ranges,
    get books() {
      return backend.books
    },
    close: async () => {
      await server.close()
      await backend.settle()
      if (options.folder === undefined) await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The schemas lie open: whoever shows a key here has given it to a stranger. */
function publish(
  { request, response, path }: Exchange,
  model: ModelFacts,
  faults: FaultList,
): void {
  const air = decodeURIComponent(path.slice('/resolve/'.length))
  if (request.headers.authorization !== undefined) sendJson(response, 400, { error: 'a key' })
  else if (air !== model.air || faults.take('noSchema')) sendJson(response, 404, {})
  else sendJson(response, 200, publishedSchema(model))
}

async function control(
  { request, response, path }: Exchange,
  backend: DoubleBackend,
  faults: FaultList,
): Promise<void> {
  if (path === '/double/books') {
    sendJson(response, 200, backend.books)
    return
  }
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  faults.add(...z.array(faultSchema).parse(JSON.parse(Buffer.concat(chunks).toString('utf8'))))
  sendJson(response, 200, { remaining: faults.remaining })
}

async function strikeTask(
  exchange: Exchange,
  task: string,
  next: () => Promise<void>,
  faults: FaultList,
): Promise<void> {
  const { response } = exchange
  const [first] = exchange.tasks ?? []
  const fault = faults.take(TASK_FAULTS, (one) => {
    if (!('task' in one)) return task === 'getResponse'
    const operation = 'operation' in one ? one.operation : undefined
    return one.task === task && (operation === undefined || operation === operationOf(first))
  })
  switch (fault?.kind) {
    case undefined:
      await next()
      break
    case 'hangUp':
      response.destroy()
      break
    case 'status': {
      const error = { code: STATUS_CODES[fault.status] ?? 'unknownError', message: 'Not now.' }
      sendJson(response, fault.status, { errors: [error] })
      break
    }
    case 'garbage':
      response.writeHead(502, { 'Content-Type': 'text/html' }).end('<html>Bad gateway</html>')
      break
    case 'emptyPoll':
      sendJson(response, 200, { data: [] })
      break
    case 'forgotten': {
      const { taskUUID } = identityOf(exchange.tasks?.[0])
      const error = { code: 'taskExpired', message: 'The task has expired.', taskUUID }
      sendJson(response, 404, { data: [], errors: [error] })
      break
    }
    case 'dropReply':
      muffle(response)
      await next()
      break
    case 'holdReply':
      response.writeHead = () => response
      response.end = () => response
      await next()
      break
    case 'foreignHost':
      rewriteHost(response)
      await next()
      break
  }
}

const operationOf = (task: unknown): unknown =>
  typeof task === 'object' && task !== null && 'operation' in task ? task.operation : undefined

const TASK_FAULTS = [
  'hangUp',
  'status',
  'garbage',
  'emptyPoll',
  'forgotten',
  'dropReply',
  'holdReply',
  'foreignHost',
] as const

const STATUS_CODES: Readonly<Record<number, string>> = {
  401: 'invalidApiKey',
  402: 'insufficientCredits',
  403: 'permissionDenied',
  429: 'inferenceRateLimitExceeded',
  500: 'internalServerError',
  503: 'serviceUnavailable',
  504: 'providerGatewayTimeout',
}

/** Lets everything happen but the answer. */
function muffle(response: ServerResponse): void {
  response.writeHead = () => response
  response.end = () => {
    response.destroy()
    return response
  }
}

function rewriteHost(response: ServerResponse): void {
  const end = response.end.bind(response)
  const writeHead = response.writeHead.bind(response)
  response.writeHead = () => response
  response.end = (body: unknown) => {
    const text = String(body).replace(/http:\/\/127\.0\.0\.1:\d+/g, 'https://evil.example')
    writeHead(200, { 'Content-Type': 'application/json' })
    return end(text)
  }
}

async function strikeDownload(
  { response, path }: Exchange,
  next: () => Promise<void>,
  faults: FaultList,
): Promise<void> {
  const fault = faults.take(
    ['downloadStatus', 'wrongType', 'notVideo', 'truncate'],
    (one) => !('of' in one) || path.endsWith(`.${one.of}`),
  )
  if (fault?.kind === 'downloadStatus') {
    response.writeHead(fault.status).end()
    return
  }
  if (fault?.kind === 'wrongType') {
    response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html>Sign in first</html>')
    return
  }
  if (fault?.kind === 'notVideo') {
    response.writeHead(200, { 'Content-Type': 'video/mp4' }).end('this is no video at all')
    return
  }
  if (fault) truncate(response, fault.bytes)
  try {
    await next()
  } catch (broken) {
    // Cutting the connection breaks the server's own pipeline, too.
    if (!fault) throw broken
  }
}

/** Promises the whole length and cuts the connection after `limit` bytes. */
function truncate(response: ServerResponse, limit: number): void {
  const write = response.write.bind(response)
  let sent = 0
  response.write = (chunk: unknown) => {
    const bytes = chunk as Uint8Array
    const part = bytes.subarray(0, Math.max(limit - sent, 0))
    sent += part.length
    if (sent < limit || part.length === bytes.length) return write(part)
    // An orderly end lets the client keep what it has got; a reset would take it away again.
    write(part, () => response.socket?.end())
    return true
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      key: { type: 'string' },
      folder: { type: 'string' },
      faults: { type: 'string', default: '[]' },
    },
  })
  if (values.key === undefined) throw new Error('Give the key that clients must show: --key KEY')
  const double = await startRunwareDouble({
    key: values.key,
    port: Number(values.port),
    faults: z.array(faultSchema).parse(JSON.parse(values.faults)),
    ...(values.folder === undefined ? {} : { folder: values.folder }),
  })
  process.stdout.write(`${JSON.stringify({ port: double.port, baseUrl: double.baseUrl })}\n`)
  const stop = (): void => {
    double.close().then(() => process.exit(0))
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main()
