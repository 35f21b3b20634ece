import { globSync } from 'node:fs'
import { basename, join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

const root = import.meta.dirname

// CommonJS under names ending in .cjs: privileged protocols must be registered before the application is
// ready, which a dynamic import of an ES module misses, and a sandboxed preload cannot be a module at all.
const commonJs = {
  format: 'cjs',
  entryFileNames: '[name].cjs',
  // Beside the entry: files of ours are found from import.meta.url, as deep as they always were.
  chunkFileNames: '[name]-[hash].cjs',
} as const

/** Each `main/**\/NAME.worker.ts` becomes out/main/NAME.worker.cjs, beside the entry that starts it. */
const workers = Object.fromEntries(
  globSync('main/**/*.worker.ts', { cwd: root }).map((file) => [
    basename(file, '.ts'),
    join(root, file),
  ]),
)

/** The letters of the first picture come beside the script, or it would be laid out twice. */
const preloadFonts: Plugin = {
  name: 'preload-fonts',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle = {} }) =>
      Object.keys(bundle)
        .filter((file) => /-latin-wght-normal-[^/]*\.woff2$/.test(file))
        .map((file) => ({
          tag: 'link',
          attrs: {
            rel: 'preload',
            as: 'font',
            type: 'font/woff2',
            crossorigin: '',
            href: `./${file}`,
          },
          injectTo: 'head',
        })),
  },
}

export default defineConfig({
  main: {
    build: {
      // The oldest Node inside an Electron we start (33, the fallback).
      target: 'node20',
      // Bundled it is a sixth as much to load: its package brings every language's messages.
      externalizeDeps: { exclude: ['zod'] },
      rolldownOptions: {
        input: { index: join(root, 'main/index.ts'), ...workers },
        output: commonJs,
      },
    },
  },
  preload: {
    build: {
      target: 'node20',
      // A sandboxed preload can require nothing but electron: what it uses must be inside it.
      externalizeDeps: false,
      rolldownOptions: { input: { index: join(root, 'preload/index.ts') }, output: commonJs },
    },
  },
  renderer: {
    root: join(root, 'renderer'),
    plugins: [react(), preloadFonts],
    worker: { format: 'es' },
    build: {
      target: 'chrome130',
      // The content security policy takes fonts and pictures from files only, never from data: addresses.
      assetsInlineLimit: 0,
      minify: true,
      rolldownOptions: { input: join(root, 'renderer/index.html') },
    },
  },
})
