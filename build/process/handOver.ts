import { spawn } from 'node:child_process'

/**
 * Hands the terminal over to a program and takes its exit code as ours. Ctrl-C reaches the program itself
 * (it is in our process group), which decides how to end; we only wait.
 */
export function handOver(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<number> {
  const wait = (): void => undefined
  process.on('SIGINT', wait)
  return new Promise<number>((resolve, reject) => {
    const child = spawn(command, [...args], { stdio: 'inherit', env })
    const forward = (): void => void child.kill('SIGTERM')
    process.on('SIGTERM', forward)
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      process.off('SIGTERM', forward)
      process.off('SIGINT', wait)
      resolve(code ?? (signal === 'SIGINT' ? 130 : 1))
    })
  })
}
