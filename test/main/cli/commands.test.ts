/** The other commands: what they print, in words and as JSON, and how they refuse. */
import { readdir, writeFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { EXIT_WORDS } from '../../../main/cli/exitCodes.ts'
import { outputTo } from '../../../main/cli/output.ts'
import { rational } from '../../../shared/time/rational.ts'
import { startRunwareDouble } from '../../fakes/runwareDouble.ts'
import { inspectMedia } from '../../fixtures/inspect.ts'
import { makeNumberedClip } from '../../fixtures/numbered.ts'
import { temporaryFolder } from '../media/temporaryFolder.ts'
import { keyreel } from './commandLine.ts'

const file = temporaryFolder()
const request = (more: Record<string, unknown>) => ({
  taskType: 'videoInference',
  taskUUID: '7e860220-59b7-4ec4-a301-820ea565617b',
  model: 'luma:ray@3.2',
  positivePrompt: 'A quiet harbour at dawn, the camera slowly rising.',
  ...more,
})

beforeAll(async () => {
  await makeNumberedClip({
    path: file('clip.mp4'),
    width: 1280,
    height: 720,
    rate: rational(24),
    frames: 72,
    sound: 'tone',
  })
  const documents = {
    short: request({ width: 640, height: 360, duration: 5 }),
    text: request({ width: 1920, height: 1080, duration: 10 }),
    transform: request({ resolution: '720p', inputs: { video: 'https://example.com/in.mp4' } }),
    wrong: request({ width: 1920, height: 1080, duration: 7 }),
    stranger: request({ width: 1920, height: 1080, duration: 5, seed: 3 }),
    webm: request({ width: 1280, height: 720, duration: 5, outputFormat: 'WEBM' }),
  }
  for (const [name, document] of Object.entries(documents))
    await writeFile(file(`${name}.json`), JSON.stringify(document))
})

describe('help', () => {
  it('lists the commands, the options and every exit code, and explains each command', async () => {
    const { code, out } = await keyreel(['--help'])
    const words = [
      'probe',
      'render',
      'quote',
      'generate',
      'demo',
      'doctor',
      'takes',
      'ledger',
      '--json',
      '--library',
      '--version',
      ...EXIT_WORDS.map(([, text]) => text),
    ]
    expect({ code, missing: words.filter((word) => !out.includes(word)) }).toEqual({
      code: 0,
      missing: [],
    })
    const each = await Promise.all(
      ['probe', 'render', 'quote', 'generate', 'demo', 'doctor'].map((name) =>
        keyreel([name, '--help']),
      ),
    )
    expect(
      each.map((said) => [said.code, said.out.split(' ').slice(0, 2).join(' ').trim()]),
    ).toEqual(
      ['probe', 'render', 'quote', 'generate', 'demo', 'doctor'].map((name) => [
        0,
        expect.stringMatching(`^keyreel ${name}`),
      ]),
    )
    expect((await keyreel([])).code).toBe(2)
    expect((await keyreel(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})

describe('probe', () => {
  it('says what a file holds', async () => {
    const { code, out } = await keyreel(['probe', file('clip.mp4')])
    expect({
      code,
      lines: out
        .trim()
        .split('\n')
        .map((line) => line.replace(/\d+ bytes/, 'N bytes')),
    }).toEqual({
      code: 0,
      lines: [
        'clip.mp4: video, mov,mp4,m4a,3gp,3g2,mj2, 3.000 s, N bytes',
        '  picture: h264, 1280x720, 24 fps, 72 frames, yuv420p',
        '  sound: aac, 48000 Hz, stereo',
      ],
    })
    const json = JSON.parse((await keyreel(['probe', file('clip.mp4'), '--json'])).out)
    expect([json.kind, json.video[0].frameCount, json.duration]).toEqual([
      'video',
      72,
      { num: 3, den: 1 },
    ])
  })

  it('fails with the code of what is wrong, in JSON too', async () => {
    expect(await keyreel(['probe', file('none.mp4'), '--json'])).toEqual({
      code: 4,
      out: `${JSON.stringify({ error: { message: '"none.mp4" is not there. Was it moved or renamed?', code: 4 } }, null, 2)}\n`,
      err: '"none.mp4" is not there. Was it moved or renamed?\n',
    })
    expect((await keyreel(['probe', file('text.json')])).code).toBe(3)
  })
})

describe('quote', () => {
  it('prices a request, by the length of a local source too', async () => {
    const plain = await keyreel(['quote', file('text.json')])
    expect({ code: plain.code, first: plain.out.split(':')[0] }).toEqual({
      code: 0,
      first: '$3.60',
    })
    const source = await keyreel([
      'quote',
      file('transform.json'),
      '--input',
      `video=${file('clip.mp4')}`,
      '--json',
    ])
    const answer = JSON.parse(source.out)
    expect([
      source.code,
      answer.quote.currency,
      answer.quote.basis.startsWith('3 s of SDR transformation at 720p'),
    ]).toEqual([0, 'USD', true])
  })

  it('words its warnings in English, for scripts too', async () => {
    const { warnings } = JSON.parse((await keyreel(['quote', file('webm.json'), '--json'])).out)
    expect(warnings).toEqual([
      {
        field: 'outputFormat',
        message: 'The model answers with MP4, so WEBM may be ignored or refused.',
        severity: 'warning',
        suggestion: { label: 'Use MP4', changes: { outputFormat: 'MP4' } },
      },
    ])
  })

  it('refuses what the rules refuse, and inputs the request does not name', async () => {
    const refusals = await Promise.all([
      keyreel(['quote', file('wrong.json')]),
      keyreel(['quote', file('stranger.json')]),
      keyreel(['quote', file('text.json'), '--input', `video=${file('clip.mp4')}`]),
      keyreel(['quote', file('transform.json'), '--input', 'video=gone.mp4']),
      keyreel(['quote', file('clip.mp4')]),
    ])
    expect(refusals.map(({ code }) => code)).toEqual([7, 7, 2, 4, 3])
    expect(refusals[1]?.err).toContain('Ray3.2 has no seed: leave it out.')
    expect(refusals.every(({ out }) => out === '')).toBe(true)
  })
})

describe('generate', () => {
  it('spends nothing without an amount that covers the quote', async () => {
    const env = { KEYREEL_RUNWARE_URL: 'http://127.0.0.1:9/', KEYREEL_RUNWARE_KEY: 'k' }
    const base = ['generate', file('text.json'), '-o', file('out.mp4'), '--engine', 'runware']
    const [none, little, odd] = await Promise.all(
      [[], ['--max-cost', '3.59'], ['--max-cost', 'lots']].map((more) =>
        keyreel([...base, ...more], { env }),
      ),
    )
    expect([none?.code, little?.code, odd?.code]).toEqual([2, 7, 2])
    expect(little?.err).toMatch(
      /^This request may cost \$3\.60 .* more than the \$3\.59 of --max-cost; nothing was sent\.\n$/,
    )
  })
})

describe('generate with Ray3.2 (against the loopback double)', () => {
  it('cut off after sending, the same command fetches the result and nothing is paid twice', async () => {
    const double = await startRunwareDouble({ key: 'k' })
    try {
      const env = { KEYREEL_RUNWARE_URL: double.baseUrl, KEYREEL_RUNWARE_KEY: 'k' }
      const out = file('paid.mp4')
      const words = [
        'generate',
        file('short.json'),
        '-o',
        out,
        '--engine',
        'runware',
        '--max-cost',
        '5',
      ]
      const cancel = new AbortController()
      const cut = await keyreel(words, {
        env,
        signal: cancel.signal,
        onErr: (text) => {
          if (text.includes('Ray3.2 is generating')) cancel.abort()
        },
      })
      expect([
        cut.code,
        cut.err.includes('Run the same command again to fetch its result'),
      ]).toEqual([130, true])
      const again = await keyreel(words, { env })
      expect([again.code, JSON.parse(again.out).taskUUID]).toEqual([
        0,
        '7e860220-59b7-4ec4-a301-820ea565617b',
      ])
      expect(double.books.billed.length).toBe(1)
      expect((await inspectMedia(out)).map(({ type }) => type)).toContain('video')
      expect((await readdir(file('.'))).filter((name) => name.startsWith('paid'))).toEqual([
        'paid.mp4',
      ])
    } finally {
      await double.close()
    }
  }, 60_000)
})

describe('generate with the local engine', () => {
  it('writes the video and answers with the response document', async () => {
    const document = request({
      taskUUID: '4f6bb34d-0339-4f40-9842-54a5ec1c5e56',
      resolution: '360p',
      inputs: { video: 'https://example.com/in.mp4' },
    })
    await writeFile(file('small.json'), JSON.stringify({ request: document }))
    const out = file('made.mp4')
    const words = [
      'generate',
      file('small.json'),
      '-o',
      out,
      '--input',
      `video=${file('clip.mp4')}`,
    ]
    const said = await keyreel(words)
    expect({ code: said.code, response: JSON.parse(said.out) }).toEqual({
      code: 0,
      response: {
        taskType: 'videoInference',
        taskUUID: document.taskUUID,
        videoUUID: expect.stringMatching(/^[0-9a-f-]{36}$/),
        videoURL: pathToFileURL(out).href,
        cost: 0,
      },
    })
    const [picture] = await inspectMedia(out)
    expect([picture?.width, picture?.height, picture?.rate, picture?.frames]).toEqual([
      640,
      360,
      '24/1',
      72,
    ])
  }, 60_000)
})

describe('progress', () => {
  const spoken = (isTTY: boolean, isJson: boolean): string => {
    let err = ''
    const sink = { write: () => undefined }
    const output = outputTo(
      {
        stdout: sink,
        stderr: { isTTY, write: (text) => (err += text) },
        env: {},
        signal: new AbortController().signal,
      },
      isJson,
    )
    for (const done of [0, 1, 4, 10, 11])
      output.progress(done / 11, `Rendered ${done} of 11 frames`)
    output.settle()
    return err
  }

  it('is one line written over on a terminal, a line for every tenth elsewhere, and nothing with --json', () => {
    expect(spoken(true, false).split('\r').length).toBe(6)
    expect(spoken(false, false)).toBe(
      'Rendered 0 of 11 frames (0 %)\nRendered 4 of 11 frames (36 %)\nRendered 10 of 11 frames (90 %)\nRendered 11 of 11 frames (100 %)\n',
    )
    expect(spoken(true, true)).toBe('')
  })
})
