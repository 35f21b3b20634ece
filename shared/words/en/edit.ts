/** Why an edit is refused, and what to do. */
export const edit = {
  clipsApart: 'The two clips do not meet; choose neighbours on one track.',
  clipsInTwoTimelines: 'The clips are in different timelines; change one timeline at a time.',
  copyOnOriginal: 'A copy cannot lie where its original does; choose another time or track.',
  binInItself: '"{{bin}}" cannot lie in itself; choose another bin.',
  assetInUse: '"{{name}}" is used by {{user}}; delete that first.',
  userClip: 'the clip "{{name}}"',
  userGrade: 'the grade of "{{name}}"',
  userShot: 'the shot "{{name}}"',
  userPin: 'a pin of "{{name}}"',
  collision:
    '{{one}} and {{other}} would lie on each other on {{track}}; move them apart or one at a time.',
  freezeOutside: 'The frame to hold lies outside the clip; move the playhead into it.',
  freezeSound: 'Only a picture can be held; choose a picture clip.',
  gapChosen: 'This works on clips; a gap was chosen.',
  gapTooLong:
    'The gap is {{seconds, tenths}} s long and a shot at most {{most}} s; put something else into it first.',
  nothingToLeadFrom:
    'No clip beside this place on {{track}} shows footage, so there is no picture to go on from.',
  takeInCut: 'This take of "{{shot}}" is in the cut; accept another one before you remove it.',
  recipeUnreadable: 'What this take of "{{shot}}" was made from cannot be read as settings.',
  recipeMediaGone:
    'A picture or the source that this take of "{{shot}}" was made from is no longer in the project; import it again first.',
  inBehindOut: 'The in point must lie before the out point; move one of them.',
  inBehindOutOf: 'The in point of "{{name}}" does not lie before its out point; move one of them.',
  joinOtherMedia:
    'The media of {{left}} does not run on into {{right}}; only a cut through one recording can be joined.',
  joinOtherSettings:
    'The two parts of {{left}} have different settings; paste those of one to the other first.',
  keyframeGone: 'This {{property}} keyframe is no longer there.',
  keyframeMovedTwice: 'A keyframe was moved twice in one step.',
  keyframeTwice: 'A keyframe was chosen twice; choose each once.',
  keyframesMeet: 'Two keyframes cannot land on the same frame.',
  linkTooFew: 'Linking takes at least two clips; choose another one.',
  linkAcross: 'Clips of different timelines cannot be linked.',
  groupTooFew: 'Grouping takes at least two clips; choose another one.',
  groupAcross: 'Clips of different timelines cannot be grouped.',
  mediaTooShort_one:
    '{{clip}} has {{count, number}} frame of media from there; {{wanted, number}} were asked for.',
  mediaTooShort_other:
    '{{clip}} has {{count, number}} frames of media from there; {{wanted, number}} were asked for.',
  mediaUnknown: '{{clip}} shows media that is not in this project; import it first.',
  movedBeforeStart: '{{clip}} would start before the timeline does; move it less far.',
  noClipToSplit: 'There is no clip to split at this frame; move the playhead into one.',
  noGapHere: 'There is no gap on {{track}} at this frame.',
  kindNotInMedia: '"{{name}}" has no {{kind}}; choose other media or another clip.',
  noTrackThere: 'There is no {{kind}} track there; add one first.',
  noUnlockedTrack: 'There is no unlocked {{kind}} track; add or unlock one.',
  wrongTrackKind: 'The track chosen for the {{kind}} is not a {{kind}} track of this timeline.',
  nothingBehind: 'Nothing lies behind this frame, so that no time can be inserted there.',
  nothingRemains: 'Nothing of {{clip}} on {{track}} would remain; unlink it first.',
  nothingSelected: 'Nothing is selected; choose a clip first.',
  nothingWanted: 'Neither the picture nor the sound of "{{name}}" was asked for; choose one.',
  outPointTooEarly_one:
    'The edit would start {{count, number}} frame before the timeline does; move its out point.',
  outPointTooEarly_other:
    'The edit would start {{count, number}} frames before the timeline does; move its out point.',
  pinOfOtherShot: 'The pin "{{pin}}" belongs to another shot.',
  pinOutside: 'A pin at index {{index}} would be outside "{{shot}}", which ends at index {{last}}.',
  pinScaledBeforeStart: 'A pin would stand before the shot starts; scale them less.',
  pinsMeet: 'Two pins of "{{shot}}" would be at index {{index}}; choose another index.',
  pinsOnLoop:
    '"{{shot}}" loops, which allows a pin at index 0 only; turn the loop off or remove the others.',
  pinsTooMany_one: '"{{shot}}" would have {{count, number}} pin; a shot takes at most {{most}}.',
  pinsTooMany_other: '"{{shot}}" would have {{count, number}} pins; a shot takes at most {{most}}.',
  propertyKeyed:
    '{{property, capital}} has keyframes; say at which frame it should have the value.',
  propertyRange:
    '{{property, capital}} lies between {{min, number}} and {{max, number}}; {{value, number}} was asked for.',
  noSequence: '"{{name}}" is no image sequence, so its frame rate is its own.',
  rateFixed:
    'The rate of "{{timeline}}" can change only while nothing lies on it, since every cut is counted in its frames; make a new project with the other rate.',
  recordThere: 'There is already a record "{{id}}" among the project\'s {{table}}; use a new id.',
  rippleCuts:
    "The ripple would cut into {{clip}} on {{track}}; turn off that track's sync lock or make room there first.",
  rippleLosesSync:
    'The track {{track}} is locked and would lose its sync; unlock it or turn off its sync lock.',
  ripplePullsApart:
    'The ripple would pull {{clip}} on {{clipTrack}} and its linked part on {{track}} apart; turn on the sync lock of both tracks or unlink the clips.',
  shotFrozen: '{{clip}} is frozen; give it a speed first.',
  shotHasTake: 'A new shot has no take yet; leave takeId away.',
  shotModeFromClip: 'A shot made from a clip transforms or reframes it; choose one of these modes.',
  shotWithoutFootage: '{{clip}} has no moving picture that could be sent; choose footage.',
  shotWithoutPicture: '{{clip}} has no picture; choose the picture clip.',
  slideApart: 'The clips to slide on {{track}} must lie side by side; slide them one at a time.',
  heldSpeedTurns:
    'The speed of {{clip}} is held at keyframes, which cannot be turned round; make them linear or smooth first.',
  effectField: '{{field}} is no setting of this effect of {{clip}}; choose one that it has.',
  effectGone: 'This effect is no longer there.',
  effectOnSound: 'Effects change pictures; choose a picture clip.',
  paramUnknown: 'This effect has no parameter "{{param}}"; choose one that it has.',
  speedKeyGone: 'This speed keyframe of {{clip}} is no longer there.',
  speedKeysFar: 'Keyframes of speed lie at most a day apart; move them closer together.',
  speedRange: 'A speed lies between -{{fastest}} and {{fastest}} times, in steps of 1/{{finest}}.',
  speedZero: 'A clip cannot stand still by its speed; freeze a frame of it.',
  sourceRangeShort:
    '"{{name}}" has less media before its out point than the timeline\'s range is long.',
  startsOutsideMedia: '{{clip}} would start outside its media.',
  startsOutsideMediaOn: '{{clip}} on {{track}} would start outside its media; unlink it first.',
  takeOfOtherShot: 'Take {{take}} was made for another shot than "{{shot}}".',
  trackLocked: 'The track {{track}} is locked; unlock it to change what lies on it.',
  trackUnknown: 'There is no track "{{id}}" in "{{timeline}}".',
} as const
