/** Die Engines und ihre Konten. */
export const service = {
  badKey:
    'Das sieht nicht wie ein Schlüssel aus: Er hat mindestens 8 Zeichen ohne Leerzeichen. Kopieren Sie ihn noch einmal aus Ihrem Runware-Konto.',
  noKeyYet: 'Es gibt noch keinen Runware-Schlüssel. Geben Sie zuerst einen an.',
  keyWorks: 'Der Schlüssel gilt. Das Konto hat {{dollars, dollars}}.',
  localWorks: 'Die lokale Engine läuft auf diesem Rechner und kostet nichts.',
  noKey:
    'Es gibt noch keinen Runware-Schlüssel. Geben Sie einen in den Einstellungen an oder nehmen Sie die lokale Engine.',
  cannotGenerate: '„{{shot}}“ lässt sich noch nicht generieren: {{why}}',
  ruleBroken: 'eine Regel ist verletzt.',
  noSuchJoin: 'Diese unfertige Generierung gibt es nicht mehr.',
  joinUnderWay:
    'Diese Generierung läuft noch. Warten Sie auf ihr Ende, oder brechen Sie sie zuerst ab.',
  noSuchSpan: 'Der Take hat keinen solchen Teil.',
  spansOfOtherShot:
    '„{{shot}}“ verlangt jetzt etwas anderes als das, wofür die Teile erzeugt wurden. Generieren Sie neu, oder machen Sie die Änderung zuerst rückgängig.',
  noKeyring:
    'Dieser Rechner hat keinen Schlüsselbund, der den Schlüssel sicher verwahren könnte. Verwenden Sie ihn nur für diesen Lauf oder installieren Sie einen (unter Linux gnome-keyring oder KWallet).',
  badModelFacts:
    'Die Tabelle des Modells in {{file}} wird nicht verwendet: {{why}} Es gilt die vom {{asOf}}, die mit dem Programm kam. Löschen Sie die Datei, oder lassen Sie sie von keyreel contract neu schreiben.',
  factsNotJson: 'Sie ist kein JSON.',
  uploadsNone: 'Keyreel hat nichts bei Runware, was sich löschen ließe.',
  uploadsDeleted_one: '{{count, number}} Datei wurde bei Runware gelöscht.',
  uploadsDeleted_other: '{{count, number}} Dateien wurden bei Runware gelöscht.',
  uploadsFailed_one:
    '{{count, number}} Datei ließ sich nicht löschen: {{why}} Das wird nach dem nächsten Take und beim nächsten Start noch einmal versucht.',
  uploadsFailed_other:
    '{{count, number}} Dateien ließen sich nicht löschen: {{why}} Das wird nach dem nächsten Take und beim nächsten Start noch einmal versucht.',
  uploadsNoAnswer: 'Runware hat nicht rechtzeitig geantwortet.',
  uploadsNeeded_one: '{{count, number}} Datei bleibt: Ein unfertiger Take braucht sie noch.',
  uploadsNeeded_other: '{{count, number}} Dateien bleiben: Unfertige Takes brauchen sie noch.',
  uploadsDeletedLater_one:
    '{{count, number}} Datei wird noch von einem unfertigen Take gebraucht und danach gelöscht.',
  uploadsDeletedLater_other:
    '{{count, number}} Dateien werden noch von unfertigen Takes gebraucht und danach gelöscht.',
  uploadsElsewhere_one:
    '{{count, number}} Datei wurde mit einem Schlüssel hochgeladen, der gerade nicht gesetzt ist. Setzen Sie ihn, um sie zu löschen.',
  uploadsElsewhere_other:
    '{{count, number}} Dateien wurden mit einem Schlüssel hochgeladen, der gerade nicht gesetzt ist. Setzen Sie ihn, um sie zu löschen.',
  factsUnreadable: 'Sie lässt sich nicht lesen ({{code}}).',
} as const
