/** What is noted about a take. */
export const take = {
  unbilled: 'The service did not say what it billed; the quoted price was booked.',
  billed: 'Quoted {{quoted, dollars}}, billed {{amount, dollars}}.',
  joined_one:
    'The source is longer than the model takes: {{count, number}} span, {{frames, number}} pictures.',
  joined_other:
    'The source is longer than the model takes: it was made in {{count, number}} overlapping spans, which were aligned, matched in colour and dissolved into each other; {{frames, number}} pictures, exactly as long as the source.',
  soundOfSource: 'The sound is that of the source.',
  held_one:
    '{{count, number}} picture is held, because the service sent too few or began too early.',
  held_other:
    '{{count, number}} pictures are held, because the service sent too few or began too early.',
  spansStale_one:
    '{{count, number}} span goes on from an end that was made again since; redo it for an even joint.',
  spansStale_other:
    '{{count, number}} spans go on from ends that were made again since; redo them for even joints.',
  cancelledUnsent: 'Cancelled before it was sent.',
  failedUnbilled: 'Failed without a bill.',
  otherSize: 'Asked for {{width}} x {{height}}, got {{gotWidth}} x {{gotHeight}}.',
  otherRate: 'Asked for {{wanted, number}} pictures per second, got {{got, number}}.',
  otherLength: 'Asked for {{wanted, number}} pictures, got {{got, number}}.',
  madeLocally: 'Made by the local engine on this machine; it costs nothing.',
  noHdr: 'HDR was asked for; the local engine writes SDR (BT.709, 8 bits).',
  noExr: 'EXR export was asked for; the local engine has no HDR picture to export.',
  noControls:
    'Pose, depth, normals, trajectory and face controls steer the real model; the local engine keeps the motion as it is and ignores them.',
  pinsUnused: 'Pinned pictures were not used: a reframe takes none.',
  editUnused: 'Transformation settings were not used: a reframe keeps the look.',
  loopUnused: 'Loop was not followed: it is for generated shots only.',
  oneResult: 'One result was made: the local engine gives the same picture every time.',
  mp4Instead: '{{format}} was asked for; the local engine writes MP4.',
  promptForCamera: 'The prompt was read for a camera move at most; nothing was generated from it.',
  sizeChosen: 'The request names no size, so {{size}} was taken.',
  pinShared:
    'inputs.frameImages[{{index}}] shares its picture of the film with a later pin and is not shown.',
  looped: 'The last picture leads back to the first, for a loop.',
  rifeUsed:
    'The frames between the pins were interpolated by RIFE 4.6: real motion between the two pictures, nothing invented.',
  rifeUnused: 'RIFE was not used, because {{why}}.',
  ffmpegUsed:
    "The frames between the pins come from ffmpeg's motion interpolation, which tears where things move far.",
  dissolves: 'Pins that do not show the same scene were joined by a dissolve.',
  enlarged:
    'To keep the wait short the frames between pins were made at {{width}} x {{height}} and enlarged, so they are softer than the pins.',
  morph:
    'Two neighbouring pins hardly look alike: the frames between them are a morph, where the real model would generate a shot.',
  onePinHeld: 'One picture is pinned: it is held under {{camera}}, nothing in it moves.',
  nearestHeld: 'Outside the pins the nearest pinned picture is held under {{camera}}.',
  cardLabel: 'Previs – local engine, no generation',
  card: 'This is a placeholder card with the prompt, to cut and time with: making pictures from words needs the real model.',
  cardWithoutText: 'The installed ffmpeg draws no text, so the card is without its prompt.',
  cardShortened: 'The prompt is longer than the card and was shortened on it.',
  cardNoLoop: 'Loop was not followed: a card has no motion to close.',
  fittedInto:
    'The source position has another shape than the source, which was fitted into it without distortion.',
  sourceFills:
    "The source's own pictures fill {{width}} x {{height}} at {{x}}, {{y}}, untouched but for scaling.",
  mirroredEdge:
    'The space round it is the mirrored and blurred edge of the source. The real model would paint what the prompt describes.',
  lookOnly:
    'Only colour and light are changed: people, objects, places and motion stay as in the source. The real model would replace them.',
  guidesTogether:
    'The guide pictures were taken together; at which index each is pinned is not followed.',
  wordsUsed:
    "The prompt's words for {{words}} were turned into colour and light; the rest of the prompt was not understood.",
  noWords:
    'The prompt has no word for colour or light that this engine knows, so the picture is the source, unchanged. Pin a guide picture to match a look.',
  madeByRay: 'Made by Ray3.2 through Runware. The picture has 24 frames per second and no sound.',
  positionAsSent:
    'The source position was sent as it stands. Keyreel reads its x and y as the centre of the source; Runware may read them as the corner.',
  maybeUnsafe: 'The content check of the service marked this take as possibly unsafe.',
  costZero: 'The service reported a cost of 0, which may not be what the account is charged.',
  lookMatched_one:
    "The source's brightness and colours were moved {{percent, number}} % of the way to those of the guide picture, the same for every frame.",
  lookMatched_other:
    "The source's brightness and colours were moved {{percent, number}} % of the way to those of the {{count, number}} guide pictures, the same for every frame.",
  positionAsCentre:
    'The source position was read with x and y as the centre of the source, because as its top-left corner the source would hang over the edge of the new frame.',
} as const
