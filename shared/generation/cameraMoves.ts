/**
 * The camera's vocabulary. Ray3.2 has no field for a move: it is asked for in the prompt, in words the model knows (those of
 * the concepts its predecessors had). In English, which the model was trained on.
 */

export const CAMERA_MOVES = {
  static: 'The camera stays still.',
  handheld: 'Handheld camera, slight natural shake.',
  pushIn: 'The camera slowly pushes in.',
  pullOut: 'The camera slowly pulls out.',
  zoomIn: 'The lens zooms in.',
  zoomOut: 'The lens zooms out.',
  dollyZoom: 'Dolly zoom: the camera moves back while the lens zooms in.',
  panLeft: 'The camera pans left.',
  panRight: 'The camera pans right.',
  tiltUp: 'The camera tilts up.',
  tiltDown: 'The camera tilts down.',
  rollLeft: 'The camera rolls to the left.',
  rollRight: 'The camera rolls to the right.',
  truckLeft: 'The camera trucks left.',
  truckRight: 'The camera trucks right.',
  pedestalUp: 'The camera rises straight up (pedestal up).',
  pedestalDown: 'The camera sinks straight down (pedestal down).',
  craneUp: 'Crane shot: the camera rises over the scene.',
  craneDown: 'Crane shot: the camera comes down to the scene.',
  orbitLeft: 'The camera orbits the subject to the left.',
  orbitRight: 'The camera orbits the subject to the right.',
  boltCam: 'Bolt cam: a very fast, precise robotic camera move.',
  elevatorDoors: 'The view opens like elevator doors.',
  eyeLevel: 'Eye-level shot.',
  highAngle: 'High-angle shot.',
  lowAngle: 'Low-angle shot.',
  groundLevel: 'Ground-level shot.',
  overhead: 'Overhead shot, looking straight down.',
  aerial: 'Aerial shot.',
  aerialDrone: 'Aerial drone shot, flying forward.',
  overTheShoulder: 'Over-the-shoulder shot.',
  pov: 'Point-of-view shot.',
  selfie: 'Selfie shot, held at arm’s length.',
  tinyPlanet: 'Tiny-planet shot, the world curled into a ball.',
} as const
export type CameraMove = keyof typeof CAMERA_MOVES

/** As a person would look for them. */
export const CAMERA_GROUPS = {
  distance: ['static', 'handheld', 'pushIn', 'pullOut', 'zoomIn', 'zoomOut', 'dollyZoom'],
  turn: ['panLeft', 'panRight', 'tiltUp', 'tiltDown', 'rollLeft', 'rollRight'],
  travel: [
    ...['truckLeft', 'truckRight', 'pedestalUp', 'pedestalDown', 'craneUp', 'craneDown'],
    ...['orbitLeft', 'orbitRight', 'boltCam', 'elevatorDoors'],
  ],
  angle: [
    ...['eyeLevel', 'highAngle', 'lowAngle', 'groundLevel', 'overhead', 'aerial', 'aerialDrone'],
    ...['overTheShoulder', 'pov', 'selfie', 'tinyPlanet'],
  ],
} as const satisfies Readonly<Record<string, readonly CameraMove[]>>
export type CameraGroup = keyof typeof CAMERA_GROUPS

export const hasCameraMove = (prompt: string, move: CameraMove): boolean =>
  prompt.includes(CAMERA_MOVES[move])

/** Puts a move at the end of a prompt as a sentence of its own, or takes it out again. */
export function toggleCameraMove(prompt: string, move: CameraMove): string {
  const sentence = CAMERA_MOVES[move]
  if (hasCameraMove(prompt, move)) {
    return prompt.replace(sentence, '').replace(/ {2,}/g, ' ').trim()
  }
  const before = prompt.trimEnd()
  return before === '' ? sentence : `${before}${/[.!?…]$/.test(before) ? '' : '.'} ${sentence}`
}
