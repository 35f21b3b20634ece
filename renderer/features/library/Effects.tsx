/** Transitions and effects, to be dragged onto the timeline or given to what is selected there. */
import { Blend, Sparkles } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ActionId } from '../../../shared/actions/catalogue.ts'
import { EFFECT_KINDS } from '../../../shared/model/effect.ts'
import { TRANSITION_KINDS } from '../../../shared/model/transition.ts'
import { useDocument } from '../../store/document.ts'
import { effectType, transitionType } from '../../store/dragTypes.ts'
import { useSession } from '../../store/session.ts'
import styles from './Library.module.css'

/** What the frame of the application can do for a panel. */
export interface Actions {
  readonly run: (action: ActionId) => void
  readonly isEnabled: (action: ActionId) => boolean
}

interface Entry {
  readonly action: ActionId
  readonly name: string
  readonly type: string
}

export function Effects(actions: Actions) {
  const { t } = useTranslation()
  const transitions = TRANSITION_KINDS.map((kind) => ({
    action: `transition.${kind}` as const,
    name: t(`transition.kind.${kind}`),
    type: transitionType(kind),
  }))
  const effects = EFFECT_KINDS.map((kind) => ({
    action: `effect.${kind}` as const,
    name: t(`effect.kind.${kind}`),
    type: effectType(kind),
  }))
  return (
    <div className={styles.rows}>
      <Section title={t('library.transitions')} entries={transitions} {...actions} />
      <Section title={t('library.effects')} entries={effects} {...actions} />
      <p className={styles.note}>{t('library.effectsHint')}</p>
    </div>
  )
}

interface SectionProps extends Actions {
  readonly title: string
  readonly entries: readonly Entry[]
}

function Section({ title, entries, run, isEnabled }: SectionProps) {
  const { t } = useTranslation()
  // What can be given to the selection changes with it and with the document.
  useSession((state) => state.clips)
  useSession((state) => state.edges)
  useDocument((state) => state.project)
  return (
    <section aria-label={title}>
      <h2 className={styles.heading}>{title}</h2>
      <ul className={styles.bins}>
        {entries.map(({ action, name, type }) => (
          <li key={action}>
            <button
              type="button"
              className={styles.effect}
              draggable
              title={t('library.effectUse', { name })}
              onDragStart={(event) => {
                event.dataTransfer.setData(type, name)
                event.dataTransfer.effectAllowed = 'copy'
              }}
              onDoubleClick={() => run(action)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || !isEnabled(action)) return
                event.preventDefault()
                run(action)
              }}
            >
              {action.startsWith('transition') ? (
                <Blend size={14} strokeWidth={1.5} aria-hidden="true" />
              ) : (
                <Sparkles size={14} strokeWidth={1.5} aria-hidden="true" />
              )}
              {name}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
