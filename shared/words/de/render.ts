/** Warum ein Schnitt nicht exportiert werden kann. */
export const render = {
  emptyRange:
    'Der Bereich {{from}} bis {{to}} enthält keinen Frame von „{{timeline}}“. Wählen Sie einen Out-Punkt nach dem In-Punkt.',
  empty: '„{{timeline}}“ ist leer, es gibt nichts zu rendern. Legen Sie zuerst einen Clip darauf.',
  unpainted:
    'Das lässt sich nicht rendern: {{list}}. Verknüpfen Sie Fehlendes neu, nehmen Sie es weg, blenden Sie seine Spur aus oder exportieren Sie einen Bereich ohne; es stillschweigend auszulassen wäre ein anderer Film.',
  leftOut:
    'Keyreel kann nicht rendern: {{what}}. Ein fehlendes Medium erscheint als Karte mit seinem Namen, eine Look-up-Tabelle entfällt.',
} as const
