/** The system's dialogs. */
export const dialog = {
  importMedia: 'Import media',
  relinkMedia: 'Folder to look for missing media in',
  couldNotStart: 'Keyreel could not start',
  allFiles: 'All files',
  restoreProject: 'Restore a project',
  archive: 'Keyreel archive',
  archiveProject: 'Archive the project',
  exportLedger: 'Export the books',
  csv: 'CSV for spreadsheets',
  openRequest: 'Open a request',
  request: 'Request (JSON)',
  saveRequest: 'Save the request',
  export: 'Export',
  media: 'Media',
  mp4: 'MP4 (H.264)',
  quickTime: 'QuickTime (ProRes 422 HQ)',
} as const
