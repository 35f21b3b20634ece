/** Requests, takes and books of the command line, over one library, against the loopback double. */
import { randomUUID } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compose } from '../../../main/compose.ts'
import { memorySecrets } from '../../../main/services/Secrets.ts'
import { rational } from '../../../shared/time/rational.ts'
import { makeSmall } from '../../fakes/resultMedia.ts'
import { type RunwareDouble, startRunwareDouble } from '../../fakes/runwareDouble.ts'
import { inspectMedia } from '../../fixtures/inspect.ts'
import { makeNumberedClip, readNumbers } from '../../fixtures/numbered.ts'
import { temporaryFolder } from '../media/temporaryFolder.ts'
import { keyreel } from './commandLine.ts'

const file = temporaryFolder()
const KEY = 'rw-test-0123456789'
let double: RunwareDouble
let env: Record<string, string>
beforeAll(async () => {
  double = await startRunwareDouble({ key: KEY })
  env = { KEYREEL_RUNWARE_URL: double.baseUrl, KEYREEL_RUNWARE_KEY: KEY }
})
afterAll(() => double.close())

/** The cheapest request; 6 cents. */
const request = (prompt: string, taskUUID = randomUUID()) => ({
  ...{ taskType: 'videoInference', taskUUID, model: 'luma:ray@3.2', positivePrompt: prompt },
  ...{ width: 640, height: 360, duration: 5 },
})

async function written(name: string, document: object): Promise<string> {
  const path = file(`${name}.json`)
  await writeFile(path, JSON.stringify(document))
  return path
}

const generate = (path: string, out: string, ...more: string[]) =>
  keyreel(['generate', path, '-o', file(out), '--engine', 'runware', '--json', ...more], { env })

const billed = (): string[] => double.books.billed.map(({ taskUUID }) => taskUUID)

