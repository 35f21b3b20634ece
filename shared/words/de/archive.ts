/** Projektarchive. */
export const archive = {
  shrank: '„{{name}}“ wurde während des Archivierens kürzer.',
  mediumDamaged:
    'Ein Medium im Archiv ist beschädigt, deshalb wurde das Projekt nicht wiederhergestellt. Nehmen Sie eine andere Kopie des Archivs.',
  history: 'Verlauf von „{{name}}“',
  archived: '„{{name}}“ ist archiviert',
  restored: '„{{name}}“ ist wiederhergestellt',
} as const
