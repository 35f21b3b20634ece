/** Wie sich die lokale Engine über ein Bild bewegt. */
export const camera = {
  pushIn: 'langsame Ranfahrt',
  still: 'stehende Kamera',
  panLeft: 'Schwenk nach links',
  panRight: 'Schwenk nach rechts',
  tiltUp: 'Neigung nach oben',
  tiltDown: 'Neigung nach unten',
} as const
