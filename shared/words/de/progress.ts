/** Was eine Engine gerade tut. */
export const progress = {
  rifeBridge: 'RIFE macht die Frames zwischen den Pins.',
  ffmpegBridge: 'ffmpeg macht die Frames zwischen den Pins.',
  writing: 'Der Film wird geschrieben.',
  readingPins: 'Die gepinnten Bilder werden gelesen.',
  lookKnown: 'Der Look ist bekannt.',
  lookingAtColours: 'Die Farben der Quelle werden betrachtet.',
  sending: 'Die Anfrage wird an Runware gesendet.',
  generating: 'Ray3.2 generiert.',
  uploading: 'Eingabe {{number}} von {{of}} wird hochgeladen.',
  downloading: 'Der Take wird geladen.',
  downloadAgain: 'Das Laden brach ab. Es wird wieder aufgenommen.',
  freshLink: 'Der Link zum Take ging nicht. Ein neuer wird erfragt.',
  keyMissing: 'Der Runware-Schlüssel fehlt. Der Take läuft ohne ihn weiter.',
  unreachable: 'Runware ist nicht erreichbar. Der Take läuft ohne uns weiter.',
  answersWith: 'Runware antwortet mit {{status}}. Der Take läuft weiter.',
  fault: 'Bei Runware gibt es einen Fehler. Der Take läuft weiter.',
  keyRefused:
    'Runware nimmt den Schlüssel gerade nicht an. Der Take läuft weiter; prüfen Sie den Schlüssel in den Einstellungen.',
  busy: 'Runware ist ausgelastet. Der Take läuft weiter.',
  sameTaskAgain:
    'Runware hat nicht geantwortet. Dieselbe Aufgabe wird noch einmal gesendet; sie kann nicht zweimal berechnet werden.',
  waiting: 'Runware ist ausgelastet. Es wird auf einen Platz gewartet.',
  faultAgain: 'Bei Runware gibt es einen Fehler. Neuer Versuch.',
  mediaGone:
    'Runware hat eine früher hochgeladene Datei nicht mehr. Sie wird neu hochgeladen, und die Aufgabe läuft unter einer anderen Nummer weiter; berechnet wurde nichts.',
  uploadAgain: 'Das Hochladen kam nicht durch. Neuer Versuch.',
  importingFootage: 'Big Buck Bunny wird importiert und ein zweiter Clip gemacht',
  pinning: 'Zwei echte Frames werden gepinnt',
} as const
