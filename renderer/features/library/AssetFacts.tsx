/** What is known of the one asset that is selected. */
import { useTranslation } from 'react-i18next'
import type { Asset } from '../../../shared/model/asset.ts'
import { displaySize } from '../../../shared/model/mediaInfo.ts'
import { frameAt } from '../../../shared/time/frames.ts'
import { toNumber } from '../../../shared/time/rational.ts'
import { formatTimecode } from '../../../shared/time/timecode.ts'
import { inWords } from '../../i18n/inWords.ts'
import { fps, number } from '../../i18n/numbers.ts'
import styles from './Library.module.css'
import { SequenceRate } from './SequenceRate.tsx'

const MEGABYTE = 1024 * 1024

export function AssetFacts({ asset, uses }: { readonly asset: Asset; readonly uses: number }) {
  const { t } = useTranslation()
  const { info, marks } = asset
  const [video] = info.video
  const seconds = `${number(toNumber(info.duration), { least: 2, most: 2 })} s`
  const time = (at: typeof info.duration): string =>
    video
      ? formatTimecode(frameAt(at, video.rate, 'nearest'), video.rate)
      : `${number(toNumber(at), { least: 2, most: 2 })} s`
  const color = video && [video.color.primaries, video.color.transfer, video.color.range]
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['name', asset.name],
    [
      'length',
      info.kind === 'still' ? undefined : video ? `${time(info.duration)} (${seconds})` : seconds,
    ],
    [
      'picture',
      video &&
        [
          `${displaySize(video).width}×${displaySize(video).height}`,
          info.kind === 'still' ? '' : fps(video.rate),
          video.isVariableRate ? t('library.fact.variable') : '',
          video.codec,
          `${video.bitDepth} bit`,
          video.hasAlpha ? t('library.fact.alpha') : '',
          video.rotation === 0 ? '' : `${video.rotation}°`,
        ]
          .filter((part) => part !== '')
          .join(' · '),
    ],
    ['color', color?.filter((part) => part !== undefined).join(' · ') || undefined],
    ...info.audio.map(
      ({ codec, sampleRate, layout, channels }) =>
        [
          'sound',
          `${codec} · ${number(sampleRate / 1000, { most: 3 })} kHz · ${layout ?? channels}`,
        ] as const,
    ),
    ['timecode', info.timecode],
    ['file', `${info.container} · ${number(info.byteSize / MEGABYTE, { most: 1 })} MB`],
    ['marks', marks && `${marks.in ? time(marks.in) : '…'} – ${marks.out ? time(marks.out) : '…'}`],
    ['uses', t('library.uses', { count: uses })],
    ['credit', asset.credit],
    ['warnings', info.warnings.map(inWords).join(' ') || undefined],
  ]
  return (
    <>
      {info.sequence && <SequenceRate asset={asset} />}
      <dl aria-label={t('library.facts')} className={styles.factList}>
        {facts.map(
          ([name, value], order) =>
            value !== undefined && (
              // Sounds have the same name; what is listed never changes its place.
              <div key={`${name}${order}`}>
                <dt>{t(`library.fact.${name}`)}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </>
  )
}
