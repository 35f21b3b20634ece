/** What this machine has, for the window's help and for app:info. */
import type { Output } from '../../shared/ipc/contract.ts'

/** main/doctor behind a port. */
export interface DoctorPorts {
  readonly examine: () => Promise<{ readonly text: string; readonly report: unknown }>
  /** ffmpeg's version; rejects when there is none. */
  readonly ffmpegVersion: () => Promise<string>
  readonly hasRife: () => Promise<boolean>
}

export type Doctor = ReturnType<typeof createDoctor>

export function createDoctor({ examine, ffmpegVersion, hasRife }: DoctorPorts) {
  return {
    examine: async (): Promise<Output<'app:doctor'>> => {
      const { text, report } = await examine()
      return { text, report }
    },
    /** Never rejects: that something is missing is an answer. */
    tools: async (): Promise<Pick<Output<'app:info'>, 'ffmpeg' | 'rife'>> => {
      const [ffmpeg, rife] = await Promise.all([
        ffmpegVersion().then(
          (version) => version,
          () => null,
        ),
        hasRife(),
      ])
      return { ffmpeg, rife }
    },
  }
}
