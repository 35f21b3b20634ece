/** Jobs: what they do, how far they are, how they end. */
export const job = {
  gone: 'There is no such job any more.',
  takenOver: 'Another process took over "{{title}}"; this one stops.',
  crashed_one:
    '"{{title}}" stopped the program {{count, number}} time, so it is not tried again. The log has the details.',
  crashed_other:
    '"{{title}}" stopped the program {{count, number}} times, so it is not tried again. The log has the details.',
  checking: 'Checking the result.',
  fileUnknown: 'The file to prepare is not known to the store any more.',
  export: 'Export {{name}}',
  prepare: '{{what}} of {{name}}',
  generate: 'Generate {{name}}',
  generateSpan: 'Generate {{name}}, span {{number, number}} of {{count, number}}',
  joinSpans: 'Join {{name}}',
  measuring: 'Comparing the spans where they meet.',
  joining: 'Joining the spans.',
  joined_one: '{{count, number}} span joined; {{dollars, dollars}} together.',
  joined_other: '{{count, number}} spans joined; {{dollars, dollars}} together.',
  noRoom:
    'The disk has no room left for what this job makes. Free some space and try it again; nothing else was lost.',
  unexpected:
    'Something unexpected stopped this job ({{why}}). Try it again; if it happens again, copy the details and report it.',
  failed: 'The job failed: {{why}}',
  neededFailed: 'It needed "{{title}}", which failed.',
  neededCancelled: 'It needed "{{title}}", which was cancelled.',
  cannotRepeat: 'This job cannot be repeated as it is. Start it anew where it came from.',
  cannotRepeatNeeded:
    '"{{title}}", which this job needs, cannot be repeated as it is. Start it anew where it came from.',
  poster: 'Poster',
  peaks: 'Sound picture',
  filmstrip: 'Filmstrip',
  proxy: 'Proxy',
  hash: 'Fingerprint',
  trouble: '{{what}}: {{why}}',
  nothingPrepared: 'Nothing could be prepared. {{troubles}}',
  ready: 'Ready',
  generated: '{{method}}, {{dollars, dollars}}',
  noPictureYet: 'There is no picture yet',
  projectGone: 'The project is not in the store any more.',
  thumbnail: 'Picture of {{name}}',
  tiles: 'Closer filmstrip of {{name}}',
} as const
