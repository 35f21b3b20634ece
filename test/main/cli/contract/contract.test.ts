/** What `keyreel contract` does before, and instead of, asking everything. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { RAY_3_2 } from '../../../../shared/generation/models.ts'
import { type RunwareDouble, startRunwareDouble } from '../../../fakes/runwareDouble.ts'
import { temporaryFolder } from '../../media/temporaryFolder.ts'
import { keyreel } from '../commandLine.ts'
import { envOf, KEY, outcomes, reportOf } from './asking.ts'

const file = temporaryFolder()
let double: RunwareDouble
beforeEach(async () => {
  double = await startRunwareDouble({ key: KEY })
})
afterEach(() => double.close())

describe('keyreel contract', () => {
  it('reads the published schema without a key, and touches nothing else', async () => {
    const library = ['--library', file('bare')]
    const { code, out, err } = await keyreel(['contract', '--json', ...library], {
      env: envOf(double, null),
    })
    const report = reportOf(out)
    expect([code, report.table, report.balance, double.calls]).toEqual([0, null, null, []])
    expect(err).toContain('There is no key')
    expect(outcomes(report, 'differs')).toEqual([])
    expect(outcomes(report, 'holds').map(([id]) => id)).toEqual([
      ...['task.type', 'task.delivery', 'fields.request', 'fields.inputs', 'fields.settings'],
      ...['fields.settings.edit', 'fields.settings.edit.controls', 'resolution.values'],
      ...['duration.values', 'edit.strengths', 'prompt.longest', 'pins.most', 'position.offset'],
      ...['position.size', 'ttl.range', 'quality.range'],
    ])
    expect(outcomes(report, 'unknown')).toContainEqual(['price.transform.hdr.1080p', 'needs a key'])
  })

  it('says so where nobody publishes a schema', async () => {
    double.faults.add({ kind: 'noSchema' })
    const { code, out, err } = await keyreel(['contract', '--json', '--library', file('none')], {
      env: envOf(double, null),
    })
    expect([code, outcomes(reportOf(out), 'holds')]).toEqual([0, []])
    expect(err).toContain(
      'The published schema of the model could not be read from http://127.0.0.1',
    )
  })

  it('fails where the service refuses the key, without showing it', async () => {
    const env = { ...envOf(double), KEYREEL_RUNWARE_KEY: 'rw-wrong-key-1' }
    const { code, out, err } = await keyreel(['contract', '--json', '--library', file('k')], {
      env,
    })
    expect([code, Object.keys(JSON.parse(out)), `${out}${err}`.includes('rw-wrong')]).toEqual([
      8,
      ['error'],
      false,
    ])
  })

  it('stops at once where a dry run is billed', async () => {
    double.faults.add({ kind: 'billsDryRun' })
    const { code, out } = await keyreel(['contract', '--json', '--library', file('billed')], {
      env: envOf(double),
    })
    const report = reportOf(out)
    expect([code, double.calls, report.table]).toEqual([
      0,
      ['accountManagement', 'videoInference', 'accountManagement'],
      null,
    ])
    expect(outcomes(report, 'differs')).toEqual([['dryRun.free', 'no: the balance fell by $0.06']])
    expect(new Set(report.facts.map(({ id }) => id)).size).toBe(report.facts.length)
  })

  it.each([
    [['contract', '--yes'], 'it needs the most it may cost'],
    [['contract', 'now'], 'contract takes options only'],
    [['contract', '--max-cost', 'much'], 'is not an amount'],
    [['contract', '--key-stdin'], 'nothing came'],
  ])('%j is not understood', async (argv, words) => {
    const { code, err } = await keyreel(argv)
    expect([code, err.includes(words)]).toEqual([2, true])
  })

  it.each([
    ['not JSON', '{"air":', 'It is not JSON.'],
    ['a stranger key', JSON.stringify({ ...RAY_3_2, asOf: '2099-01-01', more: 1 }), 'field more'],
    [
      'a price of nothing',
      JSON.stringify({
        ...RAY_3_2,
        asOf: '2099-01-01',
        prices: { ...RAY_3_2.prices, transformBlock: 0 },
      }),
      'field prices.transformBlock',
    ],
  ])('sets a table aside that is %s, and says so', async (name, content, words) => {
    const folder = file(name)
    await mkdir(folder)
    await writeFile(join(folder, 'model-facts.json'), content)
    const { code, err } = await keyreel(['contract', '--library', folder], {
      env: envOf(double, null),
    })
    expect([code, err.includes(words), err.includes('The one of 2026-10')]).toEqual([0, true, true])
  })
})
