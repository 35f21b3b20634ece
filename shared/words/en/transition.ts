/** Why a transition cannot lie or last like that, and what to do. */
export const transition = {
  dissolve: 'dissolve',
  dip: 'dip to colour',
  wipe: 'wipe',
  crossfade: 'crossfade',
  any: 'transition',
  captions: 'Captions have no transitions; choose a picture or a sound.',
  soundOnly: 'A crossfade is for sound; choose a dissolve, a dip or a wipe for a picture.',
  pictureOnly: 'On sound only a crossfade can lie; choose one.',
  noCut: 'A transition lies at a clip; choose one, or a cut.',
  startMeets: 'The start of {{clip}} meets another clip; choose the cut between the two.',
  endMeets: 'The end of {{clip}} meets another clip; choose the cut between the two.',
  noRoomBetween:
    'There is no room for a transition between {{from}} and {{to}}: they have no media beyond the cut, or other transitions take it. Trim one of them first.',
  noRoom: 'There is no room for a transition there; other transitions take it.',
  empty: 'A transition covers at least one frame; delete it instead.',
  longerBefore_one:
    'The transition can cover at most {{count, number}} frame before the cut: there is no more of the clips or of their media.',
  longerBefore_other:
    'The transition can cover at most {{count, number}} frames before the cut: there is no more of the clips or of their media.',
  longerAfter_one:
    'The transition can cover at most {{count, number}} frame after the cut: there is no more of the clips or of their media.',
  longerAfter_other:
    'The transition can cover at most {{count, number}} frames after the cut: there is no more of the clips or of their media.',
  otherTimeline: 'A transition stays in its timeline; add one to the other timeline instead.',
  taken: 'Another transition lies on this cut; delete it first.',
} as const
