import { buildIfStale } from './buildIfStale.ts'
import { hasDisplay } from './display/withDisplay.ts'
import { inRepository, root } from './paths.ts'
import { handOver } from './process/handOver.ts'
import { say } from './process/say.ts'
import { setUp } from './setup.ts'

const words = process.argv.slice(2)
const electron = await setUp()

if (hasDisplay()) {
  await buildIfStale()
  process.exitCode = await handOver(electron.executable, [...electron.args, root, ...words], {
    ...process.env,
    ...electron.env,
  })
} else {
  say(
    'there is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open.',
  )
  say('running the demonstration without one instead: npm run --silent keyreel -- demo')
  process.exitCode = await handOver(process.execPath, [
    inRepository('main/cli/index.ts'),
    'demo',
    ...words,
  ])
}
