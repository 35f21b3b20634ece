/** Was ein Schnitt enthält, das ein Export nicht zeichnen oder spielen kann, in einer Liste. */
export const unpainted = {
  missing: 'das fehlende Medium von „{{clip}}“ auf {{track}}',
  lut: 'die Look-up-Tabelle von „{{clip}}“ auf {{track}}',
  more: '{{more, number}} weitere',
} as const
