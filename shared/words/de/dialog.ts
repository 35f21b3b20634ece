/** Die Dialoge des Systems. */
export const dialog = {
  importMedia: 'Medien importieren',
  relinkMedia: 'Ordner, in dem nach fehlenden Medien gesucht wird',
  couldNotStart: 'Keyreel konnte nicht starten',
  allFiles: 'Alle Dateien',
  restoreProject: 'Projekt wiederherstellen',
  archive: 'Keyreel-Archiv',
  archiveProject: 'Projekt archivieren',
  exportLedger: 'Kostenbuch exportieren',
  csv: 'CSV für Tabellen',
  openRequest: 'Anfrage öffnen',
  request: 'Anfrage (JSON)',
  saveRequest: 'Anfrage speichern',
  export: 'Exportieren',
  media: 'Medien',
  mp4: 'MP4 (H.264)',
  quickTime: 'QuickTime (ProRes 422 HQ)',
} as const
