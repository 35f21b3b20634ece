/** Files whose sound is heard, opened once: looping, scrubbing and cuts within one recording read on in what is open. */

/** A file that can be read from. */
export interface SoundFile<S> {
  readonly sink: S
  close(): void
}

export interface Lease<S> {
  /** Null: nothing of it can be heard here. Rejects when the file cannot be read. */
  readonly sink: Promise<S | null>
  /** To be called once, when nobody reads any more. */
  release(): void
}

export interface SoundFiles<S> {
  take(mediaKey: string): Lease<S>
}

interface Entry<S> {
  readonly file: Promise<SoundFile<S> | null>
  readers: number
}

/** Of the files that nobody reads, so many that were used last stay open. */
export function createSoundFiles<S>(
  open: (mediaKey: string) => Promise<SoundFile<S> | null>,
  idleFiles: number,
): SoundFiles<S> {
  /** In order of use, the latest last. */
  const entries = new Map<string, Entry<S>>()

  const close = ({ file }: Entry<S>): void => {
    // What could not be opened has nothing to give back.
    void Promise.allSettled([file]).then(([opened]) => {
      if (opened.status === 'fulfilled') opened.value?.close()
    })
  }

  const trim = (): void => {
    const idle = [...entries].filter(([, { readers }]) => readers === 0)
    for (const [mediaKey, entry] of idle.slice(0, Math.max(0, idle.length - idleFiles))) {
      entries.delete(mediaKey)
      close(entry)
    }
  }

  return {
    take(mediaKey) {
      const entry = entries.get(mediaKey) ?? { file: open(mediaKey), readers: 0 }
      entry.readers++
      entries.delete(mediaKey)
      entries.set(mediaKey, entry)
      const sink = entry.file.then(
        (file) => file?.sink ?? null,
        (error: unknown) => {
          // A file that comes back is opened anew.
          if (entries.get(mediaKey) === entry) entries.delete(mediaKey)
          throw error
        },
      )
      return {
        sink,
        release() {
          entry.readers--
          if (entries.get(mediaKey) === entry) trim()
          else if (entry.readers === 0) close(entry)
        },
      }
    },
  }
}
