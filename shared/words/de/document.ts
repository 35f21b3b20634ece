/** Was an einem Projekt selbst nicht stimmt. */
export const document = {
  noRecord: 'Unter {{table}} des Projekts gibt es kein „{{id}}“',
  notAClip: '„{{id}}“ ist kein Clip ({{kind}})',
  noSettings: 'Das Projekt hat keine Einstellungen',
  onNoTrack: '„{{id}}“ liegt auf keiner Spur',
  fromFuture:
    'Dieses Projekt wurde mit einem neueren Keyreel gespeichert (Dokumentversion {{version}}; dieses liest bis {{known}}). Aktualisieren Sie Keyreel, um es zu öffnen; nichts wurde geändert.',
  noVersion:
    'Das ist kein Keyreel-Projekt: Es nennt keine Dokumentversion. Wählen Sie eine andere Datei.',
  damaged:
    'Dieses Keyreel-Projekt ist bei „{{at}}“ beschädigt: {{why}}. Stellen Sie eine frühere Version wieder her.',
  otherId: 'der Eintrag nennt als seine Kennung „{{id}}“',
} as const
