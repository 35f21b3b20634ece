/**
 * The program monitor against a `<video>` element in the same window, in turns: Big Buck Bunny in 1080p with two seconds from
 * key frame to key frame. A time ends when the number in the pixels is that of the frame that was asked for.
 *
 * steps   one frame, forwards and backwards, from the key press
 * seeks   to frames spread over the film: until anything is seen of the place, and until the frame itself is
 * both on the source, and again with a proxy; the peer is `<video>` on the source both times
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { mediaUrl } from '../../shared/ipc/api.ts'
import { formatTimecode } from '../../shared/time/timecode.ts'
import { launchKeyreel } from '../e2e/harness/keyreelWindow.ts'
import { at, line, row } from './viewer/figures.ts'
import { numberedBunny, SECONDS } from './viewer/footage.ts'
import { makeLibrary } from './viewer/library.ts'
import { installMeter, type Seeked } from './viewer/meter.ts'
import { idle, prepared } from './viewer/prepared.ts'

const RATE = 24
const STEPS = 40
const SEEKS = 40
/** Pictures of the window between two steps, a sixth of a second: a hand that looks at each frame. */
const PAUSE = 10
/** The same between two seeks, so that what one of the two does afterwards is over before the other's turn. */
const REST = 60

interface Steps {
  readonly viewer: number[]
  readonly video: number[]
}

/** Steps of both in turns; the viewer stands on `from` already. */
async function steps(page: Page, from: number, by: 1 | -1): Promise<Steps> {
  const made: Steps = { viewer: [], video: [] }
  await page.evaluate(([frame, rate]) => window.meter.peer(frame, rate), [from, RATE] as const)
  for (let count = 1; count <= STEPS; count++) {
    const wanted = from + count * by
    await page.evaluate((pictures) => window.meter.rest(pictures), PAUSE)
    made.viewer.push(
      await page.evaluate(([code, frame]) => window.meter.key(code, frame), [
        by > 0 ? 'ArrowRight' : 'ArrowLeft',
        wanted,
      ] as const),
    )
    await page.evaluate((pictures) => window.meter.rest(pictures), PAUSE)
    made.video.push(
      await page.evaluate(([frame, rate]) => window.meter.peer(frame, rate), [
        wanted,
        RATE,
      ] as const),
    )
  }
  return made
}

const seek = (page: Page, frame: number): Promise<Seeked> =>
  page.evaluate(([timecode, wanted]) => window.meter.seek(timecode, wanted), [
    formatTimecode(frame, { num: RATE, den: 1 }),
    frame,
  ] as const)

/** Frames all over the film, far from each other and never twice: a golden-ratio walk. */
const places = Array.from({ length: SEEKS }, (_, index) =>
  Math.floor((((index + 1) * 0.618034) % 1) * (SECONDS * RATE - 2)),
)

async function seeks(page: Page, withPeer: boolean) {
  const viewer: Seeked[] = []
  const video: number[] = []
  for (const place of places) {
    await page.evaluate((pictures) => window.meter.rest(pictures), REST)
    viewer.push(await seek(page, place))
    if (!withPeer) continue
    await page.evaluate((pictures) => window.meter.rest(pictures), REST)
    video.push(
      await page.evaluate(([frame, rate]) => window.meter.peer(frame, rate), [
        place,
        RATE,
      ] as const),
    )
  }
  return { first: viewer.map(({ first }) => first), exact: viewer.map(({ exact }) => exact), video }
}

/** Everything of one copy: steps and seeks against the peer. */
async function measure(page: Page) {
  await seek(page, 300)
  const forwards = await steps(page, 300, 1)
  await seek(page, 420)
  const backwards = await steps(page, 420, -1)
  return { forwards, backwards, seeks: await seeks(page, true) }
}
type Measured = Awaited<ReturnType<typeof measure>>

const p95 = (values: readonly number[]): number => at(values, 0.95)
const faster = (video: readonly number[], viewer: readonly number[]) => ({
  p95: p95(video) / p95(viewer),
  p50: at(video, 0.5) / at(viewer, 0.5),
})

/** `video` is the peer's pictures of the source in the same run. */
function report(name: string, { forwards, backwards, seeks: sought }: Measured, aims: Aims) {
  line(`\n${name}`)
  row('one frame forwards, viewer', forwards.viewer)
  row('one frame forwards, <video>', forwards.video)
  row('one frame backwards, viewer', backwards.viewer)
  row('one frame backwards, <video>', backwards.video)
  row('seek, first picture, viewer', sought.first)
  row('seek, exact frame, viewer', sought.exact)
  row('seek, exact frame, <video>', sought.video)
  const ratios = {
    forwards: faster(forwards.video, forwards.viewer),
    backwards: faster(backwards.video, backwards.viewer),
    first: faster(sought.video, sought.first),
    exact: faster(sought.video, sought.exact),
  }
  for (const [what, ratio] of Object.entries(ratios)) {
    const aim = aims[what as keyof Aims]
    line(
      `  ${what.padEnd(34)} ${ratio.p95.toFixed(1).padStart(5)} times faster by p95, ${ratio.p50.toFixed(1)} by p50 (aim at least ${aim} by p95)`,
    )
  }
  return { ratios, aims, forwards, backwards, seeks: sought }
}
type Aims = Readonly<Record<'forwards' | 'backwards' | 'first' | 'exact', number>>

async function proxied(page: Page, mediaKey: string): Promise<void> {
  await page.evaluate(
    (key) => window.keyreel.call('media:makeProxies', { mediaKeys: [key] }),
    mediaKey,
  )
  await prepared(page, mediaKey, 'proxy')
}

const folder = await mkdtemp(join(tmpdir(), 'keyreel-bench-viewer-'))
const library = join(folder, 'library')
const film = { rate: RATE, path: await numberedBunny(RATE, 1080), hasProxy: false }
const [first] = await makeLibrary(library, [film])
if (!first) throw new Error('no film')
const keyreel = await launchKeyreel({ library })
const { page } = keyreel

await page.locator('canvas[data-settled=true]').waitFor()
await prepared(page, first.mediaKey, 'filmstrip')
await idle(page)
await installMeter(page, mediaUrl('original', first.mediaKey))
const onSource = report('on the source', await measure(page), {
  ...{ forwards: 10, backwards: 10, first: 5, exact: 1 },
})

await proxied(page, first.mediaKey)
await idle(page)
const onProxy = report('with the proxy, against <video> on the source', await measure(page), {
  ...{ forwards: 10, backwards: 10, first: 5, exact: 10 },
})

const { faults } = keyreel
await keyreel.close()
await rm(folder, { recursive: true, force: true })
if (faults.length > 0) throw new Error(faults.join('\n'))
line(JSON.stringify({ bench: 'viewer', onSource, onProxy }))
