/** Exporte und wie sie geprüft werden. */
export const exporting = {
  frameOf: 'Frame {{frame, number}} von {{frames, number}}',
  checking: 'Das Ergebnis wird geprüft',
  unfinished: 'Dieser Export ist nicht fertig, es gibt noch keine Datei zu zeigen.',
  withoutSound:
    '„{{name}}“ wurde ohne Ton geschrieben und deshalb nicht behalten. Versuchen Sie eine andere Vorgabe.',
  withoutPicture:
    '„{{name}}“ wurde ohne Bild geschrieben und deshalb nicht behalten. Versuchen Sie eine andere Vorgabe.',
  frames: 'Frames',
  size: 'Größe',
  rate: 'Bildrate',
  videoCodec: 'Videocodec',
  audioCodec: 'Audiocodec',
  sampleRate: 'Abtastrate',
  soundSeconds: 'Sekunden Ton',
  insteadOf: '{{what}}: {{found}} statt {{planned}}',
  notAsPlanned:
    '„{{name}}“ wurde nicht wie geplant ({{list}}) und deshalb nicht behalten. Bitte melden Sie das.',
  summary_one:
    '{{count, number}} Frame dekodiert, {{seconds, seconds}} s, {{width}}x{{height}} mit {{rate}} fps, {{video}} + {{audio}} {{sampleRate}} Hz, {{loudness}}.',
  summary_other:
    '{{count, number}} Frames dekodiert, {{seconds, seconds}} s, {{width}}x{{height}} mit {{rate}} fps, {{video}} + {{audio}} {{sampleRate}} Hz, {{loudness}}.',
  silent: 'still',
  loudness: '{{lufs, tenths}} LUFS integriert',
  encoderMissing:
    'Dieses ffmpeg ({{version}}) kann {{preset}} nicht schreiben: Es fehlt {{missing}}. Installieren Sie ein vollständigeres ffmpeg oder wählen Sie eine andere Vorgabe.',
  filtersMissing:
    'Dieses ffmpeg ({{version}}) kann diesen Schnitt nicht zeichnen: Es fehlt {{missing}}. Installieren Sie einen vollständigeren Build mit GPL-Teilen.',
} as const
