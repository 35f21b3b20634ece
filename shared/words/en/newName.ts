/** What things are called that nobody has named yet. Said when they are made: from then on it is their name. */
export const newName = {
  project: 'Untitled',
  sampleProject: 'Sample project',
  commandLine: 'Command line',
  firstTimeline: 'Timeline 1',
  timeline: 'Timeline',
  nested: 'Nested',
  clip: 'Clip',
  media: 'Media',
  solid: 'Solid',
  title: 'Title',
  caption: 'Caption',
  adjustment: 'Adjustment',
  take: '{{shot}} take {{number}}',
} as const
