/** The rules of the model, what mends a request, and what it costs. Names of fields and their values stand as on the wire. */
export const generation = {
  leaveOut: 'Leave out {{fields}}',
  use: 'Use {{value}}',
  useSeconds: 'Use {{seconds, number}} s',
  useIndex: 'Use index {{index}}',
  useSize: 'Use {{width}} x {{height}}',
  turnHdrOn: 'Turn HDR on',
  moveToEdge: 'Move it to the nearest edge',

  oneTake: 'One request makes one take. Ask again for another one.',
  fieldRange: '{{field}} goes from {{min}} to {{max}} and is {{value}}.',
  answersMp4: 'The model answers with MP4, so {{format}} may be ignored or refused.',
  noWebAddress:
    '"{{value}}" is not a web address. Give one that starts with https:// or leave {{field}} out.',

  reframeHasNoDuration: 'A reframe is as long as its source. Leave the duration out.',
  transformationHasNoDuration: 'A transformation is as long as its source. Leave the duration out.',
  noDuration: 'The request names no duration, so its price is open. Choose {{choices, anyOf}} s.',
  otherDuration: 'The model makes {{choices, anyOf}} s, not {{duration, number}} s.',

  loopOfSource: 'Only a generated clip can loop, not one made from a source. Leave loop out.',
  loopLength: 'A loop is 5 s long. Leave loop out or use 5 s.',
  loopHdr: 'A loop cannot be HDR. Leave out loop or hdr.',
  loopLast: 'A loop ends where it begins, so it takes no last picture. Leave one of them out.',
  loopNumbered:
    'A loop takes no pictures at numbered indexes, only a first one. Leave one of them out.',
  hdrReframe: 'A reframe is always SDR. Leave hdr out.',
  hdrLength: 'HDR is made in 5 s clips only. Use 5 s.',
  hdrResolution: 'HDR needs 720p or 1080p, and the request asks for {{resolution}}.',
  exrReframe: 'A reframe gives no EXR. Leave exrExport out.',
  exrWithoutHdr: 'EXR is made from HDR only. Turn hdr on or leave exrExport out.',

  pinsReframe:
    'A reframe takes no pinned pictures. Leave them out, or leave out the size to transform the footage instead.',
  pinsEmpty: 'The list of pinned pictures is empty. Add a picture or leave the list out.',
  pinsTooMany_one:
    'There is {{count, number}} pinned picture and the model takes at most {{max, number}}. Remove {{more, number}}.',
  pinsTooMany_other:
    'There are {{count, number}} pinned pictures and the model takes at most {{max, number}}. Remove {{more, number}}.',
  pinsMany_one:
    'There is {{count, number}} pinned picture; the vendor promises good results with up to {{comfortable, number}}.',
  pinsMany_other:
    'There are {{count, number}} pinned pictures; the vendor promises good results with up to {{comfortable, number}}.',
  indexBelow:
    'The picture is pinned to index {{index}}. Indexes start at 0, {{rate, number}} per second.',
  indexOutside:
    'The picture is pinned to index {{index}}. Indexes of this clip go from 0 to {{last}}, {{rate, number}} per second.',
  sameIndex:
    'Pictures {{first, number}} and {{second, number}} are pinned to the same index. Move one of them.',
  mixedIndexes:
    'The words "first" and "last" cannot be mixed with numbered indexes. Give this picture\'s index as a number.',
  longTakesNumbers:
    'A clip of {{seconds, number}} s takes pictures at numbered indexes only, from 0 to {{last}}.',
  lastGuide:
    'A transformation has no "last" picture in the vendor\'s own interface. Give the index as a number.',

  mediaUnknown:
    '"{{media}}" is neither a web address, nor stored media of the service, nor a file that was given with the request. Choose the file again.',
  sourceEmpty: 'The source has no length. Choose footage with pictures in it.',
  sourceTooLongToTransform:
    'The source is {{length, number}} s long and the model transforms at most {{limit, number}} s. Trim it to {{limit, number}} s or less.',
  sourceTooLongToReframe:
    'The source is {{length, number}} s long and the model reframes at most {{limit, number}} s. Trim it to {{limit, number}} s or less.',

  promptEmpty: 'The prompt is empty. Describe the shot.',
  promptEmptyPins: 'The prompt is empty. Describe what happens between the pinned pictures.',
  promptEmptyTransform: 'The prompt is empty. Describe the look that the footage should take.',
  promptEmptyReframe:
    'The prompt is empty. Describe what should fill the new area around the source.',
  promptTooLong_one:
    'The prompt has {{count, number}} character and the model takes at most {{max, number}}. Shorten it by {{more, number}}.',
  promptTooLong_other:
    'The prompt has {{count, number}} characters and the model takes at most {{max, number}}. Shorten it by {{more, number}}.',
  promptLong_one:
    'The prompt has {{count, number}} character. More than {{comfortable, number}} may be refused by the service.',
  promptLong_other:
    'The prompt has {{count, number}} characters. More than {{comfortable, number}} may be refused by the service.',

  positionWithoutSource:
    'A source position needs footage to place. Give inputs.video or leave the position out.',
  sourceOutside:
    'The source lies completely outside the new frame. Move it so that some of it shows.',
  offsetRange:
    '{{name}} goes from {{min}} to {{max}}, in parts of the new frame, and is {{value}}.',
  sizeRange:
    '{{name}} must be more than 0 and at most {{max}}, in parts of the new frame, and is {{value}}.',
  sameShape:
    'The new frame has the shape of the source, so there is nothing to fill. Choose another shape, or place the source smaller.',

  resolutionAndSize:
    'The request names both a resolution and a size, and the model takes only one of them. Leave the resolution out.',
  widthAlone: 'The width is given without a height. Give both.',
  heightAlone: 'The height is given without a width. Give both.',
  noSuchSize: 'The model has no size {{width}} x {{height}}. Choose one of its sizes.',
  uprightFrame:
    "The model's vendor says that an upright frame is not available at 1080p yet, so the service may refuse {{width}} x {{height}}.",
  uprightReframe:
    "The model's vendor says that reframing to an upright frame is not available at 1080p yet, so the service may refuse {{width}} x {{height}}.",
  inferredSize:
    "{{width}} x {{height}} follows the model's pattern but was not seen in the vendor's own material, so the service may refuse it.",
  reframeNeedsSize: 'A reframe needs the width and height of the new frame. Give both.',
  noResolution:
    'The request names no resolution, so the service chooses one and the price depends on it. The quote assumes 1080p.',
  noSize: 'The request names neither a resolution nor a size, so its price is open. Choose one.',

  editOfReframe:
    'A reframe keeps the look of its source. Leave the edit settings out, or leave out the size to transform the footage instead.',
  editWithoutSource: 'Edit settings need footage to work on. Give inputs.video or leave them out.',
  automaticEdit:
    'Automatic control chooses the {{part}} itself. Leave {{part}} out or turn autoControls off.',

  noFootageToTransform: 'This shot has no footage to transform yet. Choose a clip for it.',
  noFootageToReframe: 'This shot has no footage to reframe yet. Choose a clip for it.',
  noPicturesToTransform: '"{{name}}" has no moving pictures to transform. Choose footage instead.',
  noPicturesToReframe: '"{{name}}" has no moving pictures to reframe. Choose footage instead.',

  rangeSdr: 'SDR',
  rangeHdr: 'HDR',
  rangeHdrExr: 'HDR with EXR',
  priceOfClip: '{{length, number}} s of {{range}} at {{resolution}}, by the table of {{asOf}}',
  priceBound:
    '{{range}} has no price for {{length, number}} s at {{resolution}}; this is the dearest it could be',
  priceOfReframe:
    '{{length, exactSeconds}} s of reframing at {{resolution}}, by the table of {{asOf}}',
  priceOfTransformation:
    '{{length, exactSeconds}} s of {{range}} transformation at {{resolution}}, in blocks of {{block, number}} s ({{blocks, number}}), by the table of {{asOf}}',
  priceOfSpans_one: '{{count, number}} span of {{lengths}} s, by the table of {{asOf}}',
  priceOfSpans_other:
    '{{count, number}} overlapping spans of {{lengths}} s, each priced by itself, by the table of {{asOf}}',
  priceOfLongest:
    "the source's length is not known: {{length, exactSeconds}} s, the longest the model takes, at {{resolution}}",
  priceOfDryRun: "the service's own dry run",
  factsField: 'Its field {{field}} is missing, unknown or out of range.',
} as const
