import { useTranslation } from 'react-i18next'
import type { ActionId } from '../../../shared/actions/catalogue.ts'
import { useDocument } from '../../store/document.ts'
import { type InspectorTab, useSession } from '../../store/session.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { ContentPanel, isMade } from './ContentPanel.tsx'
import { EffectsPanel } from './EffectsPanel.tsx'
import { InfoPanel } from './InfoPanel.tsx'
import { type RenderTakes, ShotPanel } from './ShotPanel.tsx'
import { SoundPanel } from './SoundPanel.tsx'
import { shotBehind, useSelectedClip } from './selected.ts'
import { TransformPanel } from './TransformPanel.tsx'
import { TransitionPanel } from './TransitionPanel.tsx'

interface InspectorProps {
  readonly takes: RenderTakes
  readonly run: (action: ActionId) => void
}

export function Inspector({ takes, run }: InspectorProps) {
  const { t } = useTranslation()
  const project = useDocument((state) => state.project)
  const placed = useSelectedClip()
  const tab = useSession((state) => state.inspectorTab)
  const transitions = useSession((state) => state.transitions)
  const [transition] = transitions.flatMap((id) => project?.transitions.get(id) ?? [])
  const shot = project ? shotBehind(project, placed) : null
  const isPicture = placed?.track.kind === 'picture'
  const nothing = <EmptyState text={t('inspector.nothing')} />
  if (transition) {
    const body = <TransitionPanel key={transition.id} transition={transition} />
    const only = { value: 'transition', label: t('transition.title'), body }
    return (
      <Tabs
        label={t('inspector.tabs')}
        value="transition"
        onChange={() => undefined}
        tabs={[only]}
      />
    )
  }
  const made = placed && isMade(placed) ? placed : null
  const kind = made?.item.source.kind
  return (
    <Tabs
      label={t('inspector.tabs')}
      value={tab}
      onChange={(value) => useSession.setState({ inspectorTab: value as InspectorTab })}
      tabs={[
        {
          value: 'content',
          label: kind === undefined ? t('inspector.shot') : t(`generator.${kind}`),
          body: made ? (
            <ContentPanel placed={made} run={run} />
          ) : (
            <ShotPanel key={shot?.id} shot={shot} placed={placed} takes={takes} />
          ),
        },
        {
          value: 'transform',
          label: t('inspector.transform'),
          body: placed && isPicture ? <TransformPanel placed={placed} /> : nothing,
        },
        {
          value: 'effects',
          label: t('inspector.effects'),
          body:
            placed && isPicture ? (
              <EffectsPanel placed={placed} />
            ) : (
              <EmptyState text={t('inspector.pictureOnly')} />
            ),
        },
        {
          value: 'sound',
          label: t('inspector.sound'),
          body: placed ? <SoundPanel placed={placed} /> : nothing,
        },
        {
          value: 'info',
          label: t('inspector.info'),
          body: placed ? <InfoPanel placed={placed} /> : nothing,
        },
      ]}
    />
  )
}
