/** The parameters of effects, in the middle of a sentence. */
export const effectParam = {
  exposure: 'exposure',
  contrast: 'contrast',
  temperature: 'temperature',
  saturation: 'saturation',
  lutStrength: 'strength of the look-up table',
  radius: 'radius',
  amount: 'amount',
  size: 'size',
  softness: 'softness',
  tolerance: 'tolerance',
  spill: 'spill',
} as const
