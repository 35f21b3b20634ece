import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDocument } from '../../store/document.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { InfoPanel } from './InfoPanel.tsx'
import { type RenderTakes, ShotPanel } from './ShotPanel.tsx'
import { SoundPanel } from './SoundPanel.tsx'
import { shotBehind, useSelectedClip } from './selected.ts'
import { TransformPanel } from './TransformPanel.tsx'

export function Inspector({ takes }: { readonly takes: RenderTakes }) {
  const { t } = useTranslation()
  const project = useDocument((state) => state.project)
  const placed = useSelectedClip()
  const [tab, setTab] = useState<'shot' | 'transform' | 'sound' | 'info'>('shot')
  const shot = project ? shotBehind(project, placed) : null
  const isPicture = placed?.track.kind === 'picture'
  const nothing = <EmptyState text={t('inspector.nothing')} />
  return (
    <Tabs
      label={t('inspector.tabs')}
      value={tab}
      onChange={(value) => setTab(value as typeof tab)}
      tabs={[
        {
          value: 'shot',
          label: t('inspector.shot'),
          body: <ShotPanel key={shot?.id} shot={shot} placed={placed} takes={takes} />,
        },
        {
          value: 'transform',
          label: t('inspector.transform'),
          body: placed && isPicture ? <TransformPanel placed={placed} /> : nothing,
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
