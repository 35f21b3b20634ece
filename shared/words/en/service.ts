/** The engines and their accounts. */
export const service = {
  badKey:
    'That does not look like a key: it has at least 8 characters without spaces. Copy it again from your Runware account.',
  noKeyYet: 'There is no Runware key yet. Give one first.',
  keyWorks: 'The key works. The account holds {{dollars, dollars}}.',
  localWorks: 'The local engine works on this machine and costs nothing.',
  noKey: 'There is no Runware key yet. Give one in the settings, or use the local engine.',
  cannotGenerate: '"{{shot}}" cannot be generated yet: {{why}}',
  ruleBroken: 'a rule is broken.',
  noSuchJoin: 'There is no such unfinished generation any more.',
  joinUnderWay: 'This generation is still under way. Wait for it, or cancel it first.',
  noSuchSpan: 'The take has no such span.',
  spansOfOtherShot:
    '"{{shot}}" asks for something else now than its spans were made for. Generate it anew, or undo the change first.',
  noKeyring:
    'This machine has no keyring that could keep the key safely. Use it for this run only, or install one (on Linux gnome-keyring or KWallet).',
  badModelFacts:
    'The table of the model in {{file}} was set aside: {{why}} The one of {{asOf}} that came with the program counts. Delete the file, or let keyreel contract write it anew.',
  factsNotJson: 'It is not JSON.',
  uploadsNone: 'Keyreel has nothing at Runware that could be deleted.',
  uploadsDeleted_one: '{{count, number}} file was deleted at Runware.',
  uploadsDeleted_other: '{{count, number}} files were deleted at Runware.',
  uploadsFailed_one:
    '{{count, number}} file could not be deleted: {{why}} It is tried again after the next take and at the next start.',
  uploadsFailed_other:
    '{{count, number}} files could not be deleted: {{why}} They are tried again after the next take and at the next start.',
  uploadsNoAnswer: 'Runware did not answer in time.',
  uploadsNeeded_one: '{{count, number}} file stays: a take that is not finished needs it.',
  uploadsNeeded_other: '{{count, number}} files stay: takes that are not finished need them.',
  uploadsDeletedLater_one:
    '{{count, number}} file is needed by a take that is not finished, and is deleted after it.',
  uploadsDeletedLater_other:
    '{{count, number}} files are needed by takes that are not finished, and are deleted after them.',
  uploadsElsewhere_one:
    '{{count, number}} file was uploaded with a key that is not set now. Set it to delete the file.',
  uploadsElsewhere_other:
    '{{count, number}} files were uploaded with a key that is not set now. Set it to delete them.',
  factsUnreadable: 'It cannot be read ({{code}}).',
} as const
