/** Wie Dinge heißen, die noch niemand benannt hat. */
export const newName = {
  project: 'Ohne Titel',
  sampleProject: 'Beispielprojekt',
  commandLine: 'Kommandozeile',
  firstTimeline: 'Timeline 1',
  timeline: 'Timeline',
  nested: 'Verschachtelt',
  clip: 'Clip',
  media: 'Medium',
  solid: 'Farbfläche',
  title: 'Titel',
  caption: 'Untertitel',
  adjustment: 'Einstellungsebene',
  take: '{{shot}} Take {{number}}',
} as const
