/** The settings of a clip besides its animated values, in the middle of a sentence. */
export const clipSetting = {
  blendMode: 'blend mode',
  effects: 'effects',
  enabled: 'visibility',
  fadeIn: 'fade in',
  fadeOut: 'fade out',
  name: 'name',
  speedKeys: 'speed keyframes',
  ties: 'links',
} as const
