/** The menu bar, the window's own and the system's on macOS. */
export const menu = {
  bar: 'Menus',
  file: 'File',
  edit: 'Edit',
  clip: 'Clip',
  effects: 'Effects',
  timeline: 'Timeline',
  view: 'View',
  help: 'Help',
  shot: 'Shot',
  play: 'Play',
  with: '{{label}}: {{what}}',
} as const
