/** Who may call: the main frame of our own window, showing our own page. */

/** What Electron says of the sender of a message. */
export interface Sender {
  /** Of the frame that sent it; undefined when the frame is gone already. */
  readonly frameUrl: string | undefined
  readonly isMainFrame: boolean
  readonly webContentsId: number
}

export interface Expected {
  /** Scheme and host, without a path: `keyreel-app://app`. */
  readonly origin: string
  /** Of the windows we opened. */
  readonly webContentsIds: ReadonlySet<number>
}

/** `URL.origin` is "null" for custom schemes in some engines, so scheme and host are compared themselves. */
export function originOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined
  const { protocol, host } = new URL(address)
  return `${protocol}//${host}`
}

export const isTrusted = (sender: Sender, expected: Expected): boolean =>
  sender.isMainFrame &&
  expected.webContentsIds.has(sender.webContentsId) &&
  sender.frameUrl !== undefined &&
  originOf(sender.frameUrl) === originOf(expected.origin)
