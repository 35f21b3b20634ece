/** OTIO files: why one cannot be read, and what of one is not shown. */
export const otio = {
  notJson: 'it is not JSON ({{where}}). Export it again as .otio from the program it came from',
  noObject: 'its root is not an object. An .otio file holds one Timeline',
  noSchema: 'its root names no OTIO_SCHEMA. An .otio file holds one Timeline.1',
  otherSchema:
    'its root is a {{schema}}. Only a Timeline.1 can be read; export the timeline itself',
  nameless: 'thing without a schema',
  unknownSchema: 'an unknown schema',
  ofKind: '{{what}} of kind {{kind}}',
  strangeTrack: '"{{name}}" is a {{what}} among the tracks; it is kept in the file but not shown.',
  strangeWithTime:
    '"{{name}}" on {{track}} is a {{what}}, which is kept in the file but not shown: its time is a gap.',
  strange: '"{{name}}" on {{track}} is a {{what}}, which is kept in the file but not shown.',
  noLength:
    'The clip "{{name}}" on {{track}} has no length (no source_range, no available_range) and is left out.',
  noMedia: 'The clip "{{name}}" on {{track}} names no media; it is shown as missing.',
  mediaGone: 'The media of "{{name}}" on {{track}} ({{url}}) is not there; it is shown as missing.',
  strangeMedia:
    'The clip "{{name}}" on {{track}} refers to its media by {{what}}, which is kept in the file but cannot be shown there: its time is a gap.',
  effect: 'The effect {{effect}} on "{{name}}" is kept in the file but not applied.',
  effectNameless: 'An effect without a schema on "{{name}}" is kept in the file but not applied.',
  tooShort: '"{{name}}" on {{track}} is shorter than one frame and is left out.',
  emptyStack: '"{{name}}" is an empty stack and is left out.',
  markerNowhere: 'The marker "{{name}}" has no time on the timeline and is left out.',
  transitionNowhere:
    'The transition "{{name}}" on {{track}} lies at no clip; it is kept in the file but not shown.',
  transitionShortened_one:
    'A transition on {{track}} is longer than its clips or their media; it is shortened to {{count, number}} frame.',
  transitionShortened_other:
    'A transition on {{track}} is longer than its clips or their media; it is shortened to {{count, number}} frames.',
  transitionCut:
    'A transition on {{track}} has no media to show or overlaps another one; it is kept in the file, but shown as a cut.',
} as const
