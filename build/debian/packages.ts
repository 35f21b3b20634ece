import { existsSync } from 'node:fs'
import { run, runOrThrow } from '../process/run.ts'
import { say, seconds } from '../process/say.ts'

/** What a bare Debian lacks, and what each is for: the reason is shown to a user who cannot install it. */
const wanted: ReadonlyArray<{ readonly name: string; readonly purpose: string }> = [
  { name: 'libnss3', purpose: 'Electron' },
  { name: 'libgtk-3-0', purpose: 'Electron' },
  { name: 'libasound2', purpose: 'Electron' },
  { name: 'libgbm1', purpose: 'Electron' },
  { name: 'libxss1', purpose: 'Electron' },
  { name: 'libvulkan1', purpose: 'the RIFE engine' },
  { name: 'libgomp1', purpose: 'the RIFE engine' },
  { name: 'xvfb', purpose: 'window tests without a display' },
  { name: 'dbus', purpose: 'Electron' },
  { name: 'fonts-dejavu-core', purpose: 'titles and burned-in timecode' },
  { name: 'ffmpeg', purpose: 'import, preview and export' },
]

const onDebian = (): boolean =>
  process.platform === 'linux' &&
  existsSync('/etc/debian_version') &&
  existsSync('/usr/bin/dpkg-query')

/** Names of the wanted packages that are not installed, from dpkg's own record. */
async function missing(): Promise<string[]> {
  // Since Debian 13 and Ubuntu 24.04 some libraries carry a suffix, so a name counts as installed with either.
  const names = wanted.flatMap(({ name }) => [name, `${name}t64`])
  const field = (name: string): string => `$\{${name}}`
  const format = `${field('Package')} ${field('db:Status-Status')}\n`
  const { stdout } = await run('dpkg-query', ['-W', '-f', format, ...names])
  const installed = new Set(
    stdout
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]?.replace(/t64$/, '')),
  )
  return wanted.map(({ name }) => name).filter((name) => !installed.has(name))
}

/**
 * Installs the missing Debian packages when that is possible without asking anybody anything, and otherwise
 * prints the line that needs root and goes on: much of the editor works without them.
 */
export async function installDebianPackages(): Promise<void> {
  if (!onDebian()) return
  const names = await missing()
  if (names.length === 0) return
  const isRoot = process.getuid?.() === 0
  if (!isRoot || process.env.KEYREEL_NO_APT === '1') {
    const purposes = [
      ...new Set(wanted.filter((p) => names.includes(p.name)).map((p) => p.purpose)),
    ]
    say(`missing system packages (for ${purposes.join(', ')}). As root, once:`)
    say(`  apt-get install -y --no-install-recommends ${names.join(' ')}`)
    return
  }
  say(`installing Debian packages: ${names.join(' ')} …`)
  const start = performance.now()
  // Another apt may be at work on this machine: wait for its lock instead of failing.
  const common = ['-qq', '-o', 'DPkg::Lock::Timeout=300']
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  try {
    await runOrThrow('apt-get', [...common, 'update'], { env })
    const known = await available(names)
    const install = ['install', '-y', '--no-install-recommends', ...known]
    await runOrThrow('apt-get', [...common, ...install], { env })
    say(`Debian packages are installed (${seconds(start)})`)
  } catch (error) {
    // Not fatal: whatever needs one of them says so itself, and doctor lists them.
    say(`that failed; going on without them. ${error instanceof Error ? error.message : error}`)
  }
}

/** On newer systems the suffixed name is the real one. */
async function available(names: readonly string[]): Promise<string[]> {
  const suffixed = names.map((name) => `${name}t64`)
  const { stdout } = await run('apt-cache', ['--no-generate', 'pkgnames'])
  const known = new Set(stdout.split('\n'))
  return names.map((name, index) => {
    const other = suffixed[index]
    return other !== undefined && known.has(other) ? other : name
  })
}
