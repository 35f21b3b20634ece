/** Projects, their history, versions and archives. */
export const project = {
  takeUnknown:
    'Take {{take}} is not among the takes of this shot, so it cannot be put into the cut. Choose one from the list.',
  notFound: 'There is no project "{{project}}" in this store. Open another one from the list.',
  noRevision: 'The history has no such revision. Reopen the project and choose one from its list.',
  changedElsewhere:
    'The project was changed elsewhere meanwhile, so this change was not made. It has been reloaded; try again.',
  notHere: 'There is no project "{{project}}" in this store.',
  nothingToUndo: 'There is nothing to undo.',
  nothingToRedo: 'There is nothing to redo.',
  versionName: 'A version needs a name of 1 to 200 characters.',
  versionRevision: 'The history has no such revision to be named.',
  versionTaken:
    'There is already a version "{{name}}". Choose another name, or remove that name first.',
  noVersion: 'There is no version "{{name}}".',
  sameAsThen: 'The project is already as it was then.',
} as const
