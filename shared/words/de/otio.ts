/** OTIO-Dateien: warum eine nicht lesbar ist und was von einer nicht gezeigt wird. */
export const otio = {
  notJson:
    'sie ist kein JSON ({{where}}). Exportieren Sie sie noch einmal als .otio aus dem Programm, aus dem sie kommt',
  noObject: 'ihre Wurzel ist kein Objekt. Eine .otio-Datei enthält eine Timeline',
  noSchema: 'ihre Wurzel nennt kein OTIO_SCHEMA. Eine .otio-Datei enthält eine Timeline.1',
  otherSchema:
    'ihre Wurzel ist {{schema}}. Nur eine Timeline.1 ist lesbar; exportieren Sie die Timeline selbst',
  nameless: 'Ding ohne Schema',
  unknownSchema: 'unbekanntes Schema',
  ofKind: '{{what}} der Art {{kind}}',
  strangeTrack:
    '„{{name}}“ unter den Spuren ist keine ({{what}}); es bleibt in der Datei, wird aber nicht gezeigt.',
  strangeWithTime:
    '„{{name}}“ auf {{track}} ({{what}}) bleibt in der Datei, wird aber nicht gezeigt: seine Zeit ist eine Lücke.',
  strange: '„{{name}}“ auf {{track}} ({{what}}) bleibt in der Datei, wird aber nicht gezeigt.',
  noLength:
    'Der Clip „{{name}}“ auf {{track}} hat keine Länge (kein source_range, kein available_range) und wird ausgelassen.',
  noMedia: 'Der Clip „{{name}}“ auf {{track}} nennt kein Medium; er wird als fehlend gezeigt.',
  mediaGone:
    'Das Medium von „{{name}}“ auf {{track}} ({{url}}) ist nicht da; es wird als fehlend gezeigt.',
  strangeMedia:
    'Der Clip „{{name}}“ auf {{track}} verweist auf sein Medium in einer Form ({{what}}), die in der Datei bleibt, dort aber nicht gezeigt werden kann: seine Zeit ist eine Lücke.',
  effect: 'Der Effekt {{effect}} auf „{{name}}“ bleibt in der Datei, wird aber nicht angewandt.',
  effectNameless:
    'Ein Effekt ohne Schema auf „{{name}}“ bleibt in der Datei, wird aber nicht angewandt.',
  tooShort: '„{{name}}“ auf {{track}} ist kürzer als ein Frame und wird ausgelassen.',
  emptyStack: '„{{name}}“ ist ein leerer Stapel und wird ausgelassen.',
  markerNowhere: 'Der Marker „{{name}}“ hat keine Zeit auf der Timeline und wird ausgelassen.',
  transitionNowhere:
    'Die Überblendung „{{name}}“ auf {{track}} liegt an keinem Clip; sie bleibt in der Datei, wird aber nicht gezeigt.',
  transitionShortened_one:
    'Eine Überblendung auf {{track}} ist länger als ihre Clips oder deren Material; sie wird auf {{count, number}} Frame gekürzt.',
  transitionShortened_other:
    'Eine Überblendung auf {{track}} ist länger als ihre Clips oder deren Material; sie wird auf {{count, number}} Frames gekürzt.',
  transitionCut:
    'Eine Überblendung auf {{track}} hat kein Material zu zeigen oder überdeckt eine andere; sie bleibt in der Datei, erscheint aber als Schnitt.',
} as const
