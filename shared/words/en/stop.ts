/** How far something can be dragged or trimmed, and what stops it there. */
export const stop = {
  cannotGo: '{{what, capital}} cannot go {{way}}: {{why}}.',
  canGoAtMost_one: '{{what, capital}} can go at most {{count, number}} frame {{way}}: {{why}}.',
  canGoAtMost_other: '{{what, capital}} can go at most {{count, number}} frames {{way}}: {{why}}.',
  edge: 'the edge',
  clip: 'the clip',
  editPoint: 'the edit point',
  media: 'there is no more media',
  neighbour: 'another clip is in the way',
  zero: 'the timeline starts there',
  length: 'one frame of the clip must remain',
  none: 'nothing stops it',
} as const
