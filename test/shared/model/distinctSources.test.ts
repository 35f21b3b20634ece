import { expect, it } from 'vitest'
import { usesOf } from '../../../renderer/features/library/usesOf.ts'
import { distinctSources } from '../../../shared/model/distinctSources.ts'
import { clipOn, documentOf, solid } from '../../fixtures/documents.ts'
import { assetOf } from './mediaOf.ts'
import { shotWith } from './shots.ts'

it('tells each footage and shot of many clips once, with how many there are', () => {
  const [film, other] = [assetOf('film'), assetOf('other')]
  const shot = shotWith()
  const ofFilm = { kind: 'asset', assetId: film.id } as const
  const ofOther = { kind: 'asset', assetId: other.id } as const
  const ofShot = { kind: 'shot', shotId: shot.id } as const
  const items = [ofFilm, solid('#000'), ofOther, ofFilm, ofShot, ofShot, ofFilm].map((source) =>
    clipOn(source, 10),
  )
  const sources = [
    { source: ofFilm, count: 3 },
    { source: ofOther, count: 1 },
    { source: ofShot, count: 2 },
  ]
  expect(distinctSources([...items, { kind: 'gap', id: 'g' as never, duration: 4 }])).toEqual(
    sources,
  )
  const { project } = documentOf({ cut: { tracks: [{ items: items.slice(0, 4) }] } })
  const known = { ...project, assets: project.assets.with(film).with(other) }
  expect([...usesOf(known)].sort()).toEqual([
    [film.id, 2],
    [other.id, 1],
  ])
})
