/** Die Ablage auf dem Datenträger. */
export const storage = {
  archiveProjects_one:
    'Das Archiv {{file}} enthält {{count, number}} Projekt statt einem, deshalb wurde nichts daraus genommen.',
  archiveProjects_other:
    'Das Archiv {{file}} enthält {{count, number}} Projekte statt einem, deshalb wurde nichts daraus genommen.',
  noArchive:
    '{{file}} ist kein Keyreel-Archiv. Wählen Sie eine Datei, die „archive“ gemacht hat (ihr Name endet auf .keyreel).',
  fromFuture:
    'Die Bibliothek {{file}} wurde von einem neueren Keyreel geschrieben (Form {{found}}, dieses kennt {{newest}}). Nichts wurde geändert; öffnen Sie sie mit dem neueren Programm.',
  folderFails:
    'Der Ordner {{folder}} für die Bibliothek lässt sich nicht anlegen. Wählen Sie mit --library einen anderen oder geben Sie sich dort das Schreibrecht.',
  full: 'Die Bibliothek {{file}} ist nicht verwendbar: Der Datenträger ist voll. Die letzte Änderung wurde nicht gespeichert; alles davor schon. Schaffen Sie Platz und versuchen Sie es noch einmal.',
  diskFails:
    'Die Bibliothek {{file}} ist nicht verwendbar: Der Datenträger hat die Daten nicht angenommen. Die letzte Änderung wurde nicht gespeichert; alles davor schon. Prüfen Sie den Datenträger und seinen freien Platz.',
  noRight:
    'Die Bibliothek {{file}} ist nicht verwendbar: Dieser Benutzer darf sie nicht öffnen oder schreiben. Geben Sie sich dort das Schreibrecht oder wählen Sie mit --library einen anderen Ordner.',
  locked:
    'Die Bibliothek {{file}} ist nicht verwendbar: Ein anderes Programm hielt sie zu lange gesperrt. Nichts wurde geändert; versuchen Sie es noch einmal.',
  damaged:
    'Die Bibliothek {{file}} ist nicht verwendbar: Sie ist beschädigt oder keine Keyreel-Bibliothek. Stellen Sie eine Sicherung wieder her, die daneben liegt, oder verschieben Sie sie, um neu zu beginnen.',
  refused:
    'Die Bibliothek {{file}} hat eine Änderung abgelehnt ({{code}}: {{why}}). Nichts wurde geändert.',
  historyDamaged:
    'Der gespeicherte Verlauf ist beschädigt ({{what}}). Nichts wurde geändert; stellen Sie ein Archiv oder eine Sicherung wieder her.',
  archiveUnusable:
    'Das Archiv {{file}} ist beschädigt ({{what}}) und nicht verwendbar. Nehmen Sie eine andere Kopie davon oder archivieren Sie noch einmal.',
  goneMeanwhile:
    'Ein Teil des Verlaufs wurde während des Kopierens entfernt, deshalb gibt es keine Kopie. Versuchen Sie es noch einmal.',
  noJson: 'ein Eintrag ist kein JSON',
  patchNoList: 'ein Patch ist keine Liste',
  patchNamesNothing: 'ein Patch nennt keinen Eintrag',
  noTable: '„{{table}}“ ist keine Tabelle',
  noDocument: 'ein Schnappschuss ist kein Dokument',
  tableMissing: '„{{table}}“ fehlt',
  recordWrong: '{{at}}: {{why}}',
  bytesOf: 'die Bytes von {{mediaKey}}',
} as const
