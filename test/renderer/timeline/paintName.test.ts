import { expect, test } from 'vitest'
import { shortened } from '../../../renderer/features/timeline/clip/paintName.ts'

/** Dots are as wide as two letters. */
const widthOf = (letter: string): number => (letter === '…' ? 20 : 10)

test('a name has its whole length where there is room, and dots for what has none', () => {
  expect(shortened('Meadow', 60, widthOf)).toBe('Meadow')
  expect(shortened('Meadow', 59, widthOf)).toBe('Mea…')
  expect(shortened('Old meadow', 65, widthOf)).toBe('Old…')
  expect(shortened('Meadow', 30, widthOf)).toBe('M…')
  expect(shortened('Meadow', 29, widthOf)).toBe('')
  expect(shortened('🌲🌲🌲', 30, widthOf)).toBe('🌲🌲🌲')
  expect(shortened('🌲🌲🌲🌲', 39, widthOf)).toBe('🌲…')
})
