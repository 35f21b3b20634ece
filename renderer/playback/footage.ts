/** One frame of one medium on a small canvas, beside the monitors: decoded as theirs are, and kept in the same cache. */
import type { Asset } from '../../shared/model/asset.ts'
import { isShownConverted } from '../../shared/model/mediaInfo.ts'
import type { Rational } from '../../shared/time/rational.ts'
import { copiesOf } from './copies.ts'
import type { Bitmap } from './effects/effects.ts'
import type { MediaCopy } from './MediaCopy.ts'
import { createPictures } from './pictures.ts'
import { createShowing } from './showing.ts'

export interface Footage {
  /** What was asked for last is what comes. */
  show(asset: Asset, time: Rational): void
  dispose(): void
}

interface Moment {
  readonly isPlaying: false
  readonly asset: Asset
  readonly time: Rational
}

/** A moment of quiet before something near the place stands in. */
const A_MOMENT = 80

export interface FootagePorts {
  readonly canvas: HTMLCanvasElement
  /** Whether a proxy can be read for a medium now. */
  readonly hasProxy: (mediaKey: string) => boolean
  /** Neither copy can be decoded here; the canvas stays as it is. */
  readonly failed: (asset: Asset) => void
}

export function createFootage({ canvas, hasProxy, failed }: FootagePorts): Footage {
  const pictures = createPictures()
  const copies = ({ info, mediaKey }: Asset): MediaCopy[] =>
    copiesOf(
      { hasProxy: hasProxy(mediaKey), isShownConverted: isShownConverted(info) },
      'proxy',
      true,
    )

  const showing = createShowing<Moment, Bitmap>({
    now({ asset, time }) {
      for (const copy of copies(asset)) {
        const found = pictures.now(asset, time, copy)
        if (found) return found
      }
      return null
    },
    near({ asset, time }) {
      const found = pictures.near(asset, time)
      return found && { ready: found, misses: found.misses }
    },
    async prepare({ asset, time }, waiting) {
      pictures.begin()
      const [first = 'original', ...others] = copies(asset)
      const from = (copy: MediaCopy): Promise<Bitmap | null> =>
        pictures.at(asset, time, copy, waiting)
      try {
        return await others.reduce((before, copy) => before.catch(() => from(copy)), from(first))
      } catch {
        // Why is told by the monitor, which shows the same file.
        if (!waiting.gone.aborted) failed(asset)
        return null
      }
    },
    draw({ asset, time }, { image, width, height }, how) {
      canvas.width = Math.min(width, LARGEST)
      canvas.height = Math.round((canvas.width * height) / width)
      canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
      canvas.dataset.shows = `${asset.id} ${time.num}/${time.den} ${how}`
    },
    drawn: () => undefined,
    isGivenUp: (scene, newer) => scene.asset !== newer.asset || scene.time !== newer.time,
    isFar: () => true,
    later(work) {
      const timer = setTimeout(work, A_MOMENT)
      return () => clearTimeout(timer)
    },
  })
  return {
    show: (asset, time) => showing.show({ isPlaying: false, asset, time }),
    dispose() {
      showing.dispose()
      pictures.dispose()
    },
  }
}

/** Pixels; it is drawn some hundred wide. */
const LARGEST = 960
