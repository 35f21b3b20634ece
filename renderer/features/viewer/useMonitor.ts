/** Ties a canvas to what it shows: redraws on every change of the document, the playhead and the session. */
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StoreApi } from 'zustand/vanilla'
import type { Asset } from '../../../shared/model/asset.ts'
import type { Shot } from '../../../shared/model/shot.ts'
import { createDrops } from '../../playback/drops.ts'
import { createPainter } from '../../playback/painter.ts'
import { createPictures } from '../../playback/pictures.ts'
import type { Shortcomings } from '../../playback/prepare.ts'
import type { Scene } from '../../playback/Scene.ts'
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

/** Half the pixels each way, where half the size is wanted. */
const sized = ({ width, height }: Scene['size'], quality: Quality): Scene['size'] =>
  quality === 'half'
    ? { width: Math.ceil(width / 2), height: Math.ceil(height / 2) }
    : { width, height }

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
      },
      drawnNear: ({ frame }) => {
        element.dataset.near = String(frame)
      },
    })

    let settling: ReturnType<typeof setTimeout> | undefined
    const paint = (isDraft: boolean): void => {
      const scene = source.scene()
      const { speed } = source.playhead.getState()
      const ahead = speed === 0 ? null : (source.ahead?.(speed) ?? null)
      if (!scene) return
      const { quality } = usePreferences.getState()
      const size = sized(scene.size, quality)
      const isPlaying = speed !== 0
      painter.show({ ...scene, size, isDraft, isPlaying, quality, ahead, wipe: source.wipe() })
    }
    const refresh = (): void => {
      clearTimeout(settling)
      paint(true)
      if (source.playhead.getState().speed !== 0) return
      settling = setTimeout(() => paint(false), SETTLE_MILLISECONDS)
    }
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
      useMedia.subscribe(refresh),
    ]
    refresh()
    return () => {
      clearTimeout(settling)
      for (const stop of stops) stop()
      painter.dispose()
      pictures.dispose()
    }
  }, [source, t])

  return { canvas, ...short }
}
