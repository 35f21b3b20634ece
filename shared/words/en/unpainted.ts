/** What a cut holds that an export cannot draw or play, in a list. */
export const unpainted = {
  missing: 'the missing media of "{{clip}}" on {{track}}',
  lut: 'the look-up table of "{{clip}}" on {{track}}',
  more: '{{more, number}} more',
} as const