describe('generate', () => {
  it('keeps the take in the library, and gives it again for nothing', async () => {
    const document = request('A boat on a pond')
    const path = await written('boat', document)
    const library = ['--library', file('kept')]
    const paid = await generate(path, 'boat.mp4', '--max-cost', '0.06', ...library)
    expect([paid.code, JSON.parse(paid.out)]).toMatchObject([
      0,
      { request: document, response: { taskUUID: document.taskUUID, cost: 0.06 }, cost: 600_000 },
    ])
    const free = await generate(path, 'again.mp4', ...library)
    expect([free.code, JSON.parse(free.out).cost]).toEqual([0, 0])
    expect(free.err).toContain('nothing was generated and nothing paid')
    expect(await readFile(file('again.mp4'))).toEqual(await readFile(file('boat.mp4')))
    expect(billed()).toEqual([document.taskUUID])

    // The same wish in another document, and the same number on another wish.
    const same = await written('same', request('A boat on a pond'))
    expect((await generate(same, 'same.mp4', ...library)).code).toBe(0)
    expect(billed().length).toBe(1)
    const other = await written('other', request('A ship on a lake', document.taskUUID))
    const given = await generate(other, 'other.mp4', '--max-cost', '1', ...library)
    expect([given.code, billed().length]).toEqual([0, 2])
    expect(billed()[1]).not.toBe(document.taskUUID)
    expect(given.err).toContain('gets a new one')

    const wanted = await generate(path, 'more.mp4', '--again', '--max-cost', '1', ...library)
    expect([wanted.code, billed().length]).toEqual([0, 3])
    const takes = await keyreel(['takes', 'Command line', ...library, '--json'])
    expect(
      JSON.parse(takes.out).takes.map(
        (take: { asset: { name: string }; cost: number; isStale: boolean }) => [
          take.asset.name,
          take.cost,
          take.isStale,
        ],
      ),
    ).toEqual(
      expect.arrayContaining([
        ['boat take 1', 600_000, false],
        ['boat take 2', 600_000, false],
        ['other take 1', 600_000, false],
      ]),
    )
  }, 120_000)

  it('stays within the cap of the project, whatever --max-cost says', async () => {
    const library = ['--library', file('capped')]
    const before = billed().length
    expect((await keyreel(['project', 'new', 'Film', ...library])).code).toBe(0)
    const set = ['ledger', 'limits', 'Film', '--cap', '0.1', '--confirm-above', '0.01', ...library]
    expect(await keyreel(set)).toMatchObject({
      code: 0,
      out: 'Cap $0.10, of which $0.10 is left.\nAmounts above $0.01 must be confirmed.\n',
    })
    const path = await written('film', request('A quiet film'))
    const film = ['--project', 'Film', ...library]
    const quoted = await keyreel(['quote', path, ...film], { env })
    expect(quoted.out.split('\n')).toEqual(
      expect.arrayContaining([
        'The project may cost $0.10, of which $0.10 is left.',
        'The project wants amounts above $0.01 confirmed; --max-cost does that.',
      ]),
    )
    const asked = await keyreel(['quote', path, '--dry-run', ...film], { env })
    expect([asked.code, asked.out.includes('The service itself says $0.06.')]).toEqual([0, true])
    expect(billed().length).toBe(before)
    const first = await generate(path, 'film.mp4', '--max-cost', '5', ...film)
    const second = await generate(path, 'film.mp4', '--again', '--max-cost', '5', ...film)
    expect([first.code, second.code, billed().length - before]).toEqual([0, 7, 1])
    expect(second.err).toContain('of the $0.10 that "Film" may cost $0.06 is spent or reserved')
    const bad = await keyreel(['ledger', 'limits', 'Film', '--cap', 'lots', ...library])
    expect([bad.code, bad.err.includes('--cap 1.50')]).toEqual([2, true])

    const books = await keyreel(['ledger', 'Film', ...library])
    expect([books.code, books.out.split('\n').slice(1)]).toEqual([
      0,
      [
        '1 tasks: $0.06 billed or written off, $0.00 reserved.',
        'Cap $0.10, of which $0.04 is left.',
        'Amounts above $0.01 must be confirmed.',
        '',
      ],
    ])
    const csv = await keyreel(['ledger', 'Film', '-o', file('books.csv'), ...library])
    const [head, row, end] = (await readFile(file('books.csv'), 'utf8')).split('\r\n')
    expect([csv.code, head, end]).toEqual([
      0,
      'submitted,closed,project,job,engine,task,state,quoted,reserved,billed,difference,note',
      '',
    ])
    expect(row).toMatch(
      /,Film,Generate film,runware,[0-9a-f-]{36},settled,0\.06,0\.00,0\.06,0\.00,$/,
    )
  }, 120_000)

  it('renders footage longer than the model takes in spans, within one --max-cost over all', async () => {
    const small = await startRunwareDouble({ key: KEY, makeResult: makeSmall(90) })
    try {
      const library = ['--library', file('long')]
      const [rate, frames] = [rational(24), 19 * 24]
      const clip = { path: file('long.mp4'), width: 160, height: 90, rate, frames }
      await makeNumberedClip({ ...clip, sound: 'beeps' })
      const path = await written('winter', {
        ...{ taskType: 'videoInference', taskUUID: randomUUID(), model: 'luma:ray@3.2' },
        ...{ positivePrompt: 'In winter', resolution: '360p', inputs: { video: 'clip' } },
      })
      const input = ['--input', `video=${clip.path}`]
      const own = { env: { ...env, KEYREEL_RUNWARE_URL: small.baseUrl } }
      const quoted = await keyreel(['quote', path, ...input, ...library], own)
      expect([quoted.code, quoted.out.split('\n')[0]]).toEqual([
        0,
        'at most about $2.16: 2 overlapping spans of 10 + 9.5 s, each priced by itself, by the table of 2026-10.',
      ])
      const words = ['generate', path, '-o', file('winter.mp4'), '--engine', 'runware', '--json']
      const make = (most: string) =>
        keyreel([...words, ...input, '--max-cost', most, ...library], own)
      const refused = await make('2.15')
      expect([refused.code, small.books.billed]).toEqual([7, []])
      const made = await make('2.16')
      expect([made.code, JSON.parse(made.out)]).toMatchObject([
        0,
        { cost: 21_600_000, response: { taskType: 'videoInference', cost: 2.16 } },
      ])
      const streams = await inspectMedia(file('winter.mp4'))
      expect(streams.map(({ type }) => type)).toEqual(['video', 'audio'])
      expect(await readNumbers(file('winter.mp4'))).toEqual(
        Array.from({ length: frames }, (_, i) => i),
      )
      expect([(await make('2.16')).code, small.books.billed.length]).toEqual([0, 2])
    } finally {
      await small.close()
    }
  }, 180_000)

  it('ctrl-C before anything was sent gives the money back, and says nothing of a bill', async () => {
    const library = ['--library', file('stopped')]
    const clip = { path: file('clip.mp4'), width: 320, height: 180, rate: rational(24), frames: 24 }
    await makeNumberedClip(clip)
    const path = await written('stopped', {
      ...{ taskType: 'videoInference', taskUUID: randomUUID(), model: 'luma:ray@3.2' },
      ...{ positivePrompt: 'In winter', resolution: '360p', inputs: { video: 'clip' } },
    })
    const before = billed().length
    double.faults.add({ kind: 'provisional', polls: 1000 })
    const cancel = new AbortController()
    const words = ['generate', path, '-o', file('stopped.mp4'), '--engine', 'runware']
    const said = await keyreel(
      [...words, '--input', `video=${clip.path}`, '--max-cost', '1', ...library],
      {
        env,
        signal: cancel.signal,
        onErr: (text) => {
          if (text.includes('Uploading')) cancel.abort()
        },
      },
    )
    double.faults.clear()
    expect([said.code, billed().length - before, said.err.includes('paid')]).toEqual([
      130,
      0,
      false,
    ])
    const { tasks } = JSON.parse((await keyreel(['ledger', '--json', ...library])).out)
    expect(tasks).toMatchObject([{ state: 'released', reserved: 0, billed: 0 }])
    const noKey = await keyreel(
      [...words, '--input', `video=${clip.path}`, '--max-cost', '1', ...library],
      { env: { ...env, KEYREEL_RUNWARE_KEY: '' } },
    )
    expect([noKey.code, noKey.err.includes('no Runware key')]).toEqual([7, true])
  }, 120_000)

  it('waits for a window that took the job, and takes its result', async () => {
    const library = file('shared')
    const path = await written('shared', request('Seen by both'))
    // The window: another set of services on the same library, running whatever is queued.
    const window = await compose({ library, env, secrets: memorySecrets(KEY) })
    window.queue.start()
    try {
      const words = ['--library', library, '--max-cost', '1']
      const before = billed().length
      const [one, two] = await Promise.all([
        generate(path, 'shared-1.mp4', ...words),
        generate(path, 'shared-2.mp4', ...words),
      ])
      expect([one.code, two.code]).toEqual([0, 0])
      expect(billed().length - before).toBe(1)
      expect(await readFile(file('shared-1.mp4'))).toEqual(await readFile(file('shared-2.mp4')))
      const [project] = window.projects.list()
      expect(window.projects.read(project?.id as never).shots.size).toBe(1)
    } finally {
      await window.close()
    }
  }, 120_000)
})

