/** Picture sizes that are offered by name, in pixels. */
export const PICTURE_SIZES = [
  '1920×1080',
  '3840×2160',
  '1280×720',
  '1080×1920',
  '1080×1080',
  '2520×1080',
] as const

/** `[1920, 1080]` of `1920×1080`. */
export function pixelsOf(size: string): readonly [width: number, height: number] {
  const [width = 1920, height = 1080] = size.split('×').map(Number)
  return [width, height]
}
