/** Media by the command line: into a project, found again after they moved, and one picture of them. */
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { beforeAll, expect, it } from 'vitest'
import { rational } from '../../../shared/time/rational.ts'
import { inspectMedia } from '../../fixtures/inspect.ts'
import { makeNumberedClip, readNumbers } from '../../fixtures/numbered.ts'
import { temporaryFolder } from '../media/temporaryFolder.ts'
import { keyreel } from './commandLine.ts'

const folder = temporaryFolder()
const clip = (name: string, startAt: number): Promise<void> =>
  makeNumberedClip({
    ...{ path: folder(name), width: 192, height: 128, startAt },
    ...{ rate: rational(25), frames: 20 },
  })
beforeAll(async () => {
  await mkdir(folder('card'))
  await clip('card/one.mp4', 0)
  await clip('card/two.mp4', 100)
  await writeFile(folder('card/notes.txt'), 'Monday')
})

const asked = async (...words: readonly string[]) => {
  const { code, out } = await keyreel([...words, '--json'])
  return { code, ...JSON.parse(out) }
}
const names = (list: readonly { readonly name: string }[]): string[] => list.map(({ name }) => name)

it('imports a folder once, and tells what is there already', async () => {
  expect((await keyreel(['project', 'new', 'Film'])).code).toBe(0)
  const first = await asked('import', 'Film', folder('card'), folder('none.mp4'))
  expect([first.code, names(first.imported), names(first.refused)]).toEqual([
    0,
    ['one', 'two'],
    ['none.mp4'],
  ])
  const again = await asked('import', 'Film', folder('card/one.mp4'))
  expect([again.imported, again.there]).toEqual([[], [{ name: 'one', as: 'one' }]])
  expect((await keyreel(['import', 'Film', folder('none.mp4')])).code).toBe(3)
})

it('matches the empty timeline of a new project to its first footage, where that is asked for', async () => {
  await keyreel(['project', 'new', 'Matched', '--rate', '24'])
  const first = await asked('import', 'Matched', folder('card/one.mp4'), '--match')
  const matched = { rate: { num: 25, den: 1 }, width: 192, height: 128 }
  expect(first.matched).toEqual({ ...matched, like: 'one' })
  const again = await asked('import', 'Matched', folder('card/two.mp4'), '--match')
  expect(again.matched).toBe(null)
  const { project } = await asked('project', 'show', 'Matched')
  const [timeline] = Object.values<Record<string, unknown>>(project.timelines)
  expect(timeline).toMatchObject(matched)
  const { code } = await keyreel(['undo', 'Matched'])
  expect(code).toBe(0)
})

it('finds what was moved and renamed by its content, and says what it does not find', async () => {
  await mkdir(folder('shelf/deep'), { recursive: true })
  await rename(folder('card/one.mp4'), folder('shelf/deep/first take.mp4'))
  await rename(folder('card/two.mp4'), folder('two.hidden'))
  await clip('shelf/two.mp4', 200)
  const found = await asked('relink', 'Film', folder('shelf'))
  expect([
    found.code,
    found.found.map(({ path }: { path: string }) => path),
    found.missing,
  ]).toEqual([
    0,
    [folder('shelf/deep/first take.mp4')],
    [{ mediaKey: expect.any(String), name: 'two.mp4', other: folder('shelf/two.mp4') }],
  ])
  const rest = await keyreel(['relink', 'Film', folder('two.hidden')])
  expect(rest).toEqual({ code: 0, out: `found  ${folder('two.hidden')}\n`, err: '' })
  const none = await keyreel(['relink', 'Film', folder('shelf')])
  expect(none.out).toBe('No media of this project is missing.\n')
})

it('writes the picture at a time, and refuses what is no time and no picture', async () => {
  const [source, out] = [folder('shelf/two.mp4'), folder('shown.png')]
  expect(await keyreel(['frame', source, '0.5', '-o', out])).toMatchObject({ code: 0 })
  expect(await readNumbers(out)).toEqual([212])
  expect((await keyreel(['frame', source, '7/25', '-o', out])).code).toBe(0)
  expect(await readNumbers(out)).toEqual([207])
  for (const words of [
    [source, 'soon', '-o', out],
    [source, '1', '-o', folder('shown.txt')],
    [source, '1'],
  ]) {
    expect((await keyreel(['frame', ...words])).code).toBe(2)
  }
})

