/** Die Wörter im Beispielprojekt und im Schnitt der Demo. */
export const sample = {
  meadow: 'Wiese',
  flowers: 'Blumen',
  bird: 'Vogel',
  bridge: 'Brücke',
  prompt: 'Die Kamera gleitet langsam über die Wiese, von einem Augenblick zum nächsten.',
  marker: 'Diesen Shot generieren',
  demo: 'Demo',
  closer: 'Wiese, näher',
  madeHere: 'An Ort und Stelle gemacht',
} as const
