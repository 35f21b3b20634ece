/** Why something cannot lie in a place: what is made, nested timelines, missing media. */
export const source = {
  title: 'title',
  solid: 'solid',
  adjustment: 'adjustment',
  caption: 'caption',
  timeline: 'timeline',
  captionsOnly: 'Only captions lie on a subtitle track; choose another track.',
  notOnPicture: 'A {{what}} does not lie on a picture track; choose a subtitle track.',
  notOnSound: 'A {{what}} has no sound; choose a track of another kind.',
  noPictures: '{{track}} has no pictures; choose a picture track.',
  otherTrack: 'The chosen track is not a track of this timeline.',
  overlapping: 'Two of these would lie on each other; give them times of their own.',
  otherKind: '{{clip}} is not a {{what}}; replace the clip instead.',
  inItself: '"{{timeline}}" cannot lie in itself; choose another timeline.',
  circle:
    '"{{inner}}" already shows "{{outer}}", and a timeline cannot lie in itself; choose another one.',
  nestCaptions: 'Captions stay where they are; choose a picture or a sound to nest.',
  nestBetween: '{{clip, capital}} lies between the clips to nest; choose it, too, or fewer clips.',
  timelineInUse: '"{{timeline}}" is shown in "{{user}}"; delete its clips there first.',
  lastTimeline: 'A project has at least one timeline; make another one first.',
  notMissing: '"{{name}}" has its media; replace the clips that should show another one.',
  neverFound: 'Nobody knows the media of "{{name}}"; choose a file for it instead.',
  suppliedTooShort:
    '{{clip}} on {{track}} shows more of "{{name}}" than this file has; trim it first, or choose another file.',
} as const
