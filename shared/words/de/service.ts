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
  factsUnreadable: 'Sie lässt sich nicht lesen ({{code}}).',
} as const
