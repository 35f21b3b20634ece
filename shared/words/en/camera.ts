/** How the local engine moves over a picture. */
export const camera = {
  pushIn: 'a slow push in',
  still: 'a still camera',
  panLeft: 'a pan to the left',
  panRight: 'a pan to the right',
  tiltUp: 'a tilt up',
  tiltDown: 'a tilt down',
} as const
