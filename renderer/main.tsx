import '@fontsource-variable/inter'
import '@fontsource-variable/jetbrains-mono'
import './ui/tokens.css'
import './ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { openLast } from './app/openLast.ts'
import { enlarge } from './bridge/keyreel.ts'
import { setLanguage } from './i18n/i18n.ts'
import { loadPreferences } from './store/preferences.ts'
import { useSession } from './store/session.ts'

async function start(): Promise<void> {
  // Not waited for: making the sample on the very first start takes a while, and the window says so.
  void openLast()
  const preferences = await loadPreferences()
  // All that shapes the first picture is set before it is made: made twice it would take twice as long.
  await setLanguage(preferences.language)
  useSession.setState({ workspace: preferences.workspace })
  enlarge(preferences.uiScale)
  const root = document.getElementById('root')
  if (!root) throw new Error('index.html has no #root')
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}

void start()
