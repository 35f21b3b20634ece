import { useTranslation } from 'react-i18next'
import type { Clip } from '../../../shared/model/clip.ts'
import { clipMedia } from '../../../shared/model/clipMedia.ts'
import { displaySize } from '../../../shared/model/mediaInfo.ts'
import type { PlacedItem } from '../../../shared/model/select.ts'
import { mediaTimeAt } from '../../../shared/model/timeMap.ts'
import { toNumber } from '../../../shared/time/rational.ts'
import { formatTimecode } from '../../../shared/time/timecode.ts'
import { fps, number } from '../../i18n/numbers.ts'
import { activeTimeline, useDocument } from '../../store/document.ts'
import styles from './Inspector.module.css'

export function InfoPanel({ placed }: { readonly placed: PlacedItem<Clip> }) {
  const { t } = useTranslation()
  const project = useDocument((state) => state.project)
  if (!project) return null
  const { rate } = activeTimeline(project)
  const media = clipMedia(project, placed.item)
  const asset = media.kind === 'asset' ? media.asset : undefined
  const video = asset?.info.video[0]
  const audio = asset?.info.audio[0]
  const facts: [string, string | undefined][] = [
    ['name', placed.item.name],
    ['track', placed.track.name],
    ['start', formatTimecode(placed.start, rate)],
    [
      'length',
      t('inspector.lengthIn', {
        timecode: formatTimecode(placed.item.duration, rate),
        count: placed.item.duration,
      }),
    ],
    [
      'sourceStart',
      `${number(toNumber(mediaTimeAt(placed.item, 0, rate)), { least: 3, most: 3 })} s`,
    ],
    ['media', asset?.name],
    [
      'picture',
      video &&
        `${displaySize(video).width}×${displaySize(video).height} · ${fps(video.rate)} · ${video.codec} · ${video.bitDepth} bit`,
    ],
    [
      'sound',
      audio &&
        `${audio.codec} · ${number(audio.sampleRate / 1000, { most: 3 })} kHz · ${audio.layout ?? audio.channels}`,
    ],
    ['credit', asset?.credit],
  ]
  return (
    <dl className={styles.facts}>
      {facts.map(
        ([name, value]) =>
          value !== undefined && (
            <FactRow key={name} name={t(`inspector.fact.${name}`)} value={value} />
          ),
      )}
    </dl>
  )
}

function FactRow({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  )
}
