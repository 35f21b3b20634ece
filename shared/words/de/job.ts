/** Aufträge: was sie tun, wie weit sie sind, wie sie enden. */
export const job = {
  gone: 'Diesen Auftrag gibt es nicht mehr.',
  takenOver: 'Ein anderer Prozess hat „{{title}}“ übernommen; dieser hört auf.',
  crashed_one:
    '„{{title}}“ hat das Programm {{count, number}}-mal beendet und wird nicht noch einmal versucht. Das Protokoll enthält die Details.',
  crashed_other:
    '„{{title}}“ hat das Programm {{count, number}}-mal beendet und wird nicht noch einmal versucht. Das Protokoll enthält die Details.',
  checking: 'Das Ergebnis wird geprüft.',
  fileUnknown: 'Die vorzubereitende Datei ist nicht mehr bekannt.',
  export: '{{name}} exportieren',
  prepare: '{{what}} von {{name}}',
  generate: '{{name}} generieren',
  noRoom:
    'Auf dem Datenträger ist kein Platz für das, was dieser Auftrag macht. Schaffen Sie Platz und versuchen Sie es noch einmal; sonst ging nichts verloren.',
  unexpected:
    'Etwas Unerwartetes hat diesen Auftrag angehalten ({{why}}). Versuchen Sie es noch einmal; geschieht es wieder, kopieren Sie die Details und melden Sie es.',
  generateSpan: '{{name}} generieren, Teil {{number, number}} von {{count, number}}',
  joinSpans: '{{name}} zusammenfügen',
  measuring: 'Die Teile werden verglichen, wo sie sich treffen.',
  joining: 'Die Teile werden zusammengefügt.',
  joined_one: '{{count, number}} Teil zusammengefügt; {{dollars, dollars}} insgesamt.',
  joined_other: '{{count, number}} Teile zusammengefügt; {{dollars, dollars}} insgesamt.',
  failed: 'Der Auftrag ist gescheitert: {{why}}',
  neededFailed: 'Er brauchte „{{title}}“, und das ist gescheitert.',
  neededCancelled: 'Er brauchte „{{title}}“, und das wurde abgebrochen.',
  cannotRepeat:
    'Dieser Auftrag lässt sich so nicht wiederholen. Starten Sie ihn dort neu, wo er herkam.',
  cannotRepeatNeeded:
    '„{{title}}“, was dieser Auftrag braucht, lässt sich so nicht wiederholen. Starten Sie es dort neu, wo es herkam.',
  poster: 'Posterbild',
  peaks: 'Wellenform',
  filmstrip: 'Filmstreifen',
  proxy: 'Proxy',
  hash: 'Fingerabdruck',
  trouble: '{{what}}: {{why}}',
  nothingPrepared: 'Nichts ließ sich vorbereiten. {{troubles}}',
  ready: 'Bereit',
  generated: '{{method}}, {{dollars, dollars}}',
  noPictureYet: 'Es gibt noch kein Bild',
  projectGone: 'Das Projekt gibt es hier nicht mehr.',
  thumbnail: 'Bild von {{name}}',
  tiles: 'Dichterer Filmstreifen von {{name}}',
} as const
