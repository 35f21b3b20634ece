import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { fileLog } from '../../../main/log/fileLog.ts'
import { temporaryFolder } from '../media/temporaryFolder.ts'

const folder = temporaryFolder()
const now = (): Date => new Date(Date.UTC(2026, 0, 1))

it('writes one JSON object a line, without any secret in any form', () => {
  const key = 'rw-0123456789abcdef'
  const log = fileLog({ folder: folder('secrets'), now, secrets: () => [key, ''] })
  log.write('info', `The key ${key} was given`)
  log.write('warn', 'A request', {
    headers: { Authorization: `Bearer ${key}`, accept: '*/*' },
    body: JSON.stringify([{ taskType: 'authentication', apiKey: 'another-key' }]),
    nested: [{ apiKey: 'third-key', token: 'x' }],
    picture: 'data:image/png;base64,AAAA+/=',
  })
  log.write('error', 'It failed', new Error(`Bearer ${key} refused`, { cause: { password: 'p' } }))
  const lines = readFileSync(folder('secrets/keyreel.log'), 'utf8').trim().split('\n')
  const parsed = lines.map((line) => JSON.parse(line))
  expect(parsed[0]).toEqual({
    at: '2026-01-01T00:00:00.000Z',
    level: 'info',
    message: 'The key [hidden] was given',
  })
  expect(parsed[1].detail).toEqual({
    headers: { Authorization: '[hidden]', accept: '*/*' },
    body: '[{"taskType":"authentication","apiKey":"[hidden]"}]',
    nested: [{ apiKey: '[hidden]', token: '[hidden]' }],
    picture: '[picture data]',
  })
  expect(parsed[2].detail).toMatchObject({ name: 'Error', cause: { password: '[hidden]' } })
  for (const secret of [key, 'another-key', 'third-key']) expect(lines.join()).not.toContain(secret)
})

it('begins a new file when the present one is long, and keeps a few', () => {
  const log = fileLog({ folder: folder('rotating'), now, secrets: () => [], limit: 100, keep: 3 })
  for (let i = 0; i < 20; i++) log.write('info', `Line ${i} of many that fill a file`)
  expect(readdirSync(folder('rotating')).sort()).toEqual([
    'keyreel.1.log',
    'keyreel.2.log',
    'keyreel.log',
  ])
  const newest = readFileSync(folder('rotating/keyreel.log'), 'utf8').trim().split('\n').at(-1)
  expect(JSON.parse(String(newest)).message).toBe('Line 19 of many that fill a file')
})
