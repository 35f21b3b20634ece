import { copyFileSync, existsSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { run, runOrThrow } from '../process/run.ts'
import { sharedLibraries } from './sharedLibraries.ts'

/** What must travel with ffmpeg: who made it, under which licence this build is, and where its source is. */
export async function copyLicences(
  programs: readonly string[],
  folder: string,
  isStatic: boolean,
): Promise<void> {
  const [ffmpeg = 'ffmpeg'] = programs
  const { stdout } = await runOrThrow(ffmpeg, ['-hide_banner', '-version'])
  const licence = await runOrThrow(ffmpeg, ['-hide_banner', '-L'])
  const packages = isStatic ? new Map<string, string>() : await debianPackages(programs)
  const texts = join(folder, 'licences')
  mkdirSync(texts)
  for (const name of packages.keys()) {
    const file = `/usr/share/doc/${name}/copyright`
    if (existsSync(file)) copyFileSync(realpathSync(file), join(texts, `${name}.txt`))
  }
  for (const name of ['GPL-2', 'GPL-3', 'LGPL-2.1', 'LGPL-3', 'Apache-2.0', 'MPL-2.0']) {
    const file = `/usr/share/common-licenses/${name}`
    if (packages.size && existsSync(file))
      copyFileSync(realpathSync(file), join(texts, `${name}.txt`))
  }
  if (isStatic) copyBeside(ffmpeg, texts)
  const list = [...packages].map(([name, version]) => `  ${name} ${version}`).sort()
  writeFileSync(
    join(folder, 'LICENCE.txt'),
    [
      'ffmpeg and ffprobe are separate programs that Keyreel starts; they are not part of its code.',
      'https://ffmpeg.org',
      '',
      licence.stdout.trim(),
      '',
      stdout.trim(),
      '',
      list.length
        ? 'Taken unchanged, with the libraries they load, from these Debian packages, whose complete source\nDebian publishes (`apt-get source NAME=VERSION`, or snapshot.debian.org). Their licences are in licences/.'
        : 'Taken unchanged from an npm package with a static build; its licence and the place of its source are in licences/.',
      ...list,
      '',
    ].join('\n'),
  )
}

function copyBeside(program: string, texts: string): void {
  for (const name of ['LICENSE', 'LICENSE.md', 'README.md', 'ffmpeg.LICENSE', 'ffmpeg.README']) {
    const file = join(dirname(program), name)
    if (existsSync(file)) copyFileSync(file, join(texts, name))
  }
}

/** The Debian packages (and their versions) that the programs and their libraries came from. */
async function debianPackages(programs: readonly string[]): Promise<Map<string, string>> {
  if (!existsSync('/usr/bin/dpkg-query')) return new Map()
  const libraries = [...(await sharedLibraries(programs)).values()]
  // dpkg knows files by the path they were packed with, which since the /usr merge may be either.
  const files = [...programs, ...libraries]
    .map((file) => realpathSync(file))
    .flatMap((file) => [file, file.replace(/^\/usr/, '')])
  const owners = await run('dpkg-query', ['-S', ...files])
  const names = new Set(
    owners.stdout.split('\n').flatMap((line) => /^([^:\s]+)(?::\w+)?: /.exec(line)?.[1] ?? []),
  )
  const field = (name: string): string => `$\{${name}}`
  const format = `${field('Package')} ${field('Version')}\n`
  const { stdout } = await run('dpkg-query', ['-W', '-f', format, ...names])
  return new Map(
    stdout
      .trim()
      .split('\n')
      .map((line): [string, string] => [line.split(' ')[0] ?? '', line.split(' ')[1] ?? '']),
  )
}
