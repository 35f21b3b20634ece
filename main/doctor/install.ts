/** The one line that brings a thing, by system. Debian names stand for its relatives. */
export interface InstallLines {
  readonly linux?: string
  readonly darwin?: string
  readonly win32?: string
}

export const INSTALL = {
  node: {
    linux: 'npm ci',
    darwin: 'npm ci',
    win32: 'npm ci',
  },
  ffmpeg: {
    linux: 'apt-get install -y ffmpeg',
    darwin: 'brew install ffmpeg',
    win32: 'winget install Gyan.FFmpeg',
  },
  rife: { linux: 'npm ci', darwin: 'npm ci', win32: 'npm ci' },
  rifeLibraries: { linux: 'apt-get install -y libvulkan1 libgomp1' },
  electron: { linux: 'npm run setup', darwin: 'npm run setup', win32: 'npm run setup' },
  display: { linux: 'apt-get install -y xvfb' },
} satisfies Readonly<Record<string, InstallLines>>

/** As a property to spread into a finding: nothing where this system has no such line. */
export function installLine(lines: InstallLines, platform: string): { readonly install?: string } {
  const install = lines[platform as keyof InstallLines]
  return install === undefined ? {} : { install }
}
