/** Dateien und Ordner. */
export const file = {
  missing: '„{{name}}“ ist nicht da. Wurde die Datei verschoben oder umbenannt?',
  pathless:
    '„{{name}}“ wurde abgelegt, aber dieses System sagt nicht, wo die Datei liegt: Ihr Name hat Buchstaben, die die Spracheinstellung des Systems nicht kennt. Importieren Sie sie über das Menü „Datei“.',
  linkLoop: '„{{name}}“ ist ein Link, der im Kreis führt.',
  cannotOpen:
    '„{{name}}“ ließ sich nicht öffnen ({{why}}). Prüfen Sie Zugriffsrechte und Datenträger.',
  isFolder: '„{{name}}“ ist ein Ordner, keine Datei.',
  notPlain: '„{{name}}“ ist eine Pipe oder ein Gerät; nur einfache Dateien lassen sich öffnen.',
  folderMissing:
    'Der Ordner „{{folder}}“ ist nicht da; legen Sie ihn an oder wählen Sie einen anderen.',
  folderIsFile: '„{{folder}}“ ist eine Datei, darin lässt sich nichts schreiben.',
  targetNotPlain: '„{{name}}“ ist schon da und keine einfache Datei.',
  notApproved: 'Diese Datei wurde hier nicht geöffnet und darf nicht verwendet werden.',
  noRoom:
    'In „{{folder}}“ ist kein Platz mehr für „{{name}}“, deshalb wurde nichts geschrieben. Schaffen Sie Platz oder wählen Sie einen anderen Datenträger.',
  noPermission:
    '„{{name}}“ darf nicht in „{{folder}}“ geschrieben werden. Wählen Sie einen anderen Ordner oder ändern Sie seine Rechte.',
  noFolderFor:
    'Der Ordner „{{folder}}“ ist nicht da, „{{name}}“ lässt sich nicht schreiben. Legen Sie ihn an oder wählen Sie einen anderen.',
  targetIsFolder:
    '„{{name}}“ ist ein Ordner oder ein Gerät. Wählen Sie einen anderen Namen für die Datei.',
  folderUnreadable:
    'Der Ordner „{{name}}“ ließ sich nicht lesen ({{why}}). Prüfen Sie Zugriffsrechte und Datenträger.',
  folderWithoutMedia: 'Der Ordner „{{name}}“ enthält keine Medien.',
  folderTooFull:
    'Der Ordner „{{name}}“ enthält mehr als {{most, number}} Mediendateien; importieren Sie seine Teile einzeln.',
} as const
