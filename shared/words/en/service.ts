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
  factsUnreadable: 'It cannot be read ({{code}}).',
} as const
