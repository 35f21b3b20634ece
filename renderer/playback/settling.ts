/**
 * The quick picture first. The exact one is asked for when the quick one of the newest state has been seen for a while:
 * asked for any sooner, it would take the decoders away from a quick one that is still on its way.
 */

export interface SettlingPorts<S> {
  /** What is to be seen now; null: nothing. */
  readonly sceneOf: (isDraft: boolean) => S | null
  readonly show: (scene: S) => void
  /** Whether time stands still: what plays is always quick. */
  readonly stands: () => boolean
  /** Runs work after some quiet; answers the function that prevents it. */
  readonly later: (work: () => void) => () => void
}

export interface Settling<S> {
  /** Something that is seen is other than before. */
  changed(): void
  /** A scene is seen. */
  painted(scene: S): void
  dispose(): void
}

export function createSettling<S extends { readonly isDraft: boolean }>(
  ports: SettlingPorts<S>,
): Settling<S> {
  let newest: S | null = null
  let prevent = (): void => undefined

  const ask = (isDraft: boolean): void => {
    newest = ports.sceneOf(isDraft)
    if (newest) ports.show(newest)
  }
  return {
    changed() {
      prevent()
      ask(true)
    },
    painted(scene) {
      if (scene !== newest || !scene.isDraft || !ports.stands()) return
      prevent()
      prevent = ports.later(() => ask(false))
    },
    dispose: () => prevent(),
  }
}
