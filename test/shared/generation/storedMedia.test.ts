import { expect, it } from 'vitest'
import { mayReuse } from '../../../shared/generation/storedMedia.ts'

const DAY = 24 * 3_600_000
const STORED = Date.UTC(2026, 0, 1)
const at = (milliseconds: number): string => new Date(milliseconds).toISOString()

it.each([
  ['a picture counts from its last use', 'image', { used: 20 * DAY, now: 26 * DAY }, true],
  ['for a week', 'image', { used: 20 * DAY, now: 28 * DAY }, false],
  ['a film from its upload', 'video', { used: 0, now: DAY }, true],
  ['however often it is used', 'video', { used: DAY, now: DAY + 1 }, false],
  ['a clock that was set back a little', 'video', { used: 0, now: -DAY / 2 }, true],
  ['a clock that was set back far', 'image', { used: 0, now: -8 * DAY }, false],
] as const)('%s', (_name, role, { used, now }, expected) => {
  const medium = { storedAt: at(STORED), usedAt: at(STORED + used) }
  expect(mayReuse(role, medium, STORED + now)).toBe(expected)
})
