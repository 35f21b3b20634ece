/** Warum ein Schnitt nicht exportiert werden kann. */
export const render = {
  emptyRange:
    'Der Bereich {{from}} bis {{to}} enthält keinen Frame von „{{timeline}}“. Wählen Sie einen Out-Punkt nach dem In-Punkt.',
  empty: '„{{timeline}}“ ist leer, es gibt nichts zu rendern. Legen Sie zuerst einen Clip darauf.',
  unpainted:
    'Das lässt sich nicht rendern, solange es fehlt: {{list}}. Verknüpfen Sie es neu, nehmen Sie es weg, blenden Sie seine Spur aus oder exportieren Sie einen Bereich ohne; es stillschweigend auszulassen wäre ein anderer Film.',
  leftOut:
    'Es fehlt: {{what}}. Ein fehlendes Medium erscheint als Karte mit seinem Namen, eine fehlende Look-up-Tabelle entfällt.',
} as const
