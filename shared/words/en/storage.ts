/** The store on the disk. */
export const storage = {
  archiveProjects_one:
    'The archive {{file}} holds {{count, number}} project instead of one, so nothing was taken from it.',
  archiveProjects_other:
    'The archive {{file}} holds {{count, number}} projects instead of one, so nothing was taken from it.',
  noArchive:
    '{{file}} is no Keyreel archive. Choose a file that "archive" made (its name ends in .keyreel).',
  fromFuture:
    'The store {{file}} was written by a newer Keyreel (form {{found}}, this one knows {{newest}}). Nothing was changed; open it with the newer program.',
  folderFails:
    'The folder {{folder}} for the store cannot be made. Choose another one with --library, or give yourself the right to write there.',
  full: 'The store {{file}} cannot be used: the disk is full. The last change was not saved; everything before it was. Make room and try again.',
  diskFails:
    'The store {{file}} cannot be used: the disk did not take the data. The last change was not saved; everything before it was. Check the disk and its free space.',
  noRight:
    'The store {{file}} cannot be used: it may not be opened or written by this user. Give yourself the right to write there, or choose another folder with --library.',
  locked:
    'The store {{file}} cannot be used: another program kept it locked for too long. Nothing was changed; try again.',
  damaged:
    'The store {{file}} cannot be used: it is damaged or is not a Keyreel store. Restore a backup that lies beside it, or move it away to start anew.',
  refused: 'The store {{file}} refused a change ({{code}}: {{why}}). Nothing was changed.',
  historyDamaged:
    'The stored history is damaged ({{what}}). Nothing was changed; restore an archive or a backup of the store.',
  archiveUnusable:
    'The archive {{file}} is damaged ({{what}}), so it cannot be used. Use another copy of it, or archive again.',
  goneMeanwhile:
    'A part of the history was taken away while it was copied, so there is no copy. Try it again.',
  noJson: 'a record is no JSON',
  patchNoList: 'a patch is no list',
  patchNamesNothing: 'a patch names no record',
  noTable: '"{{table}}" is no table',
  noDocument: 'a snapshot is no document',
  tableMissing: '"{{table}}" is missing',
  recordWrong: '{{at}}: {{why}}',
  bytesOf: 'the bytes of {{mediaKey}}',
} as const
