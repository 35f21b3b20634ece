import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mediaUrl } from '../../../shared/ipc/api.ts'
import { isStale } from '../../../shared/model/recipe.ts'
import type { Shot } from '../../../shared/model/shot.ts'
import type { Take } from '../../../shared/model/take.ts'
import { call } from '../../bridge/keyreel.ts'
import { inWords } from '../../i18n/inWords.ts'
import { inDollars } from '../../i18n/numbers.ts'
import { dispatch, useDocument } from '../../store/document.ts'
import { useMedia } from '../../store/media.ts'
import { useSession } from '../../store/session.ts'
import { watchSeen } from '../../store/wanted.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { MenuButton } from '../../ui/MenuButton.tsx'
import { SpansReport } from './SpansReport.tsx'
import { takeStanding } from './standing.ts'
import styles from './Takes.module.css'
import { takeMenu } from './takeMenu.ts'

interface TakeRowProps {
  readonly shot: Shot
  readonly take: Take
  readonly isChosen: boolean
  readonly canChoose: boolean
  readonly onChoose: () => void
}

/** The request and the response, or those of each span: what really travelled. */
const documentsOf = ({ spans, request, response }: Take): unknown =>
  spans?.map((span) => ({ request: span.request, response: span.response })) ?? {
    request,
    response,
  }

const secondsBetween = (from: string, to: string): number =>
  Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000))

export function TakeRow({ shot, take, isChosen, canChoose, onChoose }: TakeRowProps) {
  const { t } = useTranslation()
  const project = useDocument((state) => state.project)
  const isReady = useMedia((state) => state.byKey[take.asset.mediaKey]?.poster === 'ready')
  const audition = useSession((state) => state.audition)
  const [isOpen, setIsOpen] = useState(false)
  const isInCut = shot.takeId === take.id
  const standing = takeStanding(take, project?.takes.get(shot.takeId ?? ''))
  const isAuditioned =
    audition?.shotId === shot.id && audition.takeIds.length === 1 && audition.takeIds[0] === take.id
  const isOld = project !== null && isStale(project, take)
  const name = t('takes.name', { number: take.number })

  const accept = (): void => {
    if (dispatch('take.accept', { shotId: shot.id, take })) useSession.setState({ audition: null })
  }
  const copyDocuments = (): void => {
    void call('app:copyText', { text: JSON.stringify(documentsOf(take), null, 2) })
  }
  return (
    <li
      ref={(row) => (row ? watchSeen(row, take.asset.mediaKey) : undefined)}
      className={styles.take}
      data-current={isInCut || isAuditioned}
      aria-label={name}
    >
      {isReady ? (
        <img className={styles.poster} src={mediaUrl('poster', take.asset.mediaKey)} alt="" />
      ) : (
        <div className={styles.poster} />
      )}
      <div>
        <div className={styles.title}>
          <span>{name}</span>
          <Badge tone={standing === 'candidate' ? 'accent' : 'normal'}>
            {t(`takes.${standing}`)}
          </Badge>
          {isOld && (
            <Badge tone="warning" title={t('takes.staleWhy')}>
              {t('takes.stale')}
            </Badge>
          )}
          <span className={styles.more}>
            <MenuButton
              label={t('takes.moreFor', { number: take.number })}
              items={takeMenu(shot, take, copyDocuments)}
            >
              <Ellipsis size={16} strokeWidth={1.5} aria-hidden="true" />
            </MenuButton>
          </span>
        </div>
        <div className={styles.facts}>
          {[
            // Some engines have one method, of their own name.
            ...new Set([t(`takes.engine.${take.engine}`), inWords(take.method)]),
            take.cost === 0 && take.engine === 'local' ? t('quote.free') : inDollars(take.cost),
            t('takes.seconds', { count: secondsBetween(take.submittedAt, take.finishedAt) }),
          ].join(' · ')}
        </div>
      </div>
      <div className={styles.actions}>
        <Button
          look="quiet"
          aria-pressed={isAuditioned}
          aria-label={t('takes.auditionTake', { number: take.number })}
          onClick={() =>
            useSession.setState({
              audition: isAuditioned ? null : { shotId: shot.id, takeIds: [take.id], mode: 'one' },
            })
          }
        >
          {t(isAuditioned ? 'takes.stopAudition' : 'takes.audition')}
        </Button>
        {!isInCut && (
          <Button aria-label={t('takes.acceptTake', { number: take.number })} onClick={accept}>
            {t('takes.accept')}
          </Button>
        )}
        {canChoose && (
          <Button
            look="quiet"
            aria-pressed={isChosen}
            aria-label={t('takes.chooseTake', { number: take.number })}
            onClick={onChoose}
          >
            {t(isChosen ? 'takes.chosen' : 'takes.choose')}
          </Button>
        )}
        <Button look="quiet" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {t('takes.details')}
        </Button>
      </div>
      {isOpen && (
        <div className={styles.notes}>
          {take.notes.map(inWords).map((note) => (
            <p key={note}>{note}</p>
          ))}
          <SpansReport take={take} />
        </div>
      )}
    </li>
  )
}
