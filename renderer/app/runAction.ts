import type { ActionId } from '../../shared/actions/catalogue.ts'
import { call } from '../bridge/keyreel.ts'
import { errorInWords } from '../i18n/inWords.ts'
import { underway, useDocument } from '../store/document.ts'
import { actions } from './actions.ts'

export const isEnabled = (id: ActionId): boolean => actions[id].enabled?.() ?? true

/**
 * Runs an action where it is allowed; a fault inside it is logged, never lost. What follows an undo at once waits until
 * that is done, except for playing, which is of the moment and leaves the document alone.
 */
export function runAction(id: ActionId): void {
  const before = id.startsWith('play.') ? null : underway()
  if (before) {
    const go = (): void => runAction(id)
    void before.then(go, go)
    return
  }
  if (!isEnabled(id)) return
  void (async () => {
    try {
      await actions[id].run()
    } catch (error) {
      const [message, detail] =
        error instanceof Error ? [error.message, error.stack] : [String(error), undefined]
      useDocument.setState({ refusal: errorInWords(error) })
      await call('app:log', {
        level: 'error',
        message: `${id}: ${message}`,
        ...(detail && { detail }),
      })
    }
  })()
}
