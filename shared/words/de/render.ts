/** Warum ein Schnitt nicht exportiert werden kann. */
export const render = {
  emptyRange:
    'Der Bereich {{from}} bis {{to}} enthält keinen Frame von „{{timeline}}“. Wählen Sie einen Out-Punkt nach dem In-Punkt.',
  empty: '„{{timeline}}“ ist leer, es gibt nichts zu rendern. Legen Sie zuerst einen Clip darauf.',
  unpainted:
    'Diese Version von Keyreel kann hier nicht alles rendern: {{list}}. Nehmen Sie das weg, blenden Sie seine Spur aus oder exportieren Sie einen Bereich ohne; es stillschweigend auszulassen wäre ein anderer Film.',
  leftOut:
    'Keyreel zeichnet noch nicht: {{what}}. Eine Überblendung erscheint als Schnitt, ein Look oder Effekt entfällt, alles andere ist eine Karte mit seinem Namen.',
} as const
