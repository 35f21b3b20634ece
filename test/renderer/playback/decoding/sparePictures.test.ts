import { readFile } from 'node:fs/promises'
import { ALL_FORMATS, BufferSource, EncodedPacketSink, Input } from 'mediabunny'
import { expect, it } from 'vitest'
import { hasReference, neededIn } from '../../../../renderer/playback/decoding/sparePictures.ts'
import { makeNumberedClip } from '../../../fixtures/numbered.ts'
import { runTool } from '../../../fixtures/tool.ts'
import { temporaryFolder } from '../../../main/media/temporaryFolder.ts'

const folder = temporaryFolder()

async function clip(name: string, ...extraArgs: string[]): Promise<string> {
  const path = folder(name)
  const size = { width: 320, height: 180, rate: { num: 24, den: 1 }, frames: 60 }
  await makeNumberedClip({ path, ...size, extraArgs })
  return path
}

/** Times of the packets that are said to be needed, in the order of their decoding. */
async function needed(path: string): Promise<{ needed: number[]; all: number }> {
  const input = new Input({
    source: new BufferSource(await readFile(path)),
    formats: ALL_FORMATS,
  })
  const track = await input.getPrimaryVideoTrack()
  if (!track) throw new Error('no picture')
  const isNeeded = await neededIn(track)
  const found: number[] = []
  let all = 0
  for await (const packet of new EncodedPacketSink(track).packets()) {
    all++
    if (isNeeded(packet)) found.push(Number(packet.timestamp.toFixed(3)))
  }
  input.dispose()
  return { needed: found.sort((a, b) => a - b), all }
}

/** Those that ffmpeg decodes when it leaves out what no other picture is made from. */
async function decodedByFfmpeg(path: string): Promise<number[]> {
  const { stdout } = await runTool('ffprobe', [
    ...['-v', 'error', '-skip_frame', 'noref', '-select_streams', 'v', '-show_frames'],
    ...['-show_entries', 'frame=pts_time', '-of', 'csv=p=0', path],
  ])
  return String(stdout)
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => Number(Number.parseFloat(line).toFixed(3)))
}

it.each([
  ['pyramid.mp4', ['-bf', '3', '-x264-params', 'b-pyramid=normal', '-g', '48']],
  ['flat.mov', ['-bf', '2', '-x264-params', 'b-pyramid=none', '-g', '48']],
  ['fields.mp4', ['-bf', '3', '-flags', '+ildct+ilme', '-x264-params', 'tff=1', '-g', '24']],
  ['slices.mkv', ['-bf', '3', '-x264-params', 'slices=4']],
])('of %s leaves out the same pictures as ffmpeg', async (name, args) => {
  const path = await clip(name, ...args)
  const found = await needed(path)
  expect(found.needed).toEqual(await decodedByFfmpeg(path))
  expect(found.needed.length).toBeLessThan(found.all)
})

it('needs everything where it cannot be known', async () => {
  const path = await clip('start-codes.ts', '-bf', '3', '-f', 'mpegts')
  expect((await needed(path)).needed).toHaveLength(60)
})

it('needs a packet when one of its fields is', () => {
  const unit = (header: number): number[] => [0, 0, 0, 2, header, 0]
  const [spare, reference, parameters] = [0x01, 0x41, 0x67]
  expect([
    hasReference(Uint8Array.from([...unit(spare), ...unit(spare)]), 4),
    hasReference(Uint8Array.from([...unit(spare), ...unit(reference)]), 4),
    hasReference(Uint8Array.from([...unit(parameters), ...unit(spare)]), 4),
    hasReference(Uint8Array.from(unit(parameters)), 4),
    hasReference(Uint8Array.from([0, 2, spare, 0]), 2),
    hasReference(new Uint8Array(), 4),
  ]).toEqual([false, true, false, true, false, true])
})
