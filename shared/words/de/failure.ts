/** Was ein Aufruf antwortet, wenn nichts Besseres bekannt ist. */
export const failure = {
  badRequest:
    'Die Anfrage wurde nicht verstanden, deshalb geschah nichts. Kopieren Sie die Details und melden Sie es.',
  cancelled: 'Das wurde abgebrochen.',
  internal:
    'Etwas Unerwartetes ging schief. Ihre Arbeit bis hierher ist gespeichert; versuchen Sie es noch einmal, und wenn es wieder geschieht, kopieren Sie die Details und melden Sie es.',
  stranger: 'Diese Seite darf das Programm um nichts bitten.',
  unknownCall: 'Das Programm kennt keinen Aufruf „{{name}}“.',
} as const