/** Lays `two` from its 5th picture on at 10 frames, 15 pictures long. */
async function layTwo(): Promise<void> {
  const { project } = await asked('project', 'show', 'Film')
  const [timeline] = Object.values(project.timelines) as { readonly id: string }[]
  const [two] = (Object.values(project.assets) as { id: string; name: string }[]).filter(
    ({ name }) => name === 'two',
  )
  const place = {
    type: 'clips.place',
    payload: {
      ...{ timelineId: timeline?.id, mode: 'overwrite', frame: 10 },
      media: [
        {
          source: { kind: 'asset', assetId: two?.id },
          ...{ name: 'two', sourceStart: { num: 1, den: 5 }, duration: 15 },
          ...{ picture: true, sound: false },
        },
      ],
    },
  }
  await writeFile(folder('lay.jsonl'), JSON.stringify(place))
  expect(await keyreel(['edit', 'Film', folder('lay.jsonl')])).toMatchObject({ code: 0 })
}

it('writes the frame that the program shows at a time', async () => {
  await layTwo()
  const { project } = await asked('project', 'show', 'Film')
  const [{ rate, width, height }] = Object.values(project.timelines) as [
    { rate: { num: number; den: number }; width: number; height: number },
  ]
  const out = folder('program.png')
  const at = (frame: number): string => `${frame * rate.den}/${rate.num}`
  expect(await asked('frame', 'Film', at(10), '-o', out)).toMatchObject({ code: 0, frame: 10 })
  expect((await inspectMedia(out))[0]).toMatchObject({ codec: 'png', width, height })
  const region = { x: 0, y: 0, width, height }
  expect(await readNumbers(out, { region })).toEqual([105])
  expect(await asked('frame', 'Film', '00:00:00:13', '-o', folder('p.jpg'))).toMatchObject({
    code: 0,
    frame: 13,
  })
  expect((await keyreel(['frame', 'Film', 'noon', '-o', out])).code).toBe(2)
  expect((await keyreel(['frame', 'None', '1', '-o', out])).code).toBe(3)
})

it('prepares a project or files and says how they are then', async () => {
  const { code, media } = await asked('prepare', 'Film')
  const states = media.map((medium: Record<string, unknown>) => [
    ...[medium.name, medium.poster, medium.filmstrip, medium.peaks, medium.proxy],
  ])
  expect([code, states]).toEqual([
    0,
    [
      ['one', 'ready', 'ready', 'none', 'none'],
      ['two', 'ready', 'ready', 'none', 'none'],
    ],
  ])
  const [file] = (await asked('prepare', folder('shelf/two.mp4'), '--proxies')).media
  expect(file).toMatchObject({ name: 'two', proxy: 'ready' })
  expect((await keyreel(['prepare', folder('lay.jsonl')])).code).toBe(3)
  expect((await keyreel(['prepare'])).code).toBe(2)
}, 120_000)

it('shows the cache, keeps it below a limit, and empties it only when told to', async () => {
  const before = await asked('cache')
  expect(before).toMatchObject({ code: 0, isDefault: true })
  const kinds = before.parts.map(({ kind }: { readonly kind: string }) => kind).sort()
  expect(kinds).toEqual(['filmstrip', 'poster', 'proxy'])
  expect((await keyreel(['cache', '--limit', '1.5GB'])).out).toContain(' of 1.50 GB\n')
  expect(await asked('cache', '--limit', 'default')).toMatchObject({ limit: before.limit })
  for (const words of [['all'], ['--to', '1GB'], ['--purge', '--to', 'half'], ['--limit', '1KB']]) {
    expect((await keyreel(['cache', ...words])).code).toBe(2)
  }
  const most = Math.floor(before.used / 2)
  const some = await asked('cache', '--purge', '--to', String(most))
  expect(some.left).toBeLessThanOrEqual(most)
  expect(some.freed).toBe(before.used - some.left)
  expect((await keyreel(['cache', '--purge'])).out).toMatch(/made again/)
  expect((await asked('cache')).used).toBe(0)
})
