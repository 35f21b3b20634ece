/** What a render is written as. */
export interface Preset {
  readonly name: string
  /** For people. */
  readonly label: string
  readonly extension: string
  readonly pixelFormat: string
  readonly videoCodec: string
  readonly audioCodec: string
  /** ffmpeg's encoders, which must be there. */
  readonly encoders: readonly string[]
  readonly videoArgs: readonly string[]
  readonly audioArgs: readonly string[]
  readonly containerArgs: readonly string[]
}

const H264 = ['-c:v', 'libx264', '-profile:v', 'high']
const MP4 = ['-movflags', '+faststart', '-f', 'mp4']

export const PRESETS = {
  h264: {
    name: 'h264',
    label: 'H.264 + AAC (MP4)',
    extension: 'mp4',
    pixelFormat: 'yuv420p',
    videoCodec: 'h264',
    audioCodec: 'aac',
    encoders: ['libx264', 'aac'],
    videoArgs: [...H264, '-preset', 'medium', '-crf', '18'],
    audioArgs: ['-c:a', 'aac', '-b:a', '256k'],
    containerArgs: MP4,
  },
  draft: {
    name: 'draft',
    label: 'H.264 draft (MP4)',
    extension: 'mp4',
    pixelFormat: 'yuv420p',
    videoCodec: 'h264',
    audioCodec: 'aac',
    encoders: ['libx264', 'aac'],
    videoArgs: [...H264, '-preset', 'veryfast', '-crf', '23'],
    audioArgs: ['-c:a', 'aac', '-b:a', '160k'],
    containerArgs: MP4,
  },
  prores: {
    name: 'prores',
    label: 'ProRes 422 HQ + PCM (MOV)',
    extension: 'mov',
    pixelFormat: 'yuv422p10le',
    videoCodec: 'prores',
    audioCodec: 'pcm_s24le',
    encoders: ['prores_ks', 'pcm_s24le'],
    videoArgs: ['-c:v', 'prores_ks', '-profile:v', 'hq', '-vendor', 'apl0'],
    audioArgs: ['-c:a', 'pcm_s24le'],
    containerArgs: ['-f', 'mov'],
  },
} as const satisfies Record<string, Preset>

export type PresetName = keyof typeof PRESETS
export const PRESET_NAMES = Object.keys(PRESETS) as PresetName[]
