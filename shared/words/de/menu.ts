/** Die Menüleiste, die des Fensters und auf macOS die des Systems. */
export const menu = {
  bar: 'Menüs',
  file: 'Datei',
  edit: 'Bearbeiten',
  clip: 'Clip',
  timeline: 'Timeline',
  view: 'Ansicht',
  help: 'Hilfe',
  shot: 'Shot',
  play: 'Wiedergabe',
  with: '{{label}}: {{what}}',
  effects: 'Effekte',
} as const
