/** What is wrong with a project itself. */
export const document = {
  noRecord: 'There is no "{{id}}" among the project\'s {{table}}',
  notAClip: '"{{id}}" is a {{kind}}, not a clip',
  noSettings: 'The project has no settings',
  onNoTrack: '"{{id}}" is on no track',
  fromFuture:
    'This project was saved by a newer Keyreel (document version {{version}}; this one reads up to {{known}}). Update Keyreel to open it; nothing was changed.',
  noVersion: 'This is not a Keyreel project: it names no document version. Choose another file.',
  damaged:
    'This Keyreel project is damaged at "{{at}}": {{why}}. Restore an earlier version of it.',
  otherId: 'the record says that its id is "{{id}}"',
} as const
