/** What first footage makes of an empty timeline. */
import { expect, it } from 'vitest'
import { applyCommand, type Command, command } from '../../../shared/commands/registry.ts'
import type { Asset } from '../../../shared/model/asset.ts'
import { footageFormat, footageOffer, usualRate } from '../../../shared/model/footageFormat.ts'
import type { MarkerId } from '../../../shared/model/ids.ts'
import type { VideoStream } from '../../../shared/model/mediaInfo.ts'
import { newProject } from '../../../shared/model/newProject.ts'
import { formatRate } from '../../../shared/time/frames.ts'
import { parseRational, rational } from '../../../shared/time/rational.ts'
import { counting } from '../edit/cutText.ts'
import { assetOf } from './mediaOf.ts'

const footage = (id: string, patch: Partial<VideoStream>): Asset => {
  const asset = assetOf(id)
  const video = asset.info.video.map((stream) => ({ ...stream, ...patch }))
  return { ...asset, info: { ...asset.info, video } }
}
const phone = footage('phone', {
  ...{ width: 1920, height: 1080, rotation: 90 as const },
  ...{ rate: rational(2983, 100), isVariableRate: true },
})

it('takes the usual rate nearest to the footage', () => {
  const table = {
    '24000/1001': '23.976',
    '2398/100': '23.976',
    '24': '24',
    '25': '25',
    '2997/100': '29.97',
    '30': '30',
    '60000/1001': '59.94',
    '1': '24',
    '5': '25',
    '10': '30',
    '25/2': '25',
    '15': '30',
    '18': '23.976',
    '100': '119.88',
    '240': '120',
    '1000': '120',
  }
  const found = Object.keys(table).map((text) => [
    text,
    formatRate(usualRate({ rate: parseRational(text), isVariableRate: false })),
  ])
  expect(Object.fromEntries(found)).toEqual(table)
  const uneven = ['2983/100', '12', '47/2'].map((text) =>
    formatRate(usualRate({ rate: parseRational(text), isVariableRate: true })),
  )
  expect(uneven).toEqual(['29.97', '23.976', '23.976'])
})

it('takes the size as shown, with even sides; stills and sound ask for nothing', () => {
  const sizes = [
    phone,
    footage('wide', { width: 1440, height: 1080, sampleAspect: rational(4, 3) }),
    footage('odd', { width: 193, height: 129 }),
    assetOf('still', rational(1), 'still'),
    assetOf('sound', rational(1), 'audio'),
  ].map(({ info }) => {
    const format = footageFormat(info)
    return format && `${format.width}x${format.height}`
  })
  expect(sizes).toEqual(['1080x1920', '1920x1080', '194x130', undefined, undefined])
})

it('is offered for the first footage of an untouched project alone', () => {
  const project = newProject(
    'Film',
    { rate: rational(24), width: 1920, height: 1080 },
    counting('p'),
  )
  const [timeline] = project.timelines.values()
  if (!timeline) throw new Error('A new project has a timeline')
  const still = assetOf('still', rational(1), 'still')
  const offered = (changes: readonly Command[], fresh: readonly Asset[]) => {
    const offer = footageOffer(changes.reduce(applyCommand, project), fresh)
    return offer && [offer.asset.name, offer.timeline.id, offer.format]
  }
  const format = { rate: rational(30000, 1001), width: 1080, height: 1920 }
  const asked = ['phone.mp4', timeline.id, format]
  expect(offered([], [still, phone])).toEqual(asked)
  const add = (asset: Asset): Command => command('assets.add', { assets: [asset] }, 'a')
  expect(offered([add(still)], [phone])).toEqual(asked)
  const marker = {
    ...{ id: 'm' as MarkerId, timelineId: timeline.id, frame: 3, duration: 0 },
    ...{ name: '', color: 'amber' as const },
  }
  const nothing = {
    'it fits': offered([], [assetOf('fits'), phone]),
    'no footage': offered([], [still]),
    'not the first': offered([add(assetOf('first'))], [phone]),
    'a marker': offered([command('marker.add', { marker }, 'm')], [phone]),
  }
  expect(nothing).toEqual({
    'it fits': undefined,
    'no footage': undefined,
    'not the first': undefined,
    'a marker': undefined,
  })
  const matched = applyCommand(
    project,
    command('timeline.set', { timelineId: timeline.id, patch: format }, 's'),
  )
  expect(matched.timelines.get(timeline.id)).toEqual({ ...timeline, ...format })
})
