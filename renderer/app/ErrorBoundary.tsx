import { Component, type ReactNode } from 'react'
import { call } from '../bridge/keyreel.ts'
import { i18n } from '../i18n/i18n.ts'
import { errorInWords } from '../i18n/inWords.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'

interface ErrorBoundaryProps {
  /** The panel's name as people know it. */
  readonly name: string
  readonly children: ReactNode
}

/** Keeps a panel's fault inside the panel: the rest of the window and the work go on. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { error: Error | null }> {
  override state: { error: Error | null } = { error: null }

  static getDerivedStateFromError(error: Error): { error: Error } {
    return { error }
  }

  override componentDidCatch(error: Error, info: { componentStack?: string | null }): void {
    const detail = `${error.stack ?? ''}\n${info.componentStack ?? ''}`
    void call('app:log', {
      level: 'error',
      message: `${this.props.name}: ${error.message}`,
      detail,
    })
  }

  override render(): ReactNode {
    const { error } = this.state
    if (!error) return this.props.children
    return (
      <div role="alert">
        <EmptyState
          text={i18n.t('app.panelFailed', { name: this.props.name, message: errorInWords(error) })}
          action={
            <div>
              <Button onClick={() => this.setState({ error: null })}>
                {i18n.t('app.tryAgain')}
              </Button>{' '}
              <Button
                onClick={() => void call('app:copyText', { text: error.stack ?? error.message })}
              >
                {i18n.t('app.copyDetails')}
              </Button>
            </div>
          }
        />
      </div>
    )
  }
}
