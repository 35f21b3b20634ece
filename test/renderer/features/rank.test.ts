import { expect, it } from 'vitest'
import { rank } from '../../../renderer/features/palette/rank.ts'

it('puts names that begin with what was typed before those that only hold it', () => {
  const names = ['Unlink', 'Link or unlink', 'Blink', 'Roll tool']
  const found = names
    .flatMap((name) => {
      const score = rank(name, 'link')
      return score === null ? [] : [{ name, score }]
    })
    .sort((a, b) => a.score - b.score)
    .map(({ name }) => name)
  expect(found).toEqual(['Link or unlink', 'Blink', 'Unlink'])
})

it('wants every word, in any order', () => {
  expect(rank('Add keyframe or pin at playhead', 'pin add')).not.toBeNull()
  expect(rank('Add keyframe or pin at playhead', 'pin remove')).toBeNull()
  expect(rank('Anything', '  ')).toBe(0)
})
