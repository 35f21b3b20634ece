/**
 * Half a minute of playing in the program monitor, of a film at 24, 30 and 60 frames a second by its proxy. Every picture is
 * read from the canvas as it is painted: which frame it is by the number in its pixels, and what is heard at that moment by
 * the sound card's clock, less the time that sound takes to the loudspeaker. A beep begins each second of the film, and is
 * looked for in the samples that are handed to the card.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchKeyreel } from '../e2e/harness/keyreelWindow.ts'
import { at, line } from './viewer/figures.ts'
import { numberedBunny, SECONDS } from './viewer/footage.ts'
import { makeLibrary } from './viewer/library.ts'
import { installListener } from './viewer/listener.ts'
import { idle, prepared } from './viewer/prepared.ts'

const folder = await mkdtemp(join(tmpdir(), 'keyreel-bench-playing-'))
const films = []
for (const rate of [24, 30, 60]) {
  films.push({ rate, path: await numberedBunny(rate, rate === 24 ? 1080 : 720), hasProxy: true })
}
const library = join(folder, 'library')
const made = await makeLibrary(library, films)
const keyreel = await launchKeyreel({ library })
const { page } = keyreel

line(`${SECONDS} s of playing on the proxy`)
const played = []
for (const [index, { projectId, mediaKey }] of made.entries()) {
  const rate = films[index]?.rate ?? 24
  await page.evaluate(
    (id) => window.keyreel.call('project:open', { projectId: id }),
    projectId as never,
  )
  await page.reload()
  await page.locator('canvas[data-settled=true]').waitFor()
  await prepared(page, mediaKey, 'proxy')
  await prepared(page, mediaKey, 'filmstrip')
  await idle(page)
  await installListener(page)
  const result = await page.evaluate(
    ([fps, last]) => window.listener.play(fps, last),
    // Half a second is left for the sound to begin.
    [rate, Math.floor((SECONDS - 0.5) * rate)] as const,
  )
  const { due, dropped, told, longest, unread, late, latency, beeps } = result
  const picture = { p5: at(late, 0.05), p50: at(late, 0.5), p95: at(late, 0.95), most: at(late, 1) }
  played.push({ rate, due, dropped, longest, unread, late: picture, latency, beeps })
  line(
    `  ${String(rate).padStart(2)} fps   ${dropped} of ${due} frames not painted (the window says: ${told}), longest wait ${longest.toFixed(0)} ms, ${unread} pictures without a number`,
  )
  line(
    `           picture after sound: median ${picture.p50.toFixed(1)} ms, p5 ${picture.p5.toFixed(1)}, p95 ${picture.p95.toFixed(1)}, at most ${picture.most.toFixed(1)} (${late.length} pictures, ${beeps} beeps; output latency ${latency.toFixed(1)} ms)`,
  )
}
const { faults } = keyreel
await keyreel.close()
await rm(folder, { recursive: true, force: true })
if (faults.length > 0) throw new Error(faults.join('\n'))
line(JSON.stringify({ bench: 'playing', played }))
