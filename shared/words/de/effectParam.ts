/** Parameter von Effekten. */
export const effectParam = {
  exposure: 'Belichtung',
  contrast: 'Kontrast',
  temperature: 'Farbtemperatur',
  saturation: 'Sättigung',
  lutStrength: 'Stärke der LUT',
  radius: 'Radius',
  amount: 'Stärke',
  size: 'Größe',
  softness: 'Weichheit',
  tolerance: 'Toleranz',
  spill: 'Spill',
} as const
