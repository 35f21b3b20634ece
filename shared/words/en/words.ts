/** What other sentences are made of. */
export const words = {
  asWritten: '{{text}}',
  unknown: 'A message of another version of Keyreel ({{key}})',
  quoted: '"{{name}}"',
  aClip: 'a clip',
  earlier: 'earlier',
  later: 'later',
  picture: 'picture',
  sound: 'sound',
  subtitle: 'subtitle',
} as const
