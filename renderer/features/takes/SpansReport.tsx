import { useTranslation } from 'react-i18next'
import { PIN_RATE } from '../../../shared/model/shotLength.ts'
import { staleSpans } from '../../../shared/model/staleSpans.ts'
import type { Take, TakeJoint } from '../../../shared/model/take.ts'
import { toNumber } from '../../../shared/time/rational.ts'
import { inDollars } from '../../i18n/numbers.ts'
import { Badge } from '../../ui/Badge.tsx'
import { SpanButton } from './SpanButton.tsx'
import styles from './Takes.module.css'

const RATE = toNumber(PIN_RATE)

/** The greatest difference of red, green and blue, in levels of 0..255. */
const worst = ({ colour }: TakeJoint['before']): number => Math.max(...colour.map(Math.abs))

/** The parts of a long take: each can be made again by itself; and how well they meet. */
export function SpansReport({ take }: { readonly take: Take }) {
  const { t } = useTranslation()
  const { spans, joints = [] } = take
  if (!spans) return null
  const stale = staleSpans(spans)
  return (
    <>
      <h4 className={styles.spansTitle}>{t('takes.spans')}</h4>
      <ol className={styles.spans} aria-label={t('takes.spans')}>
        {spans.map((span, index) => {
          const number = index + 1
          const from = span.start / RATE
          return (
            <li key={span.start} className={styles.span}>
              <span>
                {t('takes.span', { number, from, to: from + span.frames / RATE })}
                {take.engine === 'runware' && ` · ${inDollars(span.cost)}`}
              </span>
              {stale.includes(index) && (
                <Badge tone="warning" title={t('takes.spanStaleWhy')}>
                  {t('takes.stale')}
                </Badge>
              )}
              <SpanButton
                choice={{ kind: 'redo', takeId: take.id, spans: [index] }}
                label={t('takes.redoSpan', { number })}
              />
            </li>
          )
        })}
      </ol>
      {stale.length > 0 && (
        <SpanButton
          choice={{ kind: 'redo', takeId: take.id, spans: [...stale] }}
          label={t('takes.redoStale', { count: stale.length })}
        />
      )}
      <h4 className={styles.spansTitle}>{t('takes.joints')}</h4>
      <ol className={styles.spans} aria-label={t('takes.joints')}>
        {joints.map(({ at, dissolve, shift, before, after }) => (
          <li key={at}>
            {[
              t('takes.jointAt', { at: at / RATE }),
              dissolve > 0 ? t('takes.dissolved', { count: dissolve }) : t('takes.cut'),
              shift === 0 ? t('takes.aligned') : t('takes.shifted', { count: Math.abs(shift) }),
              t('takes.likeness', { psnr: after.psnr, before: before.psnr, ssim: after.ssim }),
              t('takes.colours', { levels: worst(after), before: worst(before) }),
            ].join(' · ')}
          </li>
        ))}
      </ol>
    </>
  )
}
