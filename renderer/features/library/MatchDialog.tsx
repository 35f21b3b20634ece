/** Asks once, when a project gets its first footage: shall the timeline have its rate and size? */
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimelineFormat } from '../../../shared/model/newTimeline.ts'
import { fps } from '../../i18n/numbers.ts'
import { useAttempt } from '../../store/attempt.ts'
import { setPreference } from '../../store/preferences.ts'
import { useSession } from '../../store/session.ts'
import { Button } from '../../ui/Button.tsx'
import { Check } from '../../ui/Check.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import styles from './Library.module.css'
import { matchFootage } from './matchFootage.ts'

const format = ({ width, height, rate }: TimelineFormat): string =>
  `${width}×${height}, ${fps(rate)}`

export function MatchDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const id = useId()
  const offer = useSession((state) => state.footageOffer)
  const [isForAll, setIsForAll] = useState(false)
  const { problem, attempt } = useAttempt(onClose)
  if (!offer) return null
  const remember = (choice: 'match' | 'keep'): void => {
    if (isForAll) void setPreference('firstFootage', choice)
  }
  return (
    <Dialog
      title={t('library.match.title')}
      isOpen
      width={440}
      onClose={onClose}
      footer={
        <>
          <Button
            onClick={() => {
              remember('keep')
              onClose()
            }}
          >
            {t('library.match.keep')}
          </Button>
          <Button look="primary" type="submit" form={id}>
            {t('library.match.submit')}
          </Button>
        </>
      }
    >
      <form
        id={id}
        className={styles.match}
        onSubmit={(event) => {
          event.preventDefault()
          attempt(() => {
            remember('match')
            return matchFootage(offer)
          })
        }}
      >
        <dl className={styles.formats}>
          <dt>{t('library.match.footage', { name: offer.asset.name })}</dt>
          <dd>{format(offer.format)}</dd>
          <dt>{t('library.match.timeline', { name: offer.timeline.name })}</dt>
          <dd>{format(offer.timeline)}</dd>
        </dl>
        <p>{t('library.match.why')}</p>
        <Check isOn={isForAll} onChange={setIsForAll}>
          {t('library.match.forAll')}
        </Check>
        {problem !== null && <p role="alert">{problem}</p>}
      </form>
    </Dialog>
  )
}
