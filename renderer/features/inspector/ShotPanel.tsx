import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Clip } from '../../../shared/model/clip.ts'
import type { PlacedItem } from '../../../shared/model/select.ts'
import { type Shot, shotModeSchema } from '../../../shared/model/shot.ts'
import { dispatch } from '../../store/document.ts'
import { usePreferences } from '../../store/preferences.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { EditStrength } from './EditStrength.tsx'
import styles from './Inspector.module.css'
import { newShot, shotFromSelection } from './newShot.ts'
import { PinsField } from './PinsField.tsx'
import { PromptField } from './PromptField.tsx'
import { QuoteBox } from './QuoteBox.tsx'
import { problemOf, useQuote } from './quotes.ts'
import { ReframeCanvas } from './ReframeCanvas.tsx'
import { ShotFormat } from './ShotFormat.tsx'

export type RenderTakes = (shot: Shot) => ReactNode

interface ShotPanelProps {
  readonly shot: Shot | null
  readonly placed: PlacedItem<Clip> | null
  /** What the frame shows under the form: features do not know each other. */
  readonly takes: RenderTakes
}

export function ShotPanel({ shot, placed, takes }: ShotPanelProps) {
  return shot ? <ShotForm shot={shot} takes={takes} /> : <NoShot placed={placed} />
}

function NoShot({ placed }: { readonly placed: PlacedItem<Clip> | null }) {
  const { t } = useTranslation()
  const isFootage = placed?.track.kind === 'picture' && placed.item.source.kind === 'asset'
  return (
    <EmptyState
      text={t(isFootage ? 'shot.footage' : 'shot.none')}
      action={
        isFootage ? (
          <div className={styles.pair}>
            <Button onClick={() => shotFromSelection('transform')}>
              {t('shot.transformClip')}
            </Button>
            <Button onClick={() => shotFromSelection('reframe')}>{t('shot.reframeClip')}</Button>
          </div>
        ) : (
          <div className={styles.pair}>
            <Button onClick={() => newShot('text')}>{t('shot.fromText')}</Button>
            <Button onClick={() => newShot('pins')}>{t('shot.fromPins')}</Button>
          </div>
        )
      }
    />
  )
}

function ShotForm({ shot, takes }: { readonly shot: Shot; readonly takes: RenderTakes }) {
  const { t } = useTranslation()
  const engine = usePreferences((state) => state.engine)
  const { answer, asked, failure, again } = useQuote(shot, engine)
  const isFromSource = shot.mode === 'transform' || shot.mode === 'reframe'
  return (
    <div className={styles.shot}>
      <div className={styles.shotScroll}>
        <div className={styles.shotForm} data-part="form">
          <Segmented
            label={t('shot.mode')}
            value={shot.mode}
            options={shotModeSchema.options.map((value) => ({
              value,
              label: t(`shot.modes.${value}`),
              // What a shot is made from decides its length, and with it every clip on it.
              disabledReason:
                (value === 'transform' || value === 'reframe') === isFromSource
                  ? undefined
                  : t(isFromSource ? 'shot.modeNeedsNoSource' : 'shot.modeNeedsSource'),
            }))}
            onChange={(mode) => dispatch('shot.update', { shotId: shot.id, patch: { mode } })}
          />
          {/* Where the source lies is what a reframe is about; words only fill the rest. */}
          {shot.mode === 'reframe' && <ReframeCanvas shot={shot} />}
          <PromptField shot={shot} asked={asked} problem={problemOf(answer, 'positivePrompt')} />
          <ShotFormat shot={shot} answer={answer} />
          {shot.mode === 'transform' && <EditStrength shot={shot} />}
          {(shot.mode === 'pins' || shot.mode === 'transform') && (
            <PinsField shot={shot} problem={problemOf(answer, 'inputs.frameImages')} />
          )}
        </div>
        <div className={styles.shotTakes}>{takes(shot)}</div>
      </div>
      <QuoteBox shot={shot} engine={engine} answer={answer} failure={failure} onAskAgain={again} />
    </div>
  )
}
