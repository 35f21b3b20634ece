/**
 * Counts what the window holds open at the boundary of the Web APIs: decoders, pictures, sound, addresses. Constructors and
 * methods are wrapped before the page's first line runs, and before a worker's first message comes; what was closed or handed
 * away no longer counts, what came from a worker does.
 */
import type { Page } from 'playwright-core'

export interface OpenThings {
  readonly videoDecoders: number
  readonly audioDecoders: number
  /** Decoded pictures that are open: VideoFrames and ImageBitmaps. */
  readonly pictures: number
  /** Bytes that they hold. */
  readonly pictureBytes: number
  /** Decoded sound that is open. */
  readonly soundPieces: number
  /** Nodes that are connected to something. */
  readonly soundNodes: number
  readonly soundCards: number
  readonly objectUrls: number
  /** Contexts of WebGL that were not given back. */
  readonly graphics: number
}

declare global {
  interface Window {
    openThings: () => OpenThings
  }
}

/** Runs in the page and in its workers: it may name nothing outside itself. */
function install(): void {
  const scope = globalThis as unknown as Window & typeof globalThis
  const videoDecoders = new Set<VideoDecoder>()
  const audioDecoders = new Set<AudioDecoder>()
  const frames = new Set<VideoFrame>()
  const bitmaps = new Set<ImageBitmap>()
  const sounds = new Set<AudioData>()
  const cards = new Set<AudioContext>()
  const nodes = new Set<AudioNode>()
  const urls = new Set<string>()
  const graphics = new Set<WebGL2RenderingContext>()

  /** Forgets what was closed; asked often enough that the sets stay as small as what they count. */
  const keep = <T>(things: Set<T>, isOpen: (thing: T) => boolean): T[] => {
    for (const thing of things) if (!isOpen(thing)) things.delete(thing)
    return [...things]
  }
  const openFrames = (): VideoFrame[] => keep(frames, ({ format }) => format !== null)
  const openBitmaps = (): ImageBitmap[] => keep(bitmaps, ({ width }) => width > 0)
  const openSounds = (): AudioData[] => keep(sounds, ({ format }) => format !== null)
  const added = <T>(things: Set<T>, thing: T): T => {
    things.add(thing)
    if (things.size % 500 === 0) {
      openFrames()
      openBitmaps()
      openSounds()
    }
    return thing
  }

  const constructed = <C extends new (...args: never[]) => object>(
    made: C,
    note: (thing: InstanceType<C>) => void,
    change: (args: unknown[]) => unknown[] = (args) => args,
  ): C =>
    new Proxy(made, {
      construct(target, args, newTarget) {
        const thing = Reflect.construct(target, change(args), newTarget) as InstanceType<C>
        note(thing)
        return thing
      },
    })
  /** Of a decoder's settings: what it gives out is counted. */
  const counted =
    <T>(things: Set<T>) =>
    ([settings]: unknown[]): unknown[] => {
      const { output, error } = settings as { output: (thing: T) => void; error: unknown }
      return [{ error, output: (thing: T) => output(added(things, thing)) }]
    }

  scope.VideoDecoder = constructed(
    VideoDecoder,
    (decoder) => videoDecoders.add(decoder),
    counted(frames),
  )
  scope.AudioDecoder = constructed(
    AudioDecoder,
    (decoder) => audioDecoders.add(decoder),
    counted(sounds),
  )
  scope.VideoFrame = constructed(VideoFrame, (frame) => added(frames, frame))
  scope.AudioData = constructed(AudioData, (sound) => added(sounds, sound))

  const clone = VideoFrame.prototype.clone
  VideoFrame.prototype.clone = function () {
    return added(frames, clone.call(this))
  }
  const cloneSound = AudioData.prototype.clone
  AudioData.prototype.clone = function () {
    return added(sounds, cloneSound.call(this))
  }
  const createBitmap = scope.createImageBitmap.bind(scope) as (
    ...args: unknown[]
  ) => Promise<ImageBitmap>
  scope.createImageBitmap = (async (...args: unknown[]) =>
    added(bitmaps, await createBitmap(...args))) as typeof createImageBitmap
  const transfer = OffscreenCanvas.prototype.transferToImageBitmap
  OffscreenCanvas.prototype.transferToImageBitmap = function () {
    return added(bitmaps, transfer.call(this))
  }
  const getContext = OffscreenCanvas.prototype.getContext
  OffscreenCanvas.prototype.getContext = function (this: OffscreenCanvas, ...args: unknown[]) {
    const context = (getContext as (...all: unknown[]) => unknown).apply(this, args)
    if (context instanceof WebGL2RenderingContext) graphics.add(context)
    return context
  } as typeof getContext

  /** Of what only a page has. */
  const installInPage = (): void => {
    scope.AudioContext = constructed(AudioContext, (card) => cards.add(card))
    const connect = AudioNode.prototype.connect as (...all: unknown[]) => unknown
    AudioNode.prototype.connect = function (this: AudioNode, ...args: unknown[]) {
      nodes.add(this)
      return connect.apply(this, args)
    } as typeof AudioNode.prototype.connect
    const disconnect = AudioNode.prototype.disconnect as (...all: unknown[]) => void
    AudioNode.prototype.disconnect = function (this: AudioNode, ...args: unknown[]) {
      if (args.length === 0) nodes.delete(this)
      disconnect.apply(this, args)
    } as typeof AudioNode.prototype.disconnect
    const data = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data')
    Object.defineProperty(MessageEvent.prototype, 'data', {
      get(this: MessageEvent) {
        const message: unknown = data?.get?.call(this)
        const { picture } = (message as { value?: { picture?: unknown } } | null)?.value ?? {}
        if (picture instanceof VideoFrame) added(frames, picture)
        if (picture instanceof ImageBitmap) added(bitmaps, picture)
        return message
      },
    })
    const source = `(${install})()`
    scope.Worker = class extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        const lines = [`import ${JSON.stringify(String(url))}`, source]
        const blob = new Blob([lines.join('\n')], { type: 'text/javascript' })
        super(URL.createObjectURL(blob), options)
      }
    }
  }
  if ('document' in scope) installInPage()

  const create = URL.createObjectURL.bind(URL)
  URL.createObjectURL = (...args) => {
    const url = create(...args)
    urls.add(url)
    return url
  }
  const revoke = URL.revokeObjectURL.bind(URL)
  URL.revokeObjectURL = (url) => {
    urls.delete(url)
    revoke(url)
  }

  scope.openThings = () => {
    const [shown, kept] = [openFrames(), openBitmaps()]
    return {
      videoDecoders: keep(videoDecoders, ({ state }) => state !== 'closed').length,
      audioDecoders: keep(audioDecoders, ({ state }) => state !== 'closed').length,
      pictures: shown.length + kept.length,
      pictureBytes:
        shown.reduce((sum, frame) => sum + frame.allocationSize(), 0) +
        kept.reduce((sum, { width, height }) => sum + 4 * width * height, 0),
      soundPieces: openSounds().length,
      soundNodes: nodes.size,
      soundCards: keep(cards, ({ state }) => state !== 'closed').length,
      objectUrls: urls.size,
      graphics: keep(graphics, (context) => !context.isContextLost()).length,
    }
  }
}

/** The page starts over, counted from its first line on. */
export async function countOpenThings(page: Page): Promise<void> {
  await page.addInitScript(install)
  await page.reload()
}

export async function openThings(page: Page): Promise<OpenThings> {
  const all = [
    page.evaluate(() => window.openThings()),
    ...page.workers().map((worker) => worker.evaluate(() => self.openThings())),
  ]
  return (await Promise.all(all)).reduce((sum, more) => ({
    videoDecoders: sum.videoDecoders + more.videoDecoders,
    audioDecoders: sum.audioDecoders + more.audioDecoders,
    pictures: sum.pictures + more.pictures,
    pictureBytes: sum.pictureBytes + more.pictureBytes,
    soundPieces: sum.soundPieces + more.soundPieces,
    soundNodes: sum.soundNodes + more.soundNodes,
    soundCards: sum.soundCards + more.soundCards,
    objectUrls: sum.objectUrls + more.objectUrls,
    graphics: sum.graphics + more.graphics,
  }))
}
