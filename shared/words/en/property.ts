/** The animated values of a clip, in the middle of a sentence. */
export const property = {
  positionX: 'horizontal position',
  positionY: 'vertical position',
  scale: 'scale',
  rotation: 'rotation',
  opacity: 'opacity',
  cropLeft: 'left crop',
  cropTop: 'top crop',
  cropRight: 'right crop',
  cropBottom: 'bottom crop',
  volume: 'volume',
  pan: 'pan',
} as const
