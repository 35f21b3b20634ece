/** What other sentences are made of. */
export const words = {
  asWritten: '{{text}}',
  unknown: 'A message of another version of Keyreel ({{key}})',
  quoted: '"{{name}}"',
  aClip: 'a clip',
  clip: 'clip',
  clips_one: '{{count, number}} clip',
  clips_other: '{{count, number}} clips',
  byFramesEarlier_one: 'by {{count, number}} frame earlier',
  byFramesEarlier_other: 'by {{count, number}} frames earlier',
  byFramesLater_one: 'by {{count, number}} frame later',
  byFramesLater_other: 'by {{count, number}} frames later',
  earlier: 'earlier',
  later: 'later',
  picture: 'picture',
  sound: 'sound',
  subtitle: 'subtitle',
} as const
