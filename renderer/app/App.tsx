import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { ACTIONS, type ActionId } from '../../shared/actions/catalogue.ts'
import { enlarge, on } from '../bridge/keyreel.ts'
import { StatusBar } from '../features/status/StatusBar.tsx'
import { setLanguage } from '../i18n/i18n.ts'
import { followDocument, useDocument } from '../store/document.ts'
import { followElsewhere } from '../store/elsewhere.ts'
import { followJobs } from '../store/jobs.ts'
import { followMedia, watchMedia } from '../store/media.ts'
import { followModel } from '../store/model.ts'
import { usePreferences } from '../store/preferences.ts'
import { followTakes } from '../store/takes.ts'
import { followView } from '../store/views.ts'
import { followWanted } from '../store/wanted.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import styles from './App.module.css'
import { Dialogs } from './Dialogs.tsx'
import { openLast, useOpening } from './openLast.ts'
import { runAction } from './runAction.ts'
import { TitleBar } from './TitleBar.tsx'
import { useKeys } from './useKeys.ts'
import { Workspace } from './Workspace.tsx'

export function App() {
  const { t, i18n } = useTranslation()
  // Not the document itself: every step of a drag is another one, and all the window would be drawn for it.
  const isOpen = useDocument((state) => state.project !== null)
  const assets = useDocument((state) => state.project?.assets)
  const takes = useDocument((state) => state.project?.takes)
  const uiScale = usePreferences((state) => state.uiScale)
  const language = usePreferences((state) => state.language)
  const failure = useOpening((state) => state.failure)
  useKeys()

  useEffect(() => {
    const stops = [
      followJobs(),
      followMedia(),
      followTakes(),
      followDocument(),
      followModel(),
      followElsewhere(),
      followWanted(),
      followView(),
      on('menu:action', ({ action }) => {
        if (action in ACTIONS) runAction(action as ActionId)
      }),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [])

  useEffect(() => {
    const media = [
      ...(assets?.values() ?? []),
      ...(takes?.values() ?? []).map((take) => take.asset),
    ]
    void watchMedia(media.map((asset) => asset.mediaKey))
  }, [assets, takes])

  useEffect(() => {
    enlarge(uiScale)
  }, [uiScale])

  useEffect(() => {
    void setLanguage(language)
  }, [language])

  if (!isOpen) {
    return (
      <div className={styles.loading}>
        <EmptyState
          text={failure ?? t('app.opening')}
          action={
            failure === null ? undefined : (
              <Button onClick={() => void openLast()}>{t('app.tryAgain')}</Button>
            )
          }
        />
      </div>
    )
  }
  return (
    // Anew in another language: much of what is shown is no component's own text, but worded from numbers and names.
    <div key={i18n.language} className={styles.app}>
      <TitleBar />
      <Workspace />
      <StatusBar />
      <Dialogs />
    </div>
  )
}
