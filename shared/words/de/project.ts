/** Projekte, ihr Verlauf, Versionen und Archive. */
export const project = {
  takeUnknown:
    'Take {{take}} ist keiner der Takes dieses Shots und kann nicht in den Schnitt. Wählen Sie einen aus der Liste.',
  notFound: 'Hier gibt es kein Projekt „{{project}}“. Öffnen Sie ein anderes aus der Liste.',
  noRevision:
    'Der Verlauf hat keine solche Revision. Öffnen Sie das Projekt neu und wählen Sie eine aus seiner Liste.',
  changedElsewhere:
    'Das Projekt wurde inzwischen anderswo geändert, deshalb wurde diese Änderung nicht gemacht. Es wurde neu geladen; versuchen Sie es noch einmal.',
  notHere: 'Hier gibt es kein Projekt „{{project}}“.',
  nothingToUndo: 'Es gibt nichts rückgängig zu machen.',
  nothingToRedo: 'Es gibt nichts zu wiederholen.',
  versionName: 'Eine Version braucht einen Namen von 1 bis 200 Zeichen.',
  versionRevision: 'Der Verlauf hat keine solche Revision, die einen Namen bekommen könnte.',
  versionTaken:
    'Es gibt schon eine Version „{{name}}“. Wählen Sie einen anderen Namen oder entfernen Sie diesen zuerst.',
  noVersion: 'Es gibt keine Version „{{name}}“.',
  sameAsThen: 'Das Projekt ist schon so, wie es damals war.',
} as const
