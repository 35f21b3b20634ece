/** The system's dialogs. */
export const dialog = {
  importMedia: 'Import media',
  allFiles: 'All files',
  restoreProject: 'Restore a project',
  archive: 'Keyreel archive',
} as const
