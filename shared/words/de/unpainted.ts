/** Was ein Schnitt enthält, das ein Export noch nicht zeichnen oder spielen kann, in einer Liste. */
export const unpainted = {
  transition: '{{style}} auf {{track}}',
  missing: 'das fehlende Medium von „{{clip}}“ auf {{track}}',
  timeline: 'die verschachtelte Timeline „{{clip}}“ auf {{track}}',
  title: 'der Titel „{{clip}}“ auf {{track}}',
  adjustment: 'die Einstellungsebene „{{clip}}“ auf {{track}}',
  caption: 'der Untertitel „{{clip}}“ auf {{track}}',
  effects: 'die Effekte von „{{clip}}“ auf {{track}}',
  blendMode: 'der Mischmodus von „{{clip}}“ auf {{track}}',
  more: '{{more, number}} weitere',
} as const