describe('takes', () => {
  it('are written to files and accepted into the cut', async () => {
    const library = ['--library', file('takes')]
    const path = await written('harbour', request('A harbour'))
    await generate(path, 'harbour.mp4', '--max-cost', '1', ...library)
    const take = ['takes', 'Command line', 'harbour', '1']
    const copied = await keyreel([...take, '-o', file('copy.mp4'), ...library])
    expect([copied.code, await readFile(file('copy.mp4'))]).toEqual([
      0,
      await readFile(file('harbour.mp4')),
    ])
    const accepted = await keyreel([...take, '--accept', ...library, '--json'])
    expect(JSON.parse(accepted.out).takes).toMatchObject([{ number: 1, isInCut: true }])
    expect((await keyreel(['takes', 'Command line', ...library])).out).toContain('in the cut')
    expect((await keyreel(['undo', 'Command line', ...library])).code).toBe(0)
    expect((await keyreel(['takes', 'Command line', ...library])).out).not.toContain('in the cut')
    expect((await keyreel([...take.slice(0, 3), '7', ...library])).code).toBe(3)
    expect((await keyreel(['takes', 'Nothing', ...library])).code).toBe(3)
  }, 120_000)
})

describe('render', () => {
  it('exports a project of the library as the window does', async () => {
    const library = ['--library', file('rendered')]
    const path = await written('pond', request('A pond'))
    await generate(path, 'pond.mp4', '--max-cost', '1', ...library)
    await keyreel(['takes', 'Command line', 'pond', '1', '--accept', ...library])
    const { project } = JSON.parse(
      (await keyreel(['project', 'show', 'Command line', '--json', ...library])).out,
    )
    const [shotId] = Object.keys(project.shots)
    const [timeline] = Object.values(project.timelines) as { id: string; tracks: string[] }[]
    const clip = {
      ...{ source: { kind: 'shot', shotId }, name: 'Pond' },
      ...{ sourceStart: { num: 0, den: 1 }, duration: 48, picture: true, sound: false },
    }
    const line = {
      type: 'clips.place',
      payload: {
        ...{ timelineId: timeline?.id, frame: 0, mode: 'append', media: [clip] },
      },
    }
    await writeFile(file('edit.jsonl'), `${JSON.stringify(line)}\n`)
    const edited = await keyreel(['edit', 'Command line', file('edit.jsonl'), ...library])
    expect([edited.code, edited.err]).toEqual([0, ''])
    const out = file('cut.mp4')
    const words = ['render', 'Command line', '-o', out, '--preset', 'draft', '--size', '320x180']
    const said = await keyreel([...words, '--json', ...library])
    expect([said.code, said.err]).toEqual([0, ''])
    expect(JSON.parse(said.out).report.summary).toMatch(/^48 frames decoded/)
    expect(await inspectMedia(out)).toMatchObject([
      { type: 'video', width: 320, height: 180, frames: 48 },
      { type: 'audio' },
    ])
    const gone = await keyreel(['render', 'Command line', '-o', file('none/cut.mp4'), ...library])
    expect([gone.code, gone.err]).toEqual([6, expect.stringContaining('folder')])
    expect((await keyreel(['render', 'Nobody', '-o', out, ...library])).code).toBe(3)
  }, 120_000)
})

describe('doctor', () => {
  it('says which library it looked at, and whether it is sound', async () => {
    const library = file('examined')
    const of = async () => {
      const { out } = await keyreel(['doctor', '--json', '--library', library])
      return JSON.parse(out).findings.find(({ id }: { id: string }) => id === 'library')
    }
    expect(await of()).toMatchObject({
      health: 'ready',
      found: expect.stringContaining('none yet'),
    })
    await keyreel(['project', 'new', 'One', '--library', library])
    expect(await of()).toMatchObject({
      ...{ health: 'ready', path: library },
      found: expect.stringMatching(/examined: 1 project, \d+\.\d MB, sound$/),
    })
    await writeFile(
      `${library}/keyreel.sqlite`,
      'this is no database at all, whatever its name says',
    )
    expect(await of()).toMatchObject({ health: 'limited' })
  }, 120_000)
})
