/** The monitor, with its transport, on the whole screen. Esc, or asking again, brings the window back. */

const host: { element: HTMLElement | null } = { element: null }

/** The monitor that is shown now; null when it goes away. */
export const hostFullScreen = (element: HTMLElement | null): void => {
  host.element = element
}

export async function toggleFullScreen(): Promise<void> {
  if (document.fullscreenElement) await document.exitFullscreen()
  else await host.element?.requestFullscreen()
}
