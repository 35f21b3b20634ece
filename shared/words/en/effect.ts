/** Kinds of effects, in the middle of a sentence. */
export const effect = {
  grade: 'grade',
  blur: 'blur',
  sharpen: 'sharpening',
  vignette: 'vignette',
  key: 'key',
} as const
