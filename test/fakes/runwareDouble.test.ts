import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, it } from 'vitest'

const program = fileURLToPath(new URL('runwareDouble.ts', import.meta.url))
let child: ChildProcessWithoutNullStreams
afterEach(() => child.kill('SIGKILL'))

it('runs as a process of its own, with books and faults by remote control', async () => {
  const args = [program, '--port', '0', '--key', 'k', '--faults', '[{"kind":"emptyPoll"}]']
  child = spawn(process.execPath, args)
  const [line] = await once(createInterface(child.stdout), 'line')
  const { port, baseUrl } = JSON.parse(String(line))
  expect(baseUrl).toBe(`http://127.0.0.1:${port}/v1`)
  const books = await fetch(`http://127.0.0.1:${port}/double/books`)
  expect(await books.json()).toEqual({
    billed: [],
    refunded: [],
    conflicts: [],
    uploads: [],
    deleted: [],
    lost: [],
    starved: [],
  })
  const faults = await fetch(`http://127.0.0.1:${port}/double/faults`, {
    method: 'POST',
    body: JSON.stringify([{ kind: 'unsafe' }]),
  })
  expect(await faults.json()).toEqual({
    remaining: [
      { kind: 'emptyPoll', times: 1 },
      { kind: 'unsafe', times: 1 },
    ],
  })
  const exit = once(child, 'exit')
  child.kill('SIGTERM')
  expect((await exit)[0]).toBe(0)
})
