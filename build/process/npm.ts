/**
 * How to start npm: inside an npm script npm names its own file, which also works on Windows, where
 * `npm` is a .cmd that cannot be spawned without a shell.
 */
export function npm(args: readonly string[]): { command: string; args: string[] } {
  const entry = process.env.npm_execpath
  return entry?.endsWith('.js')
    ? { command: process.execPath, args: [entry, ...args] }
    : { command: 'npm', args: [...args] }
}
