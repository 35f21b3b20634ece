/** How a take was made, in two or three words. Kept with each take: a key stays once it has been shipped. */
export const method = {
  rife: 'RIFE bridge',
  minterpolate: 'ffmpeg motion bridge',
  dissolve: 'Dissolve',
  mixed: 'Bridges and dissolves',
  cameraMove: 'Camera move',
  previsCard: 'Previs card',
  lookMatch: 'Look match',
  lookFromWords: 'Look from words',
  reframe: 'Reframe by extension',
  ray: 'Ray3.2',
} as const
