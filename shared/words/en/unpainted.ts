/** What a cut holds that an export cannot draw or play yet, in a list. */
export const unpainted = {
  transition: 'a {{style}} on {{track}}',
  missing: 'the missing media of "{{clip}}" on {{track}}',
  timeline: 'the nested timeline "{{clip}}" on {{track}}',
  title: 'the title "{{clip}}" on {{track}}',
  adjustment: 'the adjustment "{{clip}}" on {{track}}',
  caption: 'the caption "{{clip}}" on {{track}}',
  effects: 'the effects of "{{clip}}" on {{track}}',
  blendMode: 'the blend mode of "{{clip}}" on {{track}}',
  more: '{{more, number}} more',
} as const
