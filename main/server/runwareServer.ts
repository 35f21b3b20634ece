/**
 * Runware's protocol, server side, on the loopback address: `POST /v1` takes an array of tasks, `GET /media/NAME`
 * gives results. It knows nothing of how a request is carried out (RunwareBackend does).
 */
import { timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ModelFacts } from '../../shared/generation/modelFacts.ts'
import {
  type ApiError,
  authenticationTaskSchema,
  type DataItem,
} from '../../shared/generation/tasks.ts'
import { answerTask } from './answerTask.ts'
import { identityOf, parseTask, type UnknownKeys } from './parseTask.ts'
import { type RunwareBackend, TaskRefusal } from './RunwareBackend.ts'
import { serveFile } from './serveFile.ts'

/** The largest body: a source of 200 MB as base64, with room to spare. */
const MAX_BODY_BYTES = 300 * 1024 * 1024

export interface RunwareServerOptions {
  readonly backend: RunwareBackend
  /** The one key that is accepted. */
  readonly key: string
  /** 0 lets the system choose. */
  readonly port: number
  readonly unknownKeys?: UnknownKeys
  /** What is known of the model, where it is not what is built in. */
  readonly model?: ModelFacts
  /** Stands before every request; `next` answers it in the ordinary way. */
  readonly intercept?: (exchange: Exchange, next: () => Promise<void>) => Promise<void>
  /** Told of faults of our own, never of refused tasks. */
  readonly onFault?: (fault: unknown) => void
}

/** One HTTP request on its way; `tasks` is null for a file. */
export interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly path: string
  readonly tasks: readonly unknown[] | null
}

export interface RunwareServer {
  readonly port: number
  /** What a client takes for the service's address: `http://127.0.0.1:PORT/v1`. */
  readonly baseUrl: string
  close(): Promise<void>
}

export async function createRunwareServer(options: RunwareServerOptions): Promise<RunwareServer> {
  const server = createServer((request, response) => {
    handle(request, response).catch((fault: unknown) => {
      if (fault instanceof TaskRefusal && !response.headersSent) {
        sendJson(response, fault.status, { errors: [fault.apiError] })
        return
      }
      options.onFault?.(fault)
      if (response.headersSent) response.destroy()
      else {
        const error = { code: 'internalServerError', message: 'The server failed.' }
        sendJson(response, 500, { errors: [error] })
      }
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  const facts = options.model ? { model: options.model } : {}
  const hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`])

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // A page that rebinds its own name to this address still sends its own name.
    if (!hosts.has(request.headers.host ?? '')) {
      sendJson(response, 403, { errors: [{ code: 'forbidden', message: 'Unknown host.' }] })
      return
    }
    const path = new URL(request.url ?? '/', origin).pathname
    const isApi = request.method === 'POST' && path === '/v1'
    const body = isApi ? await readBody(request) : null
    const tasks = body === null ? null : parseArray(body)
    const exchange = { request, response, path, tasks }
    const next = (): Promise<void> =>
      isApi ? answerTasks(exchange) : answerFile(request, response, path)
    await (options.intercept ? options.intercept(exchange, next) : next())
  }

  async function answerFile(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
  ): Promise<void> {
    const name = /^\/media\/([\w-]+\.\w+)$/.exec(path)?.[1]
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    const file = name !== undefined && isRead ? await options.backend.openFile(name) : null
    if (file) await serveFile(file, request, response)
    else sendJson(response, 404, { errors: [{ code: 'notFound', message: 'Nothing is here.' }] })
  }

  async function answerTasks({ request, response, tasks }: Exchange): Promise<void> {
    if (tasks === null) {
      const message = 'The body must be a JSON array of tasks.'
      sendJson(response, 400, { errors: [{ code: 'invalidRequest', message }] })
      return
    }
    const refusal = checkKey(options.key, request, tasks[0])
    if (refusal) {
      sendJson(response, 401, { errors: [refusal] })
      return
    }
    const context = {
      backend: options.backend,
      urlOf: (file: string) => `${origin}/media/${file}`,
      isDryRun: request.headers['x-runware-dry-run'] === '1',
    }
    const data: DataItem[] = []
    const errors: ApiError[] = []
    let status = 200
    let answered = 0
    for (const value of tasks) {
      if (identityOf(value).taskType === 'authentication') {
        data.push({ taskType: 'authentication' })
        continue
      }
      try {
        const task = parseTask(value, options.unknownKeys ?? 'refuse', facts)
        const answer = await answerTask(task, context)
        data.push(...answer.data)
        errors.push(...answer.errors)
        answered += 1
      } catch (fault) {
        if (!(fault instanceof TaskRefusal)) throw fault
        errors.push(fault.apiError)
        status = fault.status
      }
    }
    sendJson(response, answered > 0 ? 200 : status, {
      data,
      ...(errors.length > 0 ? { errors } : {}),
    })
  }

  return {
    port,
    baseUrl: `${origin}/v1`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

export function sendJson(response: ServerResponse, status: number, body: object): void {
  const text = JSON.stringify(body)
  response
    .writeHead(status, {
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(text),
    })
    .end(text)
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MAX_BODY_BYTES) {
      const message = 'The body of the request is too large.'
      throw new TaskRefusal({ code: 'invalidRequest', message }, 413)
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parseArray(body: string): readonly unknown[] | null {
  try {
    const value: unknown = JSON.parse(body)
    return Array.isArray(value) ? value : null
  } catch (fault) {
    if (fault instanceof SyntaxError) return null
    throw fault
  }
}

function checkKey(key: string, request: IncomingMessage, first: unknown): ApiError | null {
  const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1]
  const inBody = authenticationTaskSchema.safeParse(first)
  const given = bearer ?? (inBody.success ? inBody.data.apiKey : undefined)
  const place = { parameter: 'apiKey', taskType: 'authentication' }
  if (given === undefined) return { code: 'missingApiKey', message: 'Missing API key.', ...place }
  const [a, b] = [Buffer.from(given), Buffer.from(key)]
  const isRight = a.length === b.length && timingSafeEqual(a, b)
  return isRight ? null : { code: 'invalidApiKey', message: 'Invalid API key.', ...place }
}
