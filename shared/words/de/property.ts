/** Die animierten Werte eines Clips, mitten im Satz. */
export const property = {
  positionX: 'horizontale Position',
  positionY: 'vertikale Position',
  scale: 'Skalierung',
  rotation: 'Drehung',
  opacity: 'Deckkraft',
  cropLeft: 'Beschnitt links',
  cropTop: 'Beschnitt oben',
  cropRight: 'Beschnitt rechts',
  cropBottom: 'Beschnitt unten',
  volume: 'Lautstärke',
  pan: 'Panorama',
} as const
