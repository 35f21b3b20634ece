/** A still picture, decoded once. Formats that the window cannot read are shown by their poster. */
import { mediaUrl } from '../../shared/ipc/api.ts'

export interface StillSource {
  /** @throws Error when neither the file nor its poster can be shown. */
  picture(): Promise<ImageBitmap>
  dispose(): void
}

async function load(what: 'original' | 'poster', mediaKey: string): Promise<ImageBitmap> {
  const answer = await fetch(mediaUrl(what, mediaKey))
  if (!answer.ok) throw new Error(`The picture cannot be read (${answer.status})`)
  return createImageBitmap(await answer.blob())
}

export function createStillSource(mediaKey: string): StillSource {
  let loaded: Promise<ImageBitmap> | null = null
  return {
    picture: () => {
      loaded ??= load('original', mediaKey).catch(() => load('poster', mediaKey))
      return loaded
    },
    dispose: () => {
      void Promise.allSettled([loaded]).then(([result]) => {
        if (result.status === 'fulfilled') result.value?.close()
      })
    },
  }
}
