/** Arten von Effekten. */
export const effect = {
  grade: 'Farbkorrektur',
  blur: 'Weichzeichner',
  sharpen: 'Scharfzeichner',
  vignette: 'Vignette',
  key: 'Key',
} as const
