/** Tells the main process what the window works with now, so that derived files are made in that order. */
import { clipMedia } from '../../shared/model/clipMedia.ts'
import { distinctSources } from '../../shared/model/distinctSources.ts'
import type { Project } from '../../shared/model/project.ts'
import { placedItems, tracksOf } from '../../shared/model/select.ts'
import { call } from '../bridge/keyreel.ts'
import { activeTimeline, useDocument } from './document.ts'
import { playhead, sourcePlayhead } from './playhead.ts'
import { useSession } from './session.ts'

/** Several cards come into view in one turn; they are told of together. */
const TOGETHER_MS = 200

const visible = new Map<Element, string>()
let told = ''
let due: ReturnType<typeof setTimeout> | undefined

/** Keys of all media that the open timeline shows or plays. */
export function keysOnTimeline(project: Project): string[] {
  const items = tracksOf(project, activeTimeline(project)).flatMap((track) =>
    placedItems(project, track).map(({ item }) => item),
  )
  const keys = distinctSources(items).flatMap(({ source }) => {
    const media = clipMedia(project, { source })
    return media.kind === 'asset' ? [media.asset.mediaKey] : []
  })
  return [...new Set(keys)]
}

function tell(): void {
  due = undefined
  const { project } = useDocument.getState()
  if (!project) return
  const opened = useSession.getState().source
  const source = opened === null ? undefined : project.assets.get(opened)
  const seen = new Set([...visible.values(), ...(source ? [source.mediaKey] : [])])
  const wanted = { timeline: keysOnTimeline(project), visible: [...seen] }
  const text = JSON.stringify(wanted)
  if (text === told) return
  told = text
  void call('media:wanted', wanted)
}

function tellSoon(): void {
  due ??= setTimeout(tell, TOGETHER_MS)
}

/** A card of a medium that counts as seen while it is in view; answers the function that stops watching it. */
export function watchSeen(card: Element, mediaKey: string): () => void {
  const observer = new IntersectionObserver((entries) => {
    if (entries.at(-1)?.isIntersecting) visible.set(card, mediaKey)
    else visible.delete(card)
    tellSoon()
  })
  observer.observe(card)
  return () => {
    observer.disconnect()
    visible.delete(card)
    tellSoon()
  }
}

/** Starts telling; answers the function that stops. */
export function followWanted(): () => void {
  let isPlaying = false
  const tellPlaying = (): void => {
    const now = [playhead, sourcePlayhead].some((store) => store.getState().speed !== 0)
    if (now === isPlaying) return
    isPlaying = now
    void call('app:playing', { isPlaying })
  }
  const stops = [
    playhead.subscribe(tellPlaying),
    sourcePlayhead.subscribe(tellPlaying),
    useSession.subscribe((state, before) => {
      if (state.source !== before.source) tellSoon()
    }),
    useDocument.subscribe((state, before) => {
      const [now, then] = [state.project, before.project]
      const same =
        now?.items === then?.items && now?.assets === then?.assets && now?.shots === then?.shots
      if (!same || now?.settings !== then?.settings) tellSoon()
    }),
  ]
  tellSoon()
  return () => {
    for (const stop of stops) stop()
    clearTimeout(due)
    due = undefined
  }
}
