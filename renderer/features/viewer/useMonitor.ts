/** Ties a canvas to what it shows: redraws on every change of the document, the playhead and the session. */
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StoreApi } from 'zustand/vanilla'
import type { Asset } from '../../../shared/model/asset.ts'
import type { Shot } from '../../../shared/model/shot.ts'
import { createDrops } from '../../playback/drops.ts'
import { looksOther } from '../../playback/mediaSeen.ts'
import { createPainter } from '../../playback/painter.ts'
import { createPictures } from '../../playback/pictures.ts'
import type { Shortcomings } from '../../playback/prepare.ts'
import type { Scene } from '../../playback/Scene.ts'
import { createSettling, type Settling } from '../../playback/settling.ts'
import { countDropped, resetStats } from '../../playback/stats.ts'
import { useDocument } from '../../store/document.ts'
import { useMedia } from '../../store/media.ts'
import type { PlayheadState } from '../../store/playhead.ts'
import { type Quality, usePreferences } from '../../store/preferences.ts'
import { useSession } from '../../store/session.ts'
import { takesInView, useTakes } from '../../store/takes.ts'

/** After this much quiet the exact picture replaces the quick one. */
const SETTLE_MILLISECONDS = 120

export interface MonitorSource {
  readonly playhead: StoreApi<PlayheadState>
  /** Reads the stores; null while there is nothing to show. */
  readonly scene: () => Omit<Scene, 'isDraft' | 'isPlaying' | 'quality' | 'wipe' | 'ahead'> | null
  /** What is seen a second later at a speed. */
  readonly ahead?: (speed: number) => Scene['ahead']
  readonly wipe: () => number
}

export interface Monitor extends Shortcomings {
  readonly canvas: RefObject<HTMLCanvasElement | null>
}

const NOTHING_SHORT: Shortcomings = { failures: [], standIns: [] }

/** The same object for the same content, so that nothing is drawn again for it. */
const newer = (before: Shortcomings, { failures, standIns }: Shortcomings): Shortcomings => {
  const isSame = same(before.failures, failures) && same(before.standIns, standIns)
  return isSame ? before : { failures, standIns }
}

const same = (before: readonly Asset[], now: readonly Asset[]): boolean =>
  before.length === now.length && before.every(({ id }, index) => id === now[index]?.id)

/** Pixels of the screen for one of the picture, not more than one. */
const shownScale = (canvas: HTMLCanvasElement, { width }: Scene['size']): number => {
  const shown = canvas.clientWidth * window.devicePixelRatio
  return shown > 0 ? Math.min(1, shown / width) : 1
}

/** Half the pixels each way, where half the size is wanted; where quality is left to us, no more than `shown` of them. */
function sized({ width, height }: Scene['size'], quality: Quality, shown: number): Scene['size'] {
  const scale = quality === 'half' ? 1 / 2 : quality === 'automatic' ? shown : 1
  return { width: Math.ceil(width * scale), height: Math.ceil(height * scale) }
}

/** `source` must not change while the component is mounted. */
export function useMonitor(source: MonitorSource): Monitor {
  const { t } = useTranslation()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [short, setShort] = useState(NOTHING_SHORT)

  useEffect(() => {
    const element = canvas.current
    if (!element) return
    const slateText = (shot: Shot): string => {
      const newest = takesInView(useTakes.getState().byShot[shot.id], shot).at(-1)
      return newest ? t('viewer.slateCandidate', { number: newest.number }) : t('viewer.slate')
    }
    const pictures = createPictures()
    const drops = createDrops(countDropped)
    const painter = createPainter({
      canvas: element,
      pictures,
      hasProxy: (mediaKey) => useMedia.getState().byKey[mediaKey]?.proxy === 'ready',
      card: (content, failure) =>
        content.kind === 'slate'
          ? { title: content.shot.name, text: slateText(content.shot) }
          : content.kind === 'card'
            ? { title: content.name, text: '' }
            : {
                title: content.kind === 'media' ? content.asset.name : '',
                text: failure === null ? '' : t('viewer.missing'),
              },
      painted: (scene, shortcomings) => {
        element.dataset.frame = String(scene.frame)
        element.dataset.settled = String(!scene.isDraft)
        drops.painted(scene.frame)
        setShort((before) => newer(before, shortcomings))
        settling.painted(scene)
      },
      drawnNear: ({ frame }) => {
        element.dataset.near = String(frame)
      },
    })

    const speed = (): number => source.playhead.getState().speed
    const settling: Settling<Scene> = createSettling({
      sceneOf(isDraft) {
        const scene = source.scene()
        if (!scene) return null
        const { quality } = usePreferences.getState()
        const size = sized(scene.size, quality, isDraft ? shownScale(element, scene.size) : 1)
        const ahead = speed() === 0 ? null : (source.ahead?.(speed()) ?? null)
        const isPlaying = speed() !== 0
        return { ...scene, size, isDraft, isPlaying, quality, ahead, wipe: source.wipe() }
      },
      show: (scene) => painter.show(scene),
      stands: () => speed() === 0,
      later(work) {
        const timer = setTimeout(work, SETTLE_MILLISECONDS)
        return () => clearTimeout(timer)
      },
    })
    const refresh = settling.changed
    const stops = [
      source.playhead.subscribe((now, before) => {
        if (now.speed !== 0 && before.speed === 0) resetStats()
        drops.moved(before.frame, now.frame, now.speed, performance.now())
        refresh()
      }),
      useDocument.subscribe((now, before) => now.project !== before.project && refresh()),
      useSession.subscribe(
        (now, before) =>
          (now.audition !== before.audition || now.source !== before.source) && refresh(),
      ),
      usePreferences.subscribe((now, before) => now.quality !== before.quality && refresh()),
      useTakes.subscribe(refresh),
      useMedia.subscribe(({ byKey }, before) => {
        const scene = source.scene()
        if (scene && looksOther(scene, byKey, before.byKey)) refresh()
      }),
    ]
    refresh()
    return () => {
      settling.dispose()
      for (const stop of stops) stop()
      painter.dispose()
      pictures.dispose()
    }
  }, [source, t])

  return { canvas, ...short }
}
