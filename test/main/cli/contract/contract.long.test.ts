/** `keyreel contract` against the double: a service as Keyreel knows it, and one that has changed. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ModelFacts, parseModelFacts } from '../../../../shared/generation/modelFacts.ts'
import { RAY_3_2 } from '../../../../shared/generation/models.ts'
import { type RunwareDouble, startRunwareDouble } from '../../../fakes/runwareDouble.ts'
import { temporaryFolder } from '../../media/temporaryFolder.ts'
import { keyreel } from '../commandLine.ts'
import { envOf, KEY, outcomes, reportOf } from './asking.ts'

const file = temporaryFolder()

describe('a service as Keyreel knows it', () => {
  let double: RunwareDouble
  beforeAll(async () => {
    double = await startRunwareDouble({ key: KEY, unknownKeys: 'accept' })
  })
  afterAll(() => double.close())
  const billed = () => double.books.billed.map(({ cost }) => cost)

  it('is confirmed for nothing, pays only when told to, goes on after an interruption, and never pays twice', async () => {
    const library = ['--library', file('same')]
    const env = envOf(double)
    const free = await keyreel(['contract', '--json', ...library], { env })
    const report = reportOf(free.out)
    // The vendor's own interface refuses it; the rules only warn.
    const expected = [['rule.reframeUpright', 'taken at $0.45']]
    expect([free.code, billed(), outcomes(report, 'differs')]).toEqual([0, [], expected])
    expect(outcomes(report, 'settled')).toEqual([['results.most', '4']])
    const unknown = outcomes(report, 'unknown').map(([id]) => id)
    expect(unknown).toEqual(expect.arrayContaining(['position.origin', 'open.extend']))
    expect(unknown.every((id) => /^(run|open)\.|^position\.origin$/.test(id))).toBe(true)
    expect(report).toMatchObject({
      balance: 500_000_000,
      runs: [],
      table: { file: join(file('same'), 'model-facts.json') },
    })
    const kept = parseModelFacts(
      JSON.parse(await readFile(join(file('same'), 'model-facts.json'), 'utf8')),
    )
    expect(kept.ok && kept.facts).toEqual(heardOf(RAY_3_2, report.table?.asOf ?? ''))
    expect(double.books.deleted.toSorted()).toEqual(
      double.books.uploads.map(({ mediaUUID }) => mediaUUID).toSorted(),
    )

    const dear = await keyreel(['contract', '--yes', '--max-cost', '0.05', '--json', ...library], {
      env,
    })
    expect([dear.code, JSON.parse(dear.out), billed()]).toEqual([
      7,
      {
        error: {
          code: 7,
          message:
            'That is more than the $0.05 of --max-cost; nothing was paid. The table was updated by what was free.',
        },
      },
      [],
    ])

    const stop = new AbortController()
    const cut = await keyreel(['contract', '--yes', '--max-cost', '0.1', ...library], {
      ...{ env, signal: stop.signal },
      onErr: (text) => {
        if (text.includes('Generate Contract generation') && billed().length > 0) stop.abort()
      },
    })
    expect([cut.code, billed()]).toEqual([130, [600_000]])

    // The key by standard input, and only what is not paid yet is asked for.
    const typed = await keyreel(['contract', '--key-stdin', ...library], {
      ...{ env: envOf(double, null), isTTY: true, typed: [KEY, '$0.0375'] },
    })
    expect([typed.code, billed()]).toEqual([0, [600_000, 375_000]])
    expect(typed.err).toContain('Together they cost $0.0375.')
    expect(typed.out).toContain(
      'position.origin  [2.5, certain]  what sourcePosition.x and y name: topLeft',
    )
    expect(`${typed.out}${typed.err}${cut.err}`).not.toContain(KEY)

    const again = await keyreel(['contract', '--json', ...library], { env })
    expect([again.code, billed()]).toEqual([0, [600_000, 375_000]])
    expect(reportOf(again.out).runs).toMatchObject([{ cost: 0 }, { cost: 0 }])
    expect(outcomes(reportOf(again.out), 'differs')).toEqual([
      ...expected,
      ['run.generation.host', '127.0.0.1'],
    ])
    const books = await keyreel(['ledger', 'Command line', ...library])
    expect(books.out).toContain('2 tasks: $0.0975 billed or written off, $0.00 reserved.')
  }, 400_000)
})

/** Every figure that a dry run has said. */
function heardOf(model: ModelFacts, asOf: string): unknown {
  const text = JSON.stringify(model).replaceAll('"inferred"', '"seen"')
  return { ...JSON.parse(text), asOf }
}

