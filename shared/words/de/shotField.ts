/** Was ein Shot verlangt, Feld für Feld, mitten im Satz. */
export const shotField = {
  aspect: 'Seitenverhältnis',
  delivery: 'Lieferung',
  edit: 'Umgestaltung',
  exrExport: 'EXR-Export',
  hdr: 'HDR',
  length: 'Länge',
  loop: 'Loop',
  mode: 'Modus',
  name: 'Name',
  placement: 'Platzierung',
  prompt: 'Prompt',
  remote: 'entfernte Medien',
  resolution: 'Auflösung',
  sizing: 'Größe',
  source: 'Quelle',
} as const
