import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const run = join(import.meta.dirname, '../../build/process/run.ts')

/** A driver that runs a program which speaks into the driver's own output and then never ends. */
const DRIVER = `
  import { run } from ${JSON.stringify(run)}
  const idle = 'process.stdout.write("here"); setInterval(() => undefined, 1000)'
  await run(process.execPath, ['-e', idle], { output: 'inherit' })
`

it('a driver that is ended takes what it runs along', async () => {
  const args = ['--input-type=module-typescript', '-e', DRIVER]
  const driver = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const [said] = await once(driver.stdout, 'data')
  expect(String(said)).toBe('here')
  driver.kill('SIGTERM')
  // The output closes only when nobody holds it any more.
  const [code] = await once(driver, 'close')
  expect(code).toBe(1)
})