describe('a service that has changed', () => {
  it('is reported fact by fact, and the table follows it from then on', async () => {
    const { sdr } = RAY_3_2.prices.generate
    const model: ModelFacts = {
      ...RAY_3_2,
      positionOrigin: 'centre',
      sizes: RAY_3_2.sizes.map((size) =>
        size.width === 624 && size.height === 832 ? { ...size, height: 828 } : size,
      ),
      limits: { ...RAY_3_2.limits, prompt: { max: 2000, comfortable: 2000 } },
      prices: {
        ...RAY_3_2.prices,
        generate: {
          ...RAY_3_2.prices.generate,
          sdr: { ...sdr, 5: { ...sdr[5], '360p': { amount: 700_000, certainty: 'seen' } } },
        },
        reframe: { ...RAY_3_2.prices.reframe, '360p': { amount: 400_000, certainty: 'seen' } },
      },
    }
    const double = await startRunwareDouble({ key: KEY, model })
    try {
      const library = ['--library', file('changed')]
      const env = envOf(double)
      const run = await keyreel(['contract', '--yes', '--max-cost', '0.2', '--json', ...library], {
        env,
      })
      const report = reportOf(run.out)
      expect(run.code).toBe(0)
      expect(outcomes(report, 'differs')).toEqual([
        ['prompt.longest', '2000'],
        ['price.generate.sdr.5s.360p', '$0.07'],
        ['size.624x832', expect.stringMatching(/^refused: Unsupported use of width\/height/)],
        ['price.reframe.360p', '$0.05'],
        ['rule.unknownKey', expect.stringMatching(/^refused: /)],
        ['rule.reframeUpright', 'taken at $0.45'],
        ['run.generation.cost', '$0.07'],
        ['run.generation.host', '127.0.0.1'],
        ['position.origin', 'centre'],
        ['run.reframe.cost', '$0.05'],
      ])
      expect(outcomes(report, 'settled')).toContainEqual(['size.624x828', 'taken'])
      expect(report.table?.changed).toEqual(
        expect.arrayContaining([
          'sizes -624x832',
          'sizes +624x828',
          'positionOrigin',
          'prices.generate.sdr.5.360p',
          'prices.reframe.360p',
        ]),
      )

      const ask = async (name: string, document: object) => {
        const path = file(`${name}.json`)
        await writeFile(path, JSON.stringify(document))
        return path
      }
      const request = {
        ...{ taskType: 'videoInference', model: 'luma:ray@3.2', positivePrompt: 'A pond' },
        taskUUID: '3f0f5a34-5ad0-4f3a-8a51-3f1d3f6a8c01',
      }
      const cheap = await ask('cheap', { ...request, width: 640, height: 360, duration: 5 })
      const quoted = await keyreel(['quote', cheap, '--json', ...library], { env })
      expect(JSON.parse(quoted.out).quote).toMatchObject({
        amount: 700_000,
        asOf: report.table?.asOf,
      })
      const portrait = await ask('portrait', { ...request, width: 624, height: 828, duration: 5 })
      expect((await keyreel(['quote', portrait, ...library], { env })).code).toBe(0)
      const gone = await ask('gone', { ...request, width: 624, height: 832, duration: 5 })
      expect((await keyreel(['quote', gone, ...library], { env })).code).toBe(7)

      // What the editor places by its corner is now told from the centre.
      const placed = await ask('placed', {
        ...{ ...request, width: 480, height: 480, inputs: { video: 'source' } },
        settings: { sourcePosition: { x: 0.1, y: 0.2, width: 0.4, height: 0.3 } },
      })
      const source = join(file('changed'), 'contract', 'short.mp4')
      const made = await keyreel(
        [
          ...['generate', placed, '--engine', 'runware', '--max-cost', '1', '--json', ...library],
          ...['--input', `video=${source}`, '-o', file('placed.mp4')],
        ],
        { env },
      )
      expect(made.code).toBe(0)
      expect(double.books.billed.at(-1)?.request.settings?.sourcePosition).toEqual({
        ...{ x: 0.3, y: 0.35, width: 0.4, height: 0.3 },
      })
    } finally {
      await double.close()
    }
  }, 400_000)
})
