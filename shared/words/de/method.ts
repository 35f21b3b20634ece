/** Wie ein Take entstand, in zwei oder drei Wörtern. */
export const method = {
  rife: 'RIFE-Brücke',
  minterpolate: 'Bewegungsbrücke von ffmpeg',
  dissolve: 'Weiche Blende',
  mixed: 'Brücken und Blenden',
  cameraMove: 'Kamerafahrt',
  previsCard: 'Previs-Karte',
  lookMatch: 'Look angeglichen',
  lookFromWords: 'Look aus Worten',
  reframe: 'Reframe durch Erweiterung',
  ray: 'Ray3.2',
} as const
