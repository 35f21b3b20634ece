/** Warum etwas nicht an einer Stelle liegen kann: Erzeugtes, verschachtelte Timelines, fehlende Medien. */
export const source = {
  title: 'Titel',
  solid: 'Farbfläche',
  adjustment: 'Einstellungsebene',
  caption: 'Untertitel',
  timeline: 'Timeline',
  captionsOnly: 'Auf einer Untertitelspur liegen nur Untertitel; wählen Sie eine andere Spur.',
  notOnPicture: 'Nicht für eine Videospur: {{what}}. Wählen Sie eine Untertitelspur.',
  notOnSound: 'Ohne Ton: {{what}}. Wählen Sie eine Spur anderer Art.',
  noPictures: '{{track}} hat keine Bilder; wählen Sie eine Videospur.',
  otherTrack: 'Die gewählte Spur gehört nicht zu dieser Timeline.',
  overlapping: 'Zwei davon lägen übereinander; geben Sie ihnen eigene Zeiten.',
  otherKind:
    '{{clip}} ist etwas anderes ({{what}} passt nicht); ersetzen Sie stattdessen den Clip.',
  inItself: '„{{timeline}}“ kann nicht in sich selbst liegen; wählen Sie eine andere Timeline.',
  circle:
    '„{{inner}}“ zeigt schon „{{outer}}“, und eine Timeline kann nicht in sich selbst liegen; wählen Sie eine andere.',
  nestCaptions: 'Untertitel bleiben, wo sie sind; wählen Sie Bild oder Ton zum Verschachteln.',
  nestBetween:
    '{{clip, capital}} liegt zwischen den zu verschachtelnden Clips; wählen Sie den Clip dazu oder weniger Clips.',
  timelineInUse: '„{{timeline}}“ wird in „{{user}}“ gezeigt; löschen Sie zuerst die Clips dort.',
  lastTimeline: 'Ein Projekt hat mindestens eine Timeline; legen Sie zuerst eine andere an.',
  notMissing: '„{{name}}“ hat sein Medium; ersetzen Sie die Clips, die ein anderes zeigen sollen.',
  neverFound: 'Niemand kennt das Medium von „{{name}}“; wählen Sie stattdessen eine Datei dafür.',
  suppliedTooShort:
    '{{clip}} auf {{track}} zeigt mehr von „{{name}}“, als diese Datei hat; trimmen Sie zuerst oder wählen Sie eine andere Datei.',
} as const
