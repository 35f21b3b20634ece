/** Preise, Grenzen und das Kostenbuch. */
export const money = {
  overCap:
    'Das kostet {{amount, dollars}}, und von den {{cap, dollars}}, die „{{project}}“ kosten darf, sind {{used, dollars}} ausgegeben oder reserviert. Nichts wurde gesendet; erhöhen Sie die Obergrenze oder verlangen Sie weniger.',
  asksFirst:
    'Das kostet {{amount, dollars}}. Über {{limit, dollars}} will „{{project}}“ den Betrag zuerst bestätigt haben; nichts wurde gesendet.',
  priceChanged:
    'Der Preis hat sich von {{agreed, dollars}} auf {{amount, dollars}} geändert. Nichts wurde gesendet; sehen Sie sich zuerst den neuen Preis an.',
  paidBySpans: 'Die Teile wurden einzeln bezahlt; sie zusammenzufügen kostet nichts.',
  booksOf: 'Kosten von {{project}}',
  booksOfAll: 'Kosten aller Projekte',
  sameIsThere:
    'Genau das wurde inzwischen gemacht: „{{name}}“. Es ist umsonst zu haben; nichts wurde gesendet.',
  noSuchTask: 'Im Kostenbuch gibt es keine Aufgabe „{{task}}“.',
  taskClosed: 'Das Kostenbuch dieser Aufgabe ist schon geschlossen, es gibt nichts abzuschreiben.',
  taskUnderWay:
    'Der Auftrag „{{title}}“ läuft noch, sein Geld lässt sich nicht abschreiben. Warten Sie auf sein Ende oder hören Sie zuerst auf, auf ihn zu warten.',
  writtenOffByHand: 'Von Hand aufgegeben.',
  refusedUnbilled: 'Ohne Rechnung abgelehnt; sie läuft unter einer anderen Nummer weiter.',
  insteadOfRefused: 'Anstelle einer Aufgabe, die ohne Rechnung abgelehnt wurde.',
  writtenOffByEnd: 'Der Dienst hat die Aufgabe ohne Take beendet; sie wurde vielleicht berechnet.',
  otherRecipe:
    'Take {{take}} wurde aus etwas anderem gemacht, als „{{shot}}“ jetzt verlangt, und kann nicht dafür stehen. Generieren Sie einen neuen.',
  reused:
    'Take {{take}} von „{{shot}}“, aus genau demselben gemacht; hier wurde nichts dafür bezahlt.',
  projectBusy:
    'Das Projekt wird ständig von einem anderen Programm geändert, die Anfrage fand keinen Platz darin. Versuchen Sie es noch einmal.',
  noTake: 'Diesen Take gibt es nicht mehr.',
} as const
