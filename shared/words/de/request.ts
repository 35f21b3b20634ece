/** Warum ein Dokument keine Anfrage ist, die gesendet werden kann. Feldnamen und Werte stehen wie auf der Leitung. */
export const request = {
  several_one:
    'Das Dokument enthält {{count, number}} Anfrage. Geben Sie genau eine, oder jede in einer eigenen Datei.',
  several_other:
    'Das Dokument enthält {{count, number}} Anfragen. Geben Sie genau eine, oder jede in einer eigenen Datei.',
  noRequest:
    'Das Dokument ist keine Anfrage. Geben Sie ein JSON-Objekt mit taskType, model und positivePrompt.',
  notJson:
    'Das ist kein JSON ({{where}}). Fügen Sie das ganze Dokument ein, von der ersten Klammer bis zur letzten.',
  atField: '{{field}}: {{problem}}',
  responseUnread:
    'Die Antwort neben der Anfrage ist bei {{at}} nicht lesbar. Berichtigen Sie sie oder lassen Sie die Antwort weg.',
  responseRootUnread:
    'Die Antwort neben der Anfrage ist nicht lesbar. Berichtigen Sie sie oder lassen Sie die Antwort weg.',
  unknownField:
    'Ray3.2 hat hier kein Feld „{{field}}“, und der Dienst würde die Anfrage trotzdem berechnen. {{advice}}',
  leaveItOut: 'Lassen Sie es weg.',
  didYouMean: 'Meinten Sie {{field}}? Sonst lassen Sie es weg.',
  writeInstead: 'Schreiben Sie stattdessen {{field}}.',
  writeInside: 'Schreiben Sie es in {{field}}.',
  noNegativePrompt:
    'Ray3.2 hat keinen negativen Prompt: Sagen Sie in positivePrompt, was zu sehen sein soll.',
  hasNone: 'Ray3.2 hat kein {{field}}: Lassen Sie es weg.',
  fixedRate: 'Ray3.2 macht immer {{rate, number}} Bilder je Sekunde: Lassen Sie es weg.',
  frameImagesInside: 'Schreiben Sie es in inputs, als [{"image": ..., "frame": ...}].',
  frameInstead: 'Schreiben Sie stattdessen frame, einen Index im Raster von {{rate, number}} fps.',
  noReferencePictures: 'Ray3.2 nimmt keine Referenzbilder: Pinnen Sie sie mit inputs.frameImages.',
  noReferenceFootage: 'Ray3.2 nimmt kein Referenzmaterial: Geben Sie es als inputs.video.',
  olderSettings: 'Es gehört zu älteren Modellen: Nehmen Sie settings.',
  olderConcepts: 'Es gehört zu älteren Modellen: Schreiben Sie Kamerafahrten in positivePrompt.',
  sizeInstead: 'Schreiben Sie stattdessen width und height.',
  noTaskUuid: 'taskUUID fehlt. Geben Sie der Anfrage eine neue UUID der Version 4.',
  noModel: 'model fehlt. Schreiben Sie "luma:ray@3.2".',
  noTaskType: 'taskType fehlt. Schreiben Sie "videoInference".',
  missing: '{{field}} fehlt. Geben Sie es an.',
  wrong: '{{field}} ist {{value}}. {{expected}}',
  expectFrame: 'Schreiben Sie "first", "last" oder einen ganzen Index wie 0 oder 120.',
  expectOneOf: 'Es muss {{values, anyOf}} sein.',
  expectTaskUuid: 'Es muss eine UUID der Version 4 sein: Machen Sie eine neue.',
  expectForm: 'Es muss diese Form haben: {{form}}.',
  expectString: 'Es muss Text in Anführungszeichen sein.',
  expectNumber: 'Es muss eine Zahl ohne Anführungszeichen sein.',
  expectInt: 'Es muss eine ganze Zahl ohne Anführungszeichen sein.',
  expectBoolean: 'Es muss true oder false sein.',
  expectObject: 'Es muss ein Objekt in geschweiften Klammern sein.',
  expectArray: 'Es muss eine Liste in eckigen Klammern sein.',
  expectType: 'Es muss vom Typ {{type}} sein.',
  expectSomething: 'Es ist leer: Geben Sie einen Wert an oder lassen Sie es weg.',
  expectOther: 'Berichtigen Sie es oder lassen Sie es weg.',
} as const
