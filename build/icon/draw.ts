import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { asProgram } from '../process/asProgram.ts'
import { runOrThrow } from '../process/run.ts'
import { icns, ico, type Picture } from './containers.ts'
import { drawing } from './drawing.ts'

const folder = import.meta.dirname
const sizes = [16, 32, 48, 64, 128, 256, 512, 1024]

/** Draws the icon again (`node build/icon/draw.ts`); the small results are kept in git, so that packaging needs no ffmpeg with SVG. */
await asProgram(async () => {
  const svg = join(folder, 'icon.svg')
  writeFileSync(svg, drawing())
  const pictures: Picture[] = []
  for (const size of sizes) {
    const png = join(folder, `${size}x${size}.png`)
    const scale = `scale=${size}:${size}:flags=lanczos,format=rgba`
    const quiet = ['-hide_banner', '-loglevel', 'error', '-y']
    await runOrThrow('ffmpeg', [...quiet, '-i', svg, '-vf', scale, '-frames:v', '1', png])
    pictures.push({ size, png: readFileSync(png) })
  }
  writeFileSync(join(folder, 'icon.ico'), ico(pictures.filter(({ size }) => size <= 256)))
  writeFileSync(join(folder, 'icon.icns'), icns(pictures))
  return `${sizes.length} sizes in ${folder}`
})
