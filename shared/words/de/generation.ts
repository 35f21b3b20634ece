/** Die Regeln des Modells, was eine Anfrage heilt und was sie kostet. Feldnamen und Werte stehen wie auf der Leitung. */
export const generation = {
  leaveOut: '{{fields}} weglassen',
  use: '{{value}} nehmen',
  useSeconds: '{{seconds, number}} s nehmen',
  useIndex: 'Index {{index}} nehmen',
  useSize: '{{width}} x {{height}} nehmen',
  turnHdrOn: 'HDR einschalten',
  moveToEdge: 'An den nächsten Rand rücken',

  oneTake: 'Eine Anfrage ergibt einen Take. Fragen Sie für einen weiteren noch einmal an.',
  fieldRange: '{{field}} geht von {{min}} bis {{max}} und ist {{value}}.',
  answersMp4:
    'Das Modell antwortet mit MP4, {{format}} wird also vielleicht übergangen oder abgelehnt.',
  noWebAddress:
    '„{{value}}“ ist keine Webadresse. Geben Sie eine an, die mit https:// beginnt, oder lassen Sie {{field}} weg.',

  reframeHasNoDuration: 'Ein Reframe ist so lang wie seine Quelle. Lassen Sie die Dauer weg.',
  transformationHasNoDuration:
    'Eine Umgestaltung ist so lang wie ihre Quelle. Lassen Sie die Dauer weg.',
  noDuration:
    'Die Anfrage nennt keine Dauer, ihr Preis ist also offen. Wählen Sie {{choices, anyOf}} s.',
  otherDuration: 'Das Modell macht {{choices, anyOf}} s, nicht {{duration, number}} s.',

  loopOfSource:
    'Nur ein generierter Clip kann ein Loop sein, keiner aus einer Quelle. Lassen Sie loop weg.',
  loopLength: 'Ein Loop ist 5 s lang. Lassen Sie loop weg oder nehmen Sie 5 s.',
  loopHdr: 'Ein Loop kann nicht HDR sein. Lassen Sie loop oder hdr weg.',
  loopLast:
    'Ein Loop endet, wo er beginnt, und nimmt kein letztes Bild. Lassen Sie eines davon weg.',
  loopNumbered:
    'Ein Loop nimmt keine Bilder an nummerierten Indizes, nur ein erstes. Lassen Sie eines davon weg.',
  hdrReframe: 'Ein Reframe ist immer SDR. Lassen Sie hdr weg.',
  hdrLength: 'HDR gibt es nur in Clips von 5 s. Nehmen Sie 5 s.',
  hdrResolution: 'HDR braucht 720p oder 1080p, und die Anfrage verlangt {{resolution}}.',
  exrReframe: 'Ein Reframe liefert kein EXR. Lassen Sie exrExport weg.',
  exrWithoutHdr: 'EXR entsteht nur aus HDR. Schalten Sie hdr ein oder lassen Sie exrExport weg.',

  pinsReframe:
    'Ein Reframe nimmt keine gepinnten Bilder. Lassen Sie sie weg, oder lassen Sie die Größe weg, um das Material stattdessen umzugestalten.',
  pinsEmpty:
    'Die Liste der gepinnten Bilder ist leer. Fügen Sie ein Bild hinzu oder lassen Sie die Liste weg.',
  pinsTooMany_one:
    'Es gibt {{count, number}} gepinntes Bild, das Modell nimmt höchstens {{max, number}}. Entfernen Sie {{more, number}}.',
  pinsTooMany_other:
    'Es gibt {{count, number}} gepinnte Bilder, das Modell nimmt höchstens {{max, number}}. Entfernen Sie {{more, number}}.',
  pinsMany_one:
    'Es gibt {{count, number}} gepinntes Bild; der Hersteller verspricht gute Ergebnisse mit bis zu {{comfortable, number}}.',
  pinsMany_other:
    'Es gibt {{count, number}} gepinnte Bilder; der Hersteller verspricht gute Ergebnisse mit bis zu {{comfortable, number}}.',
  indexBelow:
    'Das Bild ist an Index {{index}} gepinnt. Indizes beginnen bei 0, {{rate, number}} je Sekunde.',
  indexOutside:
    'Das Bild ist an Index {{index}} gepinnt. Indizes dieses Clips gehen von 0 bis {{last}}, {{rate, number}} je Sekunde.',
  sameIndex:
    'Die Bilder {{first, number}} und {{second, number}} sind an denselben Index gepinnt. Versetzen Sie eines davon.',
  mixedIndexes:
    'Die Wörter "first" und "last" lassen sich nicht mit nummerierten Indizes mischen. Geben Sie den Index dieses Bildes als Zahl an.',
  longTakesNumbers:
    'Ein Clip von {{seconds, number}} s nimmt Bilder nur an nummerierten Indizes, von 0 bis {{last}}.',
  lastGuide:
    'Eine Umgestaltung hat in der Oberfläche des Herstellers kein letztes Bild ("last"). Geben Sie den Index als Zahl an.',

  mediaUnknown:
    '„{{media}}“ ist weder eine Webadresse noch ein gespeichertes Medium des Dienstes noch eine mitgegebene Datei. Wählen Sie die Datei noch einmal.',
  sourceEmpty: 'Die Quelle hat keine Länge. Wählen Sie Material mit Bildern.',
  sourceTooLongToTransform:
    'Die Quelle ist {{length, number}} s lang, das Modell gestaltet höchstens {{limit, number}} s um. Kürzen Sie sie auf {{limit, number}} s oder weniger.',
  sourceTooLongToReframe:
    'Die Quelle ist {{length, number}} s lang, das Modell kadriert höchstens {{limit, number}} s neu. Kürzen Sie sie auf {{limit, number}} s oder weniger.',

  promptEmpty: 'Der Prompt ist leer. Beschreiben Sie den Shot.',
  promptEmptyPins:
    'Der Prompt ist leer. Beschreiben Sie, was zwischen den gepinnten Bildern geschieht.',
  promptEmptyTransform:
    'Der Prompt ist leer. Beschreiben Sie den Look, den das Material annehmen soll.',
  promptEmptyReframe:
    'Der Prompt ist leer. Beschreiben Sie, was die neue Fläche um die Quelle füllen soll.',
  promptTooLong_one:
    'Der Prompt hat {{count, number}} Zeichen, das Modell nimmt höchstens {{max, number}}. Kürzen Sie ihn um {{more, number}}.',
  promptTooLong_other:
    'Der Prompt hat {{count, number}} Zeichen, das Modell nimmt höchstens {{max, number}}. Kürzen Sie ihn um {{more, number}}.',
  promptLong_one:
    'Der Prompt hat {{count, number}} Zeichen. Mehr als {{comfortable, number}} lehnt der Dienst vielleicht ab.',
  promptLong_other:
    'Der Prompt hat {{count, number}} Zeichen. Mehr als {{comfortable, number}} lehnt der Dienst vielleicht ab.',

  positionWithoutSource:
    'Eine Quellposition braucht Material, das sie platziert. Geben Sie inputs.video an oder lassen Sie die Position weg.',
  sourceOutside:
    'Die Quelle liegt ganz außerhalb des neuen Bildes. Rücken Sie sie so, dass etwas von ihr zu sehen ist.',
  offsetRange:
    '{{name}} geht von {{min}} bis {{max}}, in Teilen des neuen Bildes, und ist {{value}}.',
  sizeRange:
    '{{name}} muss größer als 0 und höchstens {{max}} sein, in Teilen des neuen Bildes, und ist {{value}}.',
  sameShape:
    'Das neue Bild hat das Format der Quelle, es gibt also nichts zu füllen. Wählen Sie ein anderes Format oder platzieren Sie die Quelle kleiner.',

  resolutionAndSize:
    'Die Anfrage nennt sowohl eine Auflösung als auch eine Größe, das Modell nimmt nur eines davon. Lassen Sie die Auflösung weg.',
  widthAlone: 'Die Breite ist ohne Höhe angegeben. Geben Sie beide an.',
  heightAlone: 'Die Höhe ist ohne Breite angegeben. Geben Sie beide an.',
  noSuchSize: 'Das Modell hat keine Größe {{width}} x {{height}}. Wählen Sie eine seiner Größen.',
  uprightFrame:
    'Laut Hersteller gibt es Hochformat in 1080p noch nicht, der Dienst lehnt {{width}} x {{height}} also vielleicht ab.',
  uprightReframe:
    'Laut Hersteller gibt es Reframes ins Hochformat in 1080p noch nicht, der Dienst lehnt {{width}} x {{height}} also vielleicht ab.',
  inferredSize:
    '{{width}} x {{height}} folgt dem Muster des Modells, kam aber im Material des Herstellers nicht vor, der Dienst lehnt es also vielleicht ab.',
  reframeNeedsSize: 'Ein Reframe braucht Breite und Höhe des neuen Bildes. Geben Sie beide an.',
  noResolution:
    'Die Anfrage nennt keine Auflösung, der Dienst wählt also eine, und der Preis hängt davon ab. Geschätzt ist mit 1080p.',
  noSize:
    'Die Anfrage nennt weder Auflösung noch Größe, ihr Preis ist also offen. Wählen Sie eine.',

  editOfReframe:
    'Ein Reframe behält den Look seiner Quelle. Lassen Sie die Umgestaltung weg, oder lassen Sie die Größe weg, um das Material stattdessen umzugestalten.',
  editWithoutSource:
    'Einstellungen der Umgestaltung brauchen Material. Geben Sie inputs.video an oder lassen Sie sie weg.',
  automaticEdit:
    'Die automatische Steuerung wählt {{part}} selbst. Lassen Sie {{part}} weg oder schalten Sie autoControls aus.',

  noFootageToTransform:
    'Dieser Shot hat noch kein Material zum Umgestalten. Wählen Sie einen Clip dafür.',
  noFootageToReframe:
    'Dieser Shot hat noch kein Material zum Neu-Kadrieren. Wählen Sie einen Clip dafür.',
  noPicturesToTransform:
    '„{{name}}“ hat keine bewegten Bilder zum Umgestalten. Wählen Sie stattdessen Filmmaterial.',
  noPicturesToReframe:
    '„{{name}}“ hat keine bewegten Bilder zum Neu-Kadrieren. Wählen Sie stattdessen Filmmaterial.',

  rangeSdr: 'SDR',
  rangeHdr: 'HDR',
  rangeHdrExr: 'HDR mit EXR',
  priceOfClip: '{{length, number}} s {{range}} in {{resolution}}, nach der Tabelle vom {{asOf}}',
  priceBound:
    '{{range}} hat keinen Preis für {{length, number}} s in {{resolution}}; das ist das Teuerste, was es sein könnte',
  priceOfReframe:
    '{{length, exactSeconds}} s Reframe in {{resolution}}, nach der Tabelle vom {{asOf}}',
  priceOfTransformation:
    '{{length, exactSeconds}} s Umgestaltung in {{range}} und {{resolution}}, in Blöcken von {{block, number}} s ({{blocks, number}}), nach der Tabelle vom {{asOf}}',
  priceOfSpans_one: '{{count, number}} Teil von {{lengths}} s, nach der Tabelle vom {{asOf}}',
  priceOfSpans_other:
    '{{count, number}} überlappende Teile von {{lengths}} s, jeder für sich berechnet, nach der Tabelle vom {{asOf}}',
  priceOfLongest:
    'die Länge der Quelle ist nicht bekannt: {{length, exactSeconds}} s, das Längste, was das Modell nimmt, in {{resolution}}',
  priceOfDryRun: 'Probelauf des Dienstes selbst',
  factsField: 'Ihr Feld {{field}} fehlt, ist unbekannt oder liegt außerhalb des Erlaubten.',
} as const
