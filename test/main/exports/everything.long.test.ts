/** A document with something of everything, exported and held against the reference painter at thirty frames. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createFfmpegEngine } from '../../../main/media/ffmpeg/createFfmpegEngine.ts'
import type { Asset } from '../../../shared/model/asset.ts'
import {
  PAINTED_FILES,
  PAINTED_FRAMES,
  paintedDocument,
} from '../../e2e/harness/paintedDocument.ts'
import { runTool } from '../../fixtures/tool.ts'
import { assetOf } from '../../shared/render/planFixtures.ts'
import { comparedExport } from './exportedFrames.ts'

let folder: string
const assets: Asset[] = []
const files = new Map<string, string>()

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyreel-everything-'))
  const engine = createFfmpegEngine()
  for (const [file, args] of Object.entries(PAINTED_FILES)) {
    const path = join(folder, file)
    const [name = file] = file.split('.')
    await runTool('ffmpeg', ['-v', 'error', ...args, path])
    assets.push(assetOf(name, await engine.probe(path)))
    files.set(name, path)
  }
}, 120_000)

afterAll(() => rm(folder, { recursive: true, force: true }))

it('is what the reference painter paints', async () => {
  const frames = PAINTED_FRAMES.map(([frame]) => frame)
  const compared = await comparedExport(
    paintedDocument(assets),
    join(folder, 'out.mov'),
    ({ name }) => files.get(name) ?? '',
    frames,
  )
  const table = compared.map(({ frame, ssim, meanError }, i) => ({
    ssim,
    line: `${ssim.toFixed(4)}  ${meanError.toFixed(2)}  ${frame} ${PAINTED_FRAMES[i]?.[1]}`,
  }))
  process.stdout.write(`SSIM    luma off by\n${table.map(({ line }) => line).join('\n')}\n`)
  expect(table.filter(({ ssim }) => ssim <= 0.98).map(({ line }) => line)).toEqual([])
}, 900_000)
